import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import pycraf from './fixtures/free-space-pycraf.json' with { type: 'json' };
import ns3 from './fixtures/hata-ns3.json' with { type: 'json' };
import type { InputError } from './input-error.ts';
import { freeSpaceLossDb, freeSpaceRangeM, type HataArea, hataLossDb, hataRange, logDistanceLossDb, logDistanceRangeM } from './path-loss.ts';

describe('against the outside world', () => {
  it('freeSpaceLossDb equals pycraf', () => {
    for (const [frequencyHz, distanceM, lossDb] of pycraf.rows as [number, number, number][]) {
      expect(Math.abs(freeSpaceLossDb(distanceM, frequencyHz) - lossDb)).toBeLessThan(1e-9);
    }
  });

  it('freeSpaceLossDb(d, f) is 32.4 + 20 log f/MHz + 20 log d/km, the rounded form of handbooks', () => {
    expect(Math.abs(freeSpaceLossDb(5000, 868e6) - (32.4 + 20 * Math.log10(868) + 20 * Math.log10(5)))).toBeLessThan(0.05);
  });

  it('hataLossDb equals ns-3 at 720 places', () => {
    expect(ns3.rows.length).toBe(720);
    for (const [area, frequencyHz, baseHeightM, mobileHeightM, distanceM, lossDb] of ns3.rows as [HataArea, number, number, number, number, number][]) {
      expect(Math.abs(hataLossDb(area, distanceM, { frequencyHz, baseHeightM, mobileHeightM }) - lossDb)).toBeLessThan(1e-9);
    }
  });

  it('hataLossDb gives the values printed with ns-3’s own tests, to their two decimals', () => {
    for (const [area, lossDb] of ns3.printed.rows as [HataArea, number][]) {
      expect(Math.abs(hataLossDb(area, 2000, { frequencyHz: 869e6, baseHeightM: 30, mobileHeightM: 1 }) - lossDb)).toBeLessThan(0.006);
    }
  });
});

const frequencyHz = fc.double({ min: 150e6, max: 1020e6, noNaN: true });
const link = fc.record({ frequencyHz, baseHeightM: fc.double({ min: 30, max: 200, noNaN: true }), mobileHeightM: fc.double({ min: 1, max: 10, noNaN: true }) });
const area = fc.constantFrom<HataArea>('urban', 'suburban', 'open');
/** No answer at all is as far off as can be. */
const relative = (a: number | null, b: number) => Math.abs((a ?? Number.POSITIVE_INFINITY) / b - 1);

describe('laws', () => {
  it('each range is the inverse of its loss', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1000.001, max: 19999.999, noNaN: true }),
        link,
        area,
        fc.double({ min: 1.5, max: 6, noNaN: true }),
        (distanceM, place, kind, exponent) => {
          expect(relative(freeSpaceRangeM(freeSpaceLossDb(distanceM, place.frequencyHz), place.frequencyHz), distanceM)).toBeLessThan(1e-9);
          const model = { frequencyHz: place.frequencyHz, exponent, referenceDistanceM: 100 };
          expect(relative(logDistanceRangeM(logDistanceLossDb(distanceM, model), model), distanceM)).toBeLessThan(1e-9);
          expect(relative(hataRange(kind, hataLossDb(kind, distanceM, place), place).distanceM, distanceM)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('town loses more than suburb, suburb more than open country, and each more than free space', () => {
    fc.assert(
      fc.property(fc.double({ min: 1000, max: 20000, noNaN: true }), link, (distanceM, place) => {
        const [urban, suburban, open] = (['urban', 'suburban', 'open'] as const).map((kind) =>
          hataLossDb(kind, distanceM, { ...place, mobileHeightM: 1.5 }),
        ) as [number, number, number];
        expect(urban).toBeGreaterThan(suburban);
        expect(suburban).toBeGreaterThan(open);
        expect(open).toBeGreaterThan(freeSpaceLossDb(distanceM, place.frequencyHz) - 6);
      }),
    );
  });

  it('log-distance with exponent 2 is free space', () => {
    const model = { frequencyHz: 868e6, exponent: 2, referenceDistanceM: 1 };
    expect(logDistanceLossDb(3000, model)).toBeCloseTo(freeSpaceLossDb(3000, 868e6), 9);
  });
});

describe('edges and refusals', () => {
  const place = { frequencyHz: 868e6, baseHeightM: 30, mobileHeightM: 1.5 };

  it('hataRange says on which side of 1 to 20 km the range would lie', () => {
    expect(hataRange('urban', 60, place)).toEqual({ distanceM: null, outside: 'below' });
    expect(hataRange('open', 200, place)).toEqual({ distanceM: null, outside: 'above' });
  });

  it('logDistanceRangeM is null before the reference distance', () => {
    expect(logDistanceRangeM(20, { frequencyHz: 868e6, exponent: 3, referenceDistanceM: 1 })).toBeNull();
  });

  it('hataLossDb names the field that is outside of the fit', () => {
    const refusal = (change: object, distanceM = 5000) => {
      try {
        hataLossDb('urban', distanceM, { ...place, ...change });
      } catch (error) {
        return (error as InputError).field;
      }
      return null;
    };
    expect(refusal({})).toBeNull();
    expect(refusal({ frequencyHz: 149e6 })).toBe('frequencyHz');
    expect(refusal({ baseHeightM: 29 })).toBe('baseHeightM');
    expect(refusal({ mobileHeightM: 11 })).toBe('mobileHeightM');
    expect(refusal({}, 999)).toBe('distanceM');
    expect(() => freeSpaceLossDb(0, 868e6)).toThrow(/^distanceM: /);
  });
});
