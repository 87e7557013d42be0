/**
 * Where a token stands: the units that hold it, ascending, and its places in each. Written as one string of numbers, each in base 32 with the sixth bit
 * set on all digits but the last (as in a source map); units and places are written as steps from the one before.
 */
export interface Posting {
  unit: number;
  field: Field;
  /** How often the unit holds it. */
  count: number;
  /** Ascending; empty where they were left out, because the token is nearly everywhere. */
  positions: number[];
}

/** The most telling part of a unit that holds the token. */
export type Field = 0 | 1 | 2 | 3;
/** A name is a title of one or two words: who types one of them means it. */
export const fields = { body: 0, heading: 1, title: 2, name: 3 } as const;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digitOf = new Map([...alphabet].map((letter, value) => [letter.charCodeAt(0), value]));

/** Several tokens' postings as those of one: each unit once, ascending, with all places. */
export function mergePostings(lists: Posting[][]): Posting[] {
  if (lists.length <= 1) return lists[0] ?? [];
  const byUnit = new Map<number, Posting>();
  for (const posting of lists.flat()) {
    const known = byUnit.get(posting.unit);
    if (!known) {
      byUnit.set(posting.unit, posting);
      continue;
    }
    const positions = [...new Set([...known.positions, ...posting.positions])].sort((a, b) => a - b);
    // Without places there is no telling which of the occurrences are the same.
    const count = positions.length > 0 ? positions.length : known.count + posting.count;
    byUnit.set(posting.unit, { unit: posting.unit, field: Math.max(known.field, posting.field) as Field, count, positions });
  }
  return [...byUnit.values()].sort((a, b) => a.unit - b.unit);
}

/** Postings as a string. `withPositions` false leaves the places out. */
export function encodePostings(postings: readonly Posting[], withPositions = true): string {
  const numbers: number[] = [];
  let last = 0;
  for (const { unit, field, count, positions } of postings) {
    const kept = withPositions ? positions : [];
    numbers.push(unit - last, field + 4 * (kept.length > 0 ? 2 * kept.length : 2 * count + 1));
    last = unit;
    let place = 0;
    for (const position of kept) {
      numbers.push(position - place);
      place = position;
    }
  }
  return numbers.map(encodeNumber).join('');
}

/** The postings that a string holds. */
export function decodePostings(text: string): Posting[] {
  const postings: Posting[] = [];
  let at = 0;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = digitOf.get(text.charCodeAt(at)) ?? 0;
      at += 1;
      value += (digit & 31) * 2 ** shift;
      if (digit < 32) return value;
    }
  };
  let unit = 0;
  while (at < text.length) {
    unit += next();
    const head = next();
    const field = (head % 4) as Field;
    const rest = (head - field) / 4;
    const count = rest >> 1;
    const positions: number[] = [];
    for (let place = 0; rest % 2 === 0 && positions.length < count; ) {
      place += next();
      positions.push(place);
    }
    postings.push({ unit, field, count, positions });
  }
  return postings;
}

function encodeNumber(value: number): string {
  let text = '';
  let rest = value;
  do {
    const digit = rest % 32;
    rest = (rest - digit) / 32;
    text += alphabet[digit + (rest > 0 ? 32 : 0)];
  } while (rest > 0);
  return text;
}
