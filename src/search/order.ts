import type { Atom } from './tokens.ts';

/** What one unit has of one term. */
export interface Hit {
  weight: number;
  /** It stands in a heading or title. */
  headed: boolean;
  /** Ascending; empty if they are not known. */
  positions: number[];
}

/** What the index has of one term of a query. */
export interface Hits {
  atoms: Atom[];
  units: Map<number, Hit>;
  rarity: number;
  needles: string[];
  /** A word of questions. */
  asking?: true;
}

/** What two terms side by side count for where the places of one are not known. */
const unknownPlaces = 0.5;
/** How many words may stand in a text between two terms between which the query has a word of questions: LoRA or QLoRA, for lora vs qlora. */
const between = 2;

/** How much more the whole run counts if half or more of it are words of questions (`for n in`): it can only be asked for as it stands. */
const literal = 7;

const isLiteral = (hits: readonly Hits[]) => hits.filter(({ asking }) => asking).length >= hits.length / 2;

/**
 * How much of the order of the query's terms a unit keeps: 0, to 1 for all of it in the text, more in a heading or title; rare terms side by side
 * count more than words of questions.
 */
export function inOrder(hits: readonly Hits[], unit: number): number {
  let kept = 0;
  let all = 0;
  let pairs = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, after] of hits.entries()) {
    const before = hits[index - 1];
    if (!before) continue;
    all += Math.max(before.rarity, after.rarity);
    const near = nearness(before, after, unit, 0);
    const both = leastWeight(before, after, unit);
    kept += near * both * Math.sqrt(before.rarity * after.rarity);
    if (near > 0) {
      pairs += near;
      least = Math.min(least, both);
    }
    const earlier = hits[index - 2];
    if (!before.asking || !earlier) continue;
    all += Math.max(earlier.rarity, after.rarity);
    kept += nearness(earlier, after, unit, between) * leastWeight(earlier, after, unit) * Math.sqrt(earlier.rarity * after.rarity);
  }
  // Every pair side by side, but for at most one whose places are not known.
  if (hits.length > 1 && pairs > hits.length - 2) return Math.max(1, least) * (isLiteral(hits) ? literal : 1);
  return all > 0 ? kept / all : 0;
}

/** 1 if the second term follows the first in the unit with at most so many words between, less if that is not known. */
function nearness(before: Hits, after: Hits, unit: number, words: number): number {
  const left = before.units.get(unit);
  const right = after.units.get(unit);
  if (!left || !right) return 0;
  if (left.positions.length === 0 || right.positions.length === 0) return unknownPlaces;
  // Both ascend: one walk through the two.
  const from = before.atoms.length;
  let at = 0;
  for (const position of left.positions) {
    while ((right.positions[at] ?? Number.POSITIVE_INFINITY) < position + from) at += 1;
    if ((right.positions[at] ?? Number.POSITIVE_INFINITY) <= position + from + words) return 1;
  }
  return 0;
}

function leastWeight(before: Hits, after: Hits, unit: number): number {
  return Math.min(before.units.get(unit)?.weight ?? 0, after.units.get(unit)?.weight ?? 0);
}
