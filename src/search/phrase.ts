import type { Posting } from './postings.ts';
import type { PhrasePart } from './tokens.ts';

export interface FoundPart extends PhrasePart {
  postings: Posting[];
  /** The list of postings was cut short: that a unit is not in it says nothing. */
  cut: boolean;
}

/** Units that hold all parts at their distances, with the places of the phrase's first atom. A part without places holds anywhere in its units. */
export function matchPhrase(parts: FoundPart[]): Posting[] {
  const [rarest, ...others] = [...parts].sort((a, b) => Number(a.cut) - Number(b.cut) || a.postings.length - b.postings.length);
  if (!rarest) return [];
  if (others.length === 0) return rarest.offset === 0 ? rarest.postings : rarest.postings.map((one) => shift(one, rarest.offset));
  const byUnit = others.map((part) => ({ part, units: new Map(part.postings.map((posting) => [posting.unit, posting])) }));
  return rarest.postings.flatMap((posting) => {
    let { field } = posting;
    let starts = posting.positions.map((position) => position - rarest.offset);
    for (const { part, units } of byUnit) {
      const there = units.get(posting.unit);
      if (!there) {
        if (part.cut) continue;
        return [];
      }
      if (there.field < field) field = there.field;
      if (there.positions.length === 0) continue;
      const here = new Set(there.positions.map((position) => position - part.offset));
      starts = starts.length === 0 ? [...here] : starts.filter((start) => here.has(start));
      if (starts.length === 0) return [];
    }
    return [{ unit: posting.unit, field, count: Math.max(1, starts.length), positions: starts.sort((a, b) => a - b) }];
  });
}

function shift(posting: Posting, offset: number): Posting {
  return { ...posting, positions: posting.positions.map((position) => position - offset) };
}
