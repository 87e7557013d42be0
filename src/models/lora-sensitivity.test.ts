import { describe, expect, it } from 'vitest';
import printed from './fixtures/semtech-printed.json' with { type: 'json' };
import { linkBudgetDb, maxPathLossDb, sensitivityDbm, snrLimitDb, thermalNoiseDbm, thermalNoiseDensityDbmPerHz } from './lora-sensitivity.ts';

describe('against data sheet and design guide', () => {
  it('thermalNoiseDensityDbmPerHz() is the −174 that everyone types', () => {
    expect(thermalNoiseDensityDbmPerHz()).toBeCloseTo(-173.975, 3);
  });

  it('snrLimitDb(sf) gives Table 13 of the SX1276 data sheet and Table 6-1 of the SX1261/2 data sheet, which adds SF5', () => {
    for (const [sf, snrDb] of [...printed.snrLimitsDb, ...printed.snrLimitsSx1261Db] as [number, number][]) expect(snrLimitDb(sf)).toBe(snrDb);
    expect(printed.snrLimitsSx1261Db[0]).toEqual([5, -2.5]);
  });

  it('sensitivityDbm with a noise figure of 6 dB gives the figures of AN1200.13, printed in whole dBm', () => {
    for (const [sf, bandwidthHz, dbm] of printed.sensitivitiesDbm as [number, number, number][]) {
      expect(Math.abs(sensitivityDbm(sf, bandwidthHz, 6) - dbm)).toBeLessThan(0.5);
    }
  });
});

describe('laws', () => {
  it('a spreading factor more is 2.5 dB, twice the bandwidth is 3.01 dB, a dB of noise figure is a dB', () => {
    for (let sf = 5; sf < 12; sf++) expect(snrLimitDb(sf) - snrLimitDb(sf + 1)).toBe(2.5);
    expect(thermalNoiseDbm(250000) - thermalNoiseDbm(125000)).toBeCloseTo(10 * Math.log10(2), 12);
    expect(sensitivityDbm(9, 125000, 7) - sensitivityDbm(9, 125000, 6)).toBeCloseTo(1, 12);
  });

  it('linkBudgetDb adds gains and takes losses; the fade margin is taken from it', () => {
    const ends = { txPowerDbm: 14, txGainDbi: 2, rxGainDbi: 5, cableLossDb: 3 };
    expect(linkBudgetDb(ends, -137)).toBe(155);
    expect(maxPathLossDb(155, 10)).toBe(145);
  });
});

describe('refusals', () => {
  it('snrLimitDb refuses what is no spreading factor', () => {
    for (const sf of [4, 13, 7.5, Number.NaN]) expect(() => snrLimitDb(sf)).toThrow(/^sf: /);
  });
});
