/** A piece of a text, in turn plain and marked: `['… the ', 'airtime', ' of a']`. */
export type Excerpt = string[];

/** Room for an excerpt; a Han character takes two. */
const room = 190;
const before = 40;
const width = (character: string) => (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1);

/** A pattern that finds what was searched for: the longest first, words from their beginning. Undefined if there is nothing to find. */
export function needlePattern(needles: readonly string[]): RegExp | undefined {
  const alternatives = [...new Set(needles)]
    .filter((needle) => needle.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .map((needle) => {
      const escaped = needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s\u2010-\u2014-]+/g, '[\\s\\u2010-\\u2014-]*');
      return /^\p{Script=Han}/u.test(needle) ? escaped : `(?<![\\p{Script=Latin}\\p{N}])${escaped}`;
    });
  return alternatives.length > 0 ? new RegExp(alternatives.join('|'), 'giu') : undefined;
}

/** The part of a text in which most of what was searched for stands together. Its beginning, unmarked, if nothing does. */
export function excerptOf(text: string, needles: readonly string[]): Excerpt {
  const plain = text.replaceAll('\n', ' ');
  const pattern = needlePattern(needles);
  const matches = pattern ? [...plain.matchAll(pattern)].filter(([match]) => match !== '') : [];
  const from = beginning(plain, bestStart(matches));
  const to = endOf(plain, from);
  const parts: Excerpt = [from > 0 ? '… ' : ''];
  let at = from;
  for (const match of matches) {
    if (match.index < at || match.index + match[0].length > to) continue;
    parts[parts.length - 1] += plain.slice(at, match.index);
    parts.push(match[0], '');
    at = match.index + match[0].length;
  }
  parts[parts.length - 1] += plain.slice(at, to) + (to < plain.length ? ' …' : '');
  return parts;
}

/** Where the window with the most different matches begins. */
function bestStart(matches: RegExpExecArray[]): number {
  let best = { start: matches[0]?.index ?? 0, different: 0 };
  for (const [first, match] of matches.entries()) {
    const inside = matches.slice(first).filter((other) => other.index - match.index < room / 2);
    const different = new Set(inside.map(([text]) => text.toLowerCase())).size;
    if (different > best.different) best = { start: match.index, different };
  }
  return best.start;
}

/** A little before a place, at the beginning of a sentence or word. */
function beginning(text: string, place: number): number {
  if (place <= before) return 0;
  const earlier = text.slice(place - before, place);
  const sentence = Math.max(earlier.lastIndexOf('。') + 1, earlier.lastIndexOf('；') + 1, earlier.lastIndexOf('. ') + 2);
  if (sentence > 1) return place - before + sentence;
  const space = earlier.indexOf(' ');
  return place - before + (space >= 0 ? space + 1 : before / 2);
}

function endOf(text: string, from: number): number {
  let left = room;
  let at = from;
  for (const character of text.slice(from)) {
    left -= width(character);
    if (left < 0) break;
    at += character.length;
  }
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - 14 && space > from ? space : at;
}
