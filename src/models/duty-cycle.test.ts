import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesPerDay, shortestIntervalS } from './duty-cycle.ts';

const fcc = { kind: 'occupancy', maxOccupancyS: 0.4, periodS: 20, channels: 1 } as const;

describe('shortestIntervalS', () => {
  it('1 % of 164.864 ms is 16.4864 s, as the public AN1200.13 spreadsheet has it', () => {
    expect(shortestIntervalS(0.164864, { kind: 'duty-cycle', dutyCycle: 0.01 })).toBeCloseTo(16.4864, 10);
  });

  it('one 371 ms packet per channel and 20 s; eight channels share', () => {
    expect(shortestIntervalS(0.370688, fcc)).toBe(20);
    expect(shortestIntervalS(0.370688, { ...fcc, channels: 8 })).toBe(2.5);
    expect(shortestIntervalS(0.1, fcc)).toBe(5);
  });

  it('is null if one packet is too long for a channel, and never shorter than the packet', () => {
    expect(shortestIntervalS(0.41, fcc)).toBeNull();
    expect(shortestIntervalS(0.39, { ...fcc, channels: 1000 })).toBe(0.39);
    expect(shortestIntervalS(0.5, { kind: 'duty-cycle', dutyCycle: 1 })).toBe(0.5);
  });

  it('keeps the share of time within the limit', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 0.4, noNaN: true }), fc.integer({ min: 1, max: 72 }), (airtimeS, channels) => {
        const intervalS = shortestIntervalS(airtimeS, { ...fcc, channels }) ?? 0;
        expect(airtimeS / intervalS).toBeLessThanOrEqual(Math.min(1, (0.4 / 20) * channels) * (1 + 1e-9));
      }),
    );
  });

  it('refuses a share of time above 1 or of nothing', () => {
    for (const dutyCycle of [0, 1.1, Number.NaN]) expect(() => shortestIntervalS(1, { kind: 'duty-cycle', dutyCycle })).toThrow(/^dutyCycle: /);
    expect(() => shortestIntervalS(0, fcc)).toThrow(/^timeOnAirS: /);
  });
});

describe('messagesPerDay', () => {
  it('counts whole messages, and does not lose one to rounding', () => {
    expect(messagesPerDay(5.6576)).toBe(15271);
    for (const perDay of [1, 7, 144, 1440, 86399, 86400]) expect(messagesPerDay(86400 / perDay)).toBe(perDay);
  });
});
