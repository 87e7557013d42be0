import type { Finding } from '../../src/corpus/finding.ts';
import type { Rule } from './rule.ts';

/*
 * No number without a ground. What has digits and is no figure: names (802.15.4, GPT-3, SF7, 0x0006, EN 300 220), versions, dates and years,
 * ordinals and numbers of sections, and the numbers nought to three where they count things (with a unit they measure).
 */
const latin = '\\p{Script=Latin}\\p{Script=Greek}';
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const year = '(?:19\\d\\d|20[0-4]\\d)';
const beforeYear =
  '(?:^|[\\t\\p{Script=Han}(（,，;；–—/、]|\\b(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Ff]rom|to|[Uu]ntil|till|[Bb]efore|[Aa]fter|[Dd]uring|[Aa]round|[Ee]arly|[Ll]ate|mid|year|[Bb]etween|and|or|the|edition))\\s*';
const units =
  '(?:[kKMGTµmnc]?(?:Hz|bps|Bd|B|s|m|W|V|A|Ah|Wh|J|g|N|Pa|F|Ω)|[KMGT]i?B|[kMG]?bit/s|dB[imWµ]?V?|min|h|ft|kt|kn|lb|nmi|rad|deg|rpm|bits?|bytes?|字节|比特|位|x|×|°C?|%|％|‰)(?![\\p{L}\\d])';
/** Things whose numbers are part of their names. */
const numbered =
  'IEEE|RFC|ISO|IEC|ETSI|ITU-R|EN|TR|TS|RP|AN|KIP|CVE|NAS|NACA|MIL|HAL|GB|Release|Zigbee|Bluetooth|Thread|Matter|Kafka|Hive|Hadoop|Spark|Flink|Java|JDK|C?Python|Scala|LoRaWAN|JSBSim|FlightGear|Llama|LLaMA|Mistral|Qwen|PyTorch|CUDA|Windows|Ubuntu|Debian|Rev\\.?';
const places =
  'versions?|sections?|chapters?|tables?|figures?|equations?|eq\\.|parts?|revisions?|steps?|issues?|class|level|layer|channels?|pages?|pp?\\.|annex|appendix|rules?|lines?|cases?|examples?|notes?|items?|v|tel\\.?';
const noFigures = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})(?:\\s+${year})?\\b`, 'g'),
  new RegExp(`\\b(?:${months})\\s+(?:\\d{1,2},\\s+)?${year}\\b`, 'g'),
  new RegExp(`(?<![\\d.,])${year}-\\d{2}(?:-\\d{2})?(?![\\d.,]\\d)`, 'g'),
  // 2048 samples are no year.
  new RegExp(
    `(?<=${beforeYear})${year}(?:\\s*[-–—至到]\\s*(?:\\d{2}|${year}))?(?![\\d,]|\\.\\d|\\s*${units}|\\s+\\p{Ll}{3,}s\\b)(?=年|[\\s.,;:)\\]?!，。；：）、]|$)`,
    'gu',
  ),
  /(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  /(?<![\d.])\d{1,2}月(?:\d{1,2}日)?/g,
  /\b0x[0-9a-f]+\b/gi,
  /\b\d+(?:\.\d+){2,}[a-z]{0,2}\b/g,
  /§+\s*[A-Z]?\d+(?:[.-]\d+)*/g,
  /\b\d+(?:st|nd|rd|th)\b/g,
  new RegExp(`(?<![${latin}])(?:${numbered})[\\s-]*(?:[A-Z]{0,3}[-.]?\\d+(?:[./-]\\d+)*[a-z]?)(?:\\s\\d{3}(?:-\\d+)*)?`, 'gu'),
  new RegExp(
    `(?<![${latin}])(?:${places})[\\s-]*[A-Z]?[.-]?\\d+(?:[.-]\\d+)*(?:\\s*(?:and|to|or|,|–|与|和|至)\\s*[A-Z]?[.-]?\\d+(?:[.-]\\d+)*(?!\\s*${units}))*`,
    'giu',
  ),
  /(?:第|步骤|版本|修订版?|(?<![代列])表|(?<![试意企])图|公式|式)\s*[A-Z]?\d+(?:[.-]\d+)*(?:\s*[、和与至到–-]\s*\d+(?:[.-]\d+)*)*/g,
  // SF7, sx1276, GPT-3, Qwen2.5-7B, 802.15.4g, 8PSK, 6LoWPAN; not rank-16 and not 42 kHz written together.
  new RegExp(`(?<![\\p{Script=Latin}\\d])(?=\\S*[A-Z])[${latin}_]+[-.]?\\d[${latin}\\d_]*(?:[.+/-][${latin}\\d_]+)*`, 'gu'),
  new RegExp(`[${latin}_]+\\d[${latin}\\d_]*(?:[.+/-]\\d+)*`, 'gu'),
  new RegExp(`(?<![\\d.,])\\d+(?!${units})[\\p{Script=Latin}][${latin}\\d]+(?:-[${latin}\\d]+)*`, 'gu'),
  /(?<![\d.,])\d+(?:\.\d+)?[BDG](?![\p{L}\d])/gu,
  /#\d+/g,
];
const counts = new RegExp(`(?<![\\d.,])[0-3](?![\\d]|[.,]\\d|[\\s\u202f\u00a0]?${units})`, 'gu');

/** The figures of a text: what is left when everything is taken out that has digits and is no figure. */
export function figuresIn(text: string): string[] {
  const rest = [...noFigures, counts].reduce((left, pattern) => left.replace(pattern, '\t'), text);
  return (rest.match(/\d(?:[\d.,\u202f\u00a0 ]*\d)?/g) ?? []).map((number) => number.trim());
}

/** Every paragraph, list item, table row, definition and drawing with a figure is cited, computed, taken from a run, or marked as our own example. */
export const rule: Rule = {
  name: 'grounds',
  check({ corpus, facts }) {
    const texts = corpus.documents.flatMap((document) =>
      (facts(document.id)?.blocks ?? [])
        .filter(({ kind, ground }) => kind !== 'heading' && !ground.cited && !ground.computed && !ground.run && !ground.example)
        .flatMap(({ text, line }) =>
          groundless(
            document.file,
            line,
            [text],
            'cite where it stands ([@key, place]), compute it (<Value>, <Calc>), take it from a run (<Run>), or put the block into <Example> if it is our own choice',
          ),
        ),
    );
    const terms = corpus.terms
      .filter(({ source }) => source === undefined)
      .flatMap(({ file, line, definition }) => groundless(file, line, Object.values(definition), 'give the term a source: "[@key, place]"'));
    // The figures of a plot are its data's, which are computed, recorded or cited (rule "figure").
    const drawings = corpus.figures.flatMap(({ file, figure }) =>
      figure.kind === 'blocks' && figure.source === undefined
        ? groundless(
            file,
            1,
            [figure.title, figure.caption, ...figure.boxes.map(({ label }) => label), ...figure.arrows.flatMap(({ label }) => label ?? [])].flatMap((text) =>
              Object.values(text),
            ),
            'give the figure a source: "[@key, place]"',
          )
        : [],
    );
    return [...texts, ...terms, ...drawings];
  },
};

/** The finding for the first figure of some texts. */
function groundless(file: string, line: number, texts: string[], suggestion: string): Omit<Finding, 'rule'>[] {
  const [first] = texts.flatMap(figuresIn);
  return first === undefined ? [] : [{ file, line, message: `the figure "${first}" has no ground`, suggestion }];
}
