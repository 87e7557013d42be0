import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageCurrentMa, batteryLifeYears } from './battery-life.ts';

const profile = { sleepCurrentUa: 10, txCurrentMa: 45, rxCurrentMa: 5, txTimeS: 0.1, rxTimeS: 0.2, messageIntervalS: 100 };

/** An independent way to the same answer: emptying the battery in small steps. */
function lifeByStepsYears(capacityMah: number, currentMa: number, selfDischarge: number): number {
  const stepYears = 1e-4;
  const keep = (1 - selfDischarge) ** stepYears;
  const drawMah = currentMa * 365.25 * 24 * stepYears;
  let years = 0;
  for (let left = capacityMah; left > 0; left = left * keep - drawMah) years += stepYears;
  return years;
}

describe('averageCurrentMa', () => {
  it('weighs currents by time', () => {
    expect(averageCurrentMa(profile)).toBeCloseTo((45 * 0.1 + 5 * 0.2 + 0.01 * 99.7) / 100, 12);
  });

  it('tends to the sleep current for rare messages', () => {
    expect(averageCurrentMa({ ...profile, messageIntervalS: 1e9 })).toBeCloseTo(0.01, 6);
  });

  it('refuses a cycle shorter than its parts, and negative figures', () => {
    expect(() => averageCurrentMa({ ...profile, messageIntervalS: 0.29 })).toThrow(/^messageIntervalS: /);
    expect(() => averageCurrentMa({ ...profile, txCurrentMa: -1 })).toThrow(/^txCurrentMa: /);
  });
});

describe('batteryLifeYears', () => {
  it('without self-discharge is capacity over current: 8766 mAh at 1 mA last a year', () => {
    expect(batteryLifeYears(8766, 1, 0)).toBeCloseTo(1, 12);
  });

  it('with self-discharge agrees with emptying the battery step by step', () => {
    for (const [capacity, current, loss] of [
      [2400, 0.02, 0.02],
      [2400, 0.1, 0.3],
      [19000, 0.01, 0.01],
    ] as const) {
      expect(Math.abs(batteryLifeYears(capacity, current, loss) / lifeByStepsYears(capacity, current, loss) - 1)).toBeLessThan(1e-3);
    }
  });

  it('falls with current and with self-discharge, and is continuous at none', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 10, max: 1e5, noNaN: true }),
        fc.double({ min: 1e-3, max: 10, noNaN: true }),
        fc.double({ min: 0.001, max: 0.9, noNaN: true }),
        (capacity, current, loss) => {
          const plain = batteryLifeYears(capacity, current, 0);
          expect(batteryLifeYears(capacity, current, loss)).toBeLessThan(plain);
          expect(batteryLifeYears(capacity, current * 1.1, loss)).toBeLessThan(batteryLifeYears(capacity, current, loss));
          expect(Math.abs(batteryLifeYears(capacity, current, 1e-12) / plain - 1)).toBeLessThan(1e-6);
        },
      ),
    );
  });

  it('refuses no current and a loss of everything', () => {
    expect(() => batteryLifeYears(2400, 0, 0)).toThrow(/^currentMa: /);
    expect(() => batteryLifeYears(2400, 1, 1)).toThrow(/^selfDischargePerYear: /);
  });
});
