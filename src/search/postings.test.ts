import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePostings, encodePostings, type Field, mergePostings, type Posting } from './postings.ts';

const ascending = (max: number) => fc.uniqueArray(fc.nat({ max }), { minLength: 1, maxLength: 12 }).map((values) => values.sort((a, b) => a - b));
const postings = fc
  .tuple(ascending(1_000_000), fc.array(fc.tuple(ascending(65_535), fc.constantFrom<Field>(0, 1, 2, 3)), { minLength: 12, maxLength: 12 }))
  .map(([units, rest]) =>
    units.map((unit, index): Posting => {
      const [positions, field] = rest[index] as [number[], Field];
      return { unit, field, count: positions.length, positions };
    }),
  );

describe('encodePostings, decodePostings', () => {
  it('give back what was put in, with and without places', () => {
    fc.assert(
      fc.property(postings, (list) => {
        expect(decodePostings(encodePostings(list))).toEqual(list);
        expect(decodePostings(encodePostings(list, false))).toEqual(list.map((one) => ({ ...one, positions: [] })));
      }),
    );
  });
});

describe('mergePostings(lists)', () => {
  it('has each unit once, ascending, with all places and the most telling field', () => {
    const one: Posting[] = [{ unit: 3, field: 0, count: 2, positions: [1, 5] }];
    const other: Posting[] = [
      { unit: 1, field: 0, count: 1, positions: [0] },
      { unit: 3, field: 2, count: 2, positions: [0, 5] },
    ];
    expect(mergePostings([one, other])).toEqual([
      { unit: 1, field: 0, count: 1, positions: [0] },
      { unit: 3, field: 2, count: 3, positions: [0, 1, 5] },
    ]);
  });
  it('adds counts where places were left out', () => {
    const list = (count: number): Posting[] => [{ unit: 0, field: 0, count, positions: [] }];
    expect(mergePostings([list(2), list(3)])).toEqual(list(5));
  });
});
