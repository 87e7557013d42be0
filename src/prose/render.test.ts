import { describe, expect, it } from 'vitest';
import { renderText, term } from './testing.ts';

const lora = [term('lora-radio', 'LoRa', 'LoRa'), term('lora-tuning', 'LoRA', 'LoRA')];
const chirp = term('chirp', 'chirp', '线性调频');
const marked = (html: string) => [...html.matchAll(/<button type="button" class="term"[^>]*>([^<]*)<\/button>/g)].map(([, text]) => text);

describe('citations', () => {
  it('are numbered by first mention, one number for a work, however often it is cited', async () => {
    const { html, facts, findings } = await renderText('One. [@b, p. 1]\n\nTwo. [@a, p. 2; @b, p. 3]\n\n- Three. [@a, p. 4]\n');
    expect([...html.matchAll(/class="cite"[^>]*>(\d+)</g)].map(([, number]) => number)).toEqual(['1', '2', '1', '2']);
    expect(html.indexOf('id="ref-b"')).toBeLessThan(html.indexOf('id="ref-a"'));
    expect(facts.citations.map(({ key, locator, line }) => `${line} ${key} ${locator}`)).toEqual(['5 b p. 1', '7 a p. 2', '7 b p. 3', '9 a p. 4']);
    expect(findings).toEqual([]);
  });
  it('open the work and the place, and lead from there to the whole reference', async () => {
    const { html } = await renderText('One. [@b, §4.1]');
    expect(html).toMatch(/<button type="button" class="cite" popovertarget="p1">1<\/button>/);
    expect(html).toMatch(/<div id="p1" popover="auto"[^>]*><a href="#ref-b">Report B<\/a>, §4\.1<\/div>/);
  });
  it('leave no bracket in the text, and works that are not cited out of the list', async () => {
    const { html } = await renderText('One. [@a, p. 1]');
    expect(html).not.toContain('[@');
    expect(html).not.toContain('ref-b');
  });
  it('know the section under which they stand, those of figures, too', async () => {
    const { facts } = await renderText('[@a, 1]\n\n## One {#one}\n\n<Figure of="line" />\n\n## Two {#two}\n\n[@b, 1]\n');
    expect(facts.citations.map(({ key, section }) => `${key} ${section}`)).toEqual(['a ', 'c one', 'b two']);
  });
});

describe('terms', () => {
  it('are marked where they are used first, and nowhere else', async () => {
    const { html, facts } = await renderText('A chirp is a chirp.\n\nAnother chirp.', { terms: [chirp] });
    expect(marked(html)).toEqual(['chirp']);
    expect(html).toMatch(/<p>A <button[^>]*>chirp<\/button> is a chirp\.<\/p>/);
    expect(facts.terms).toEqual(['chirp']);
  });
  it('show their definition and their name in the other language', async () => {
    const { html } = await renderText('线性调频。', { terms: [chirp], locale: 'zh-cn' });
    expect(html).toMatch(/popover="auto"[^>]*>.*<b>线性调频<\/b> <span lang="en">chirp<\/span>.*线性调频是什么。.*href="\/zh-cn\/glossary\/#chirp"/);
  });
  it('are not marked in headings, links and code', async () => {
    const { html } = await renderText('## The chirp {#the-chirp}\n\nA [chirp](topic:y) and `chirp`.\n', { terms: [chirp] });
    expect(marked(html)).toEqual([]);
  });
  it('never take LoRA for LoRa', async () => {
    const both = await renderText('lora, LORA, LoRA and LoRa.', { terms: lora });
    expect(marked(both.html)).toEqual(['LoRA', 'LoRa']);
    expect(both.facts.terms).toEqual(['lora-tuning', 'lora-radio']);
  });
  it('are not marked again after <Term> has named them', async () => {
    const { html } = await renderText('The <Term id="chirp">sweep</Term>, or chirp.', { terms: [chirp] });
    expect(marked(html)).toEqual(['sweep']);
  });
});

describe('words', () => {
  it('<Value> shows a figure that the instrument computed, and leads to it with the same inputs', async () => {
    const { html, facts } = await renderText('It takes <Value of="lora-link.timeOnAirS" sf={9} payloadBytes={20} unit="ms" digits={4} />.', { base: '/kb/' });
    // Semtech's calculator: SF9, 125 kHz, 4/5, 8 symbols of preamble, explicit header, CRC, 20 bytes.
    expect(html).toMatch(/<a class="value" href="\/kb\/en\/instruments\/lora-link\/\?sf=9"[^>]*>185\.3\s?ms<\/a>/);
    expect(facts.values).toMatchObject([{ of: 'lora-link.timeOnAirS', line: 5 }]);
  });
  it('<Calc> shows the result, and the sum one click away', async () => {
    const { html, facts } = await renderText('So <Calc of={8 * (4096 + 4096)} /> and <Calc of={2 / 3} digits={3} unit="m" />.');
    expect(html).toMatch(/class="calc" popovertarget="p1">65,536<\/button>/);
    expect(html).toMatch(/class="calc" popovertarget="p2">0\.667\s?m<\/button>/);
    expect(html).toContain('8 × (4096 + 4096) = 65,536');
    expect(facts.calcs).toBe(2);
  });
  it('<Value> and <Instrument> take lists of numbers', async () => {
    const { html, findings } = await renderText(
      'So <Value of="crlb.noiseSpectrum" ar={[0.5]} frequency={0.25} />.\n\n<Instrument of="crlb" ar={[0.5, -0.2]} />',
    );
    // The works that the instrument rests on are not among the test's sources.
    expect(findings.filter(({ rule }) => rule !== 'citation')).toEqual([]);
    expect(html).toMatch(/<a class="value" href="\/en\/instruments\/crlb\/\?[^"]*ar=0\.5[^"]*"/);
    expect(html).toMatch(/value="0\.5, [-−]0\.2"/);
  });
  it('<Run> links a figure to the listing whose run printed it: on the page, else in the entry', async () => {
    const away = await renderText('It prints <Run of="sum.py">3</Run>.', { base: '/kb/' });
    expect(away.html).toContain('<a class="value" href="/kb/en/topics/x/#listing-sum.py" title="printed by the run of sum.py">3</a>');
    const here = await renderText('It prints <Run of="sum.py">3</Run>.\n\n<Listing file="sum.py" />');
    expect(here.html).toMatch(/href="#listing-sum\.py"[^>]*>3<\/a>[\s\S]*<figure class="listing"[^>]* id="listing-sum\.py"/);
    expect(here.facts.runs).toEqual([{ of: 'sum.py', shown: '3', line: 5 }]);
  });
  it('<Example> and <Note> say what they are', async () => {
    const { html } = await renderText('<Example title="A meter">\nIt sends 20 bytes.\n</Example>\n\n<Note kind="warning">\nMind this.\n</Note>\n');
    expect(html).toMatch(/<div class="example" role="group" aria-label="A meter"><p class="label">A meter · [^<]+<\/p>\s*<p>It sends 20 bytes\.<\/p>/);
    expect(html).toMatch(/<aside class="note warning" role="note" aria-label="[^"]+"><p class="label">[^<]+<\/p>\s*<p>Mind this\.<\/p>/);
  });
  it('<Listing> shows the file, the recorded output, and how it was run', async () => {
    const { html, facts } = await renderText('<Listing file="sum.py" lines="2-3" />');
    expect(html).toContain('CPython 3.11.7');
    expect(html).toContain('python sum.py');
    expect(html).toMatch(/<samp>3<\/samp>/);
    expect(html.replace(/<[^>]+>/g, '')).toContain('b = 2\nprint(a + b)');
    expect(html.replace(/<[^>]+>/g, '')).not.toContain('a = 1');
    expect(facts.listings).toEqual(['sum.py']);
  });
  it('<Figure> draws, describes and numbers a figure, cites its source, and gives its data', async () => {
    const { html, facts, csv } = await renderText('<Figure of="line" />', { locale: 'zh-cn' });
    expect(html).toMatch(/<figure class="drawn" id="figure-line">/);
    expect(html).toContain('aria-label="上升的直线。"');
    expect(html).toContain('<b>图1. 直线</b>');
    expect(html).toContain('长度 / m');
    expect(html).toMatch(/href="\/figures\/[a-z]+\/zh-cn\/line\.csv"/);
    expect(csv.line).toBe('series,x,y\n两倍,0,0\n两倍,5,10\n两倍,10,20\n');
    expect(facts.citations).toMatchObject([{ key: 'c', locator: 'p. 1' }]);
  });
});

describe('Markdown', () => {
  it('makes formulas MathML and nothing else: no TeX, no HTML imitation, no images', async () => {
    const { html, facts } = await renderText('Here $n$ and\n\n$$\n\\frac{a}{b}\n$$\n');
    expect(html.match(/<math/g)).toHaveLength(2);
    expect(html).toMatch(/<mfrac><mi>a<\/mi><mi>b<\/mi><\/mfrac>/);
    expect(html).not.toMatch(/katex-html|annotation|<img/);
    expect(facts.formulas).toBe(2);
    expect(facts.formulaCharacters.map(({ character, line }) => `${character}${line}`)).toEqual(['n5', 'a7', 'b7']);
  });
  it('never writes a style attribute, whatever is shown', async () => {
    const { html } = await renderText(
      '$x^2$ and $\\sqrt{2}\\,\\text{m}$, $\\color{red}y$\n\n$$\n\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}\n$$\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n<Listing file="sum.py" />\n\n<Figure of="line" />\n\n```text\nx\n```\n\n~~old~~ **new** [@a, 1][^n]\n\n[^n]: note\n',
    );
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/<style|<script|\son\w+=/);
  });
  it('heads a table by its first row, sets numbers to the right by a class, and lets it scroll by keyboard', async () => {
    const { html, facts } = await renderText('| SF | time |\n|---|--:|\n| 7 | 56 |\n');
    expect(html).toMatch(
      /<div class="table" tabindex="0" role="group" aria-label="SF · time"><table><thead><tr><th scope="col">SF<\/th><th scope="col" class="number">time<\/th>/,
    );
    expect(html).toMatch(/<tbody><tr><td>7<\/td><td class="number">56<\/td><\/tr><\/tbody>/);
    expect(facts.tables).toBe(1);
    expect(facts.blocks.map(({ kind }) => kind)).toEqual(['row', 'row']);
  });
  it('puts footnotes behind letters and into a list at the end, with their own citations', async () => {
    const { html, facts } = await renderText('One[^x] and two[^y].\n\n[^x]: First. [@a, p. 1]\n[^y]: Second $n$.\n');
    expect(html).toMatch(/popovertarget="p\d+" aria-label="[^"]*a">a<\/button><\/span> and tw<span class="joined">o<button[^>]*>b<\/button>/);
    expect(html).toMatch(
      /<ol type="a"><li id="note-a">\s*<p>First<span class="joined">\. .*<\/p>\s*<\/li><li id="note-b">\s*<p>Second .*<math.*<\/math>\.<\/span>/s,
    );
    expect(facts.citations).toMatchObject([{ key: 'a', line: 7 }]);
  });
  it('makes headings addresses that can be copied', async () => {
    const { html, facts } = await renderText('## How it works {#how}\n\n### *Why* $n$ {#why}\n');
    expect(html).toMatch(/<h2 id="how">How it works<a class="anchor" href="#how" aria-label="[^"]*How it works[^"]*"/);
    expect(facts.headings.map(({ id, depth, line }) => `${id} ${depth} ${line}`)).toEqual(['how 2 5', 'why 3 7']);
  });
  it('resolves links to everything that has an address, under the base path', async () => {
    const targets = [
      'topic:y#z',
      'question:how',
      'correction:not-so',
      'disambiguation:lora',
      'instrument:lora-link',
      'term:chirp',
      'source:a',
      'resource:sheet',
      '#here',
      'https://example.org/',
    ];
    const { html, findings } = await renderText(targets.map((target) => `[x](${target})`).join(' '), { base: '/kb/', terms: [chirp] });
    expect([...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/kb/en/topics/y/#z',
      '/kb/en/questions/how/',
      '/kb/en/corrections/not-so/',
      '/kb/en/disambiguation/lora/',
      '/kb/en/instruments/lora-link/',
      '/kb/en/glossary/#chirp',
      '/kb/en/sources/#a',
      '/kb/en/resources/#sheet',
      '#here',
      'https://example.org/',
    ]);
    expect(findings).toEqual([]);
  });
  it('escapes what an author wrote', async () => {
    const { html } = await renderText('`<script>` and \\<b> & "c"');
    expect(html).toContain('<code>&#x3C;script></code>');
    expect(html).not.toMatch(/<script|<b>/);
  });
});

describe('facts', () => {
  it('tell what each block rests on', async () => {
    const { facts } = await renderText(
      'Bare 5.\n\nCited 5. [@a, 1]\n\nComputed <Calc of={5} />.\n\n<Example>\nOwn 5.\n</Example>\n\n- Item 5.\n- Cited item. [@a, 1]\n',
    );
    const grounds = facts.blocks.map(({ ground: { cited, computed, example } }) => (cited ? 'cited' : computed ? 'computed' : example ? 'example' : 'bare'));
    expect(grounds).toEqual(['bare', 'cited', 'computed', 'example', 'bare', 'cited']);
  });
  it('count words in English, characters and words in Chinese, without code and formulas', async () => {
    expect((await renderText('Four words, not more: `code here` $x y z$.')).facts.length).toBe(4);
    expect((await renderText('扩频因子SF12的灵敏度', { locale: 'zh-cn' })).facts.length).toBe(9);
  });
  it('hold the first paragraph as a reader sees it', async () => {
    const { facts } = await renderText('It takes **<Calc of={2 ** 7} />** chips. [@a, p. 1]\n\nMore.');
    expect(facts.lead).toBe('It takes 128 chips.');
  });
  it('count each mistake once, at its line', async () => {
    const { findings } = await renderText('Text.\n\nSo [@nobody, 1] and <Value of="lora-link.timeOnMoon" />.\n\n<Figure of="lines" />\n');
    expect(findings.map(({ line, rule }) => `${line} ${rule}`).sort()).toEqual(['7 citation', '7 value', '9 figure']);
  });
});
