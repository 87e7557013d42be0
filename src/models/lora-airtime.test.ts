import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import loramac from './fixtures/lora-airtime-loramac-node.json' with { type: 'json' };
import radiolib from './fixtures/lora-airtime-radiolib.json' with { type: 'json' };
import swl from './fixtures/lora-airtime-swl2001.json' with { type: 'json' };
import printed from './fixtures/semtech-printed.json' with { type: 'json' };
import { InputError } from './input-error.ts';
import {
  bitRateBps,
  type LoraChip,
  type LoraPacket,
  loraBandwidthsHz,
  lowDataRateOptimizeByRule,
  maxSpreadingFactor,
  payloadSymbols,
  symbolTimeS,
  syncSymbols,
  timeOnAirS,
} from './lora-airtime.ts';

const usual: LoraPacket = {
  chip: 'sx127x',
  sf: 7,
  bandwidthHz: 125000,
  codingRate: 5,
  preambleSymbols: 8,
  explicitHeader: true,
  crc: true,
  lowDataRateOptimize: 'auto',
  payloadBytes: 20,
};

/** A fixture's row as a packet, by the fixture's own column names. */
function packetOf({ columns }: { columns: string[] }, row: unknown[]): LoraPacket & Record<string, number> {
  return { ...usual, ...Object.fromEntries(columns.map((column, index) => [column, row[index]])) } as never;
}

function fieldOf(compute: () => unknown): string | undefined {
  try {
    compute();
  } catch (error) {
    if (error instanceof InputError) return error.field;
    throw error;
  }
  return undefined;
}

describe('against the outside world', () => {
  it('timeOnAirS(packet) equals Semtech’s SWL2001 drivers for 2,800 packets', () => {
    expect(swl.rows.length).toBe(2800);
    for (const row of swl.rows) {
      const { numerator, ...packet } = packetOf(swl, row);
      expect(timeOnAirS(packet), String(row)).toBe((numerator as number) / packet.bandwidthHz);
    }
  });

  it('timeOnAirS(packet) rounded up to milliseconds equals LoRaMac-node for 1,008 packets, which sets the optimisation by itself', () => {
    expect(loramac.rows.length).toBe(1008);
    for (const row of loramac.rows) {
      const { timeOnAirMs, ...packet } = packetOf(loramac, row);
      expect(Math.ceil(timeOnAirS(packet) * 1000 - 1e-9), String(row)).toBe(timeOnAirMs);
    }
  });

  it('symbols on the SX127x equal RadioLib’s, SF6 included', () => {
    expect(radiolib.rows.filter((row) => row[1] === 6).length).toBe(240);
    for (const row of radiolib.rows) {
      const { symbols, ...packet } = packetOf(radiolib, row);
      expect(packet.preambleSymbols + syncSymbols(packet.chip, packet.sf) + payloadSymbols(packet), String(row)).toBe(symbols);
    }
  });

  it('gives the times printed in AN1200.13', () => {
    for (const [sf, bandwidthHz, ms] of printed.airtimesMs as [number, number, number][]) {
      const packet = { ...usual, sf, bandwidthHz, codingRate: 6, payloadBytes: 10, explicitHeader: false };
      expect(Math.abs(timeOnAirS(packet) * 1000 - ms)).toBeLessThan(0.1);
    }
  });

  it('bitRateBps(12, bandwidth, 5) gives the figures of the SX1276 data sheet, Table 15', () => {
    for (const [bandwidthHz, bps] of printed.nominalBitRatesBps as [number, number][]) expect(Math.abs(bitRateBps(12, bandwidthHz, 5) - bps)).toBeLessThan(0.8);
  });

  it('SF7, 125 kHz, 4/5, 20 bytes: 56.576 ms; SF12: 1318.912 ms', () => {
    expect(timeOnAirS(usual)).toBe(0.056576);
    expect(timeOnAirS({ ...usual, sf: 12 })).toBe(1.318912);
  });
});

const anyPacket = fc.record({
  chip: fc.constantFrom<LoraChip>('sx127x', 'sx126x'),
  sf: fc.integer({ min: 7, max: 12 }),
  bandwidthHz: fc.constantFrom(...loraBandwidthsHz),
  codingRate: fc.integer({ min: 5, max: 8 }),
  preambleSymbols: fc.integer({ min: 6, max: 65535 }),
  explicitHeader: fc.boolean(),
  crc: fc.boolean(),
  lowDataRateOptimize: fc.constantFrom<'auto' | boolean>('auto', true, false),
  payloadBytes: fc.integer({ min: 0, max: 254 }),
});

describe('laws', () => {
  it('never falls with payload, spreading factor, code rate or preamble', () => {
    fc.assert(
      fc.property(anyPacket, (packet) => {
        const time = timeOnAirS(packet);
        expect(timeOnAirS({ ...packet, payloadBytes: packet.payloadBytes + 1 })).toBeGreaterThanOrEqual(time);
        expect(timeOnAirS({ ...packet, codingRate: Math.min(8, packet.codingRate + 1) })).toBeGreaterThanOrEqual(time);
        if (packet.preambleSymbols < 65535) expect(timeOnAirS({ ...packet, preambleSymbols: packet.preambleSymbols + 1 })).toBeGreaterThan(time);
        if (packet.sf < 12) expect(timeOnAirS({ ...packet, sf: packet.sf + 1 })).toBeGreaterThan(time);
      }),
    );
  });

  it('payloadSymbols grows in whole blocks of codingRate symbols from 8', () => {
    fc.assert(
      fc.property(anyPacket, (packet) => {
        expect((payloadSymbols(packet) - 8) % packet.codingRate).toBe(0);
        expect(payloadSymbols(packet)).toBeGreaterThanOrEqual(8);
      }),
    );
  });

  it('twice the bandwidth is half the time, with the optimisation held', () => {
    fc.assert(
      fc.property(anyPacket, (packet) => {
        const fixed = { ...packet, lowDataRateOptimize: false, bandwidthHz: 250000 };
        expect(timeOnAirS({ ...fixed, bandwidthHz: 125000 })).toBeCloseTo(2 * timeOnAirS(fixed), 9);
      }),
    );
  });

  it('both families agree from SF7 on and differ below', () => {
    fc.assert(
      fc.property(anyPacket, (packet) => {
        expect(timeOnAirS({ ...packet, chip: 'sx127x' })).toBe(timeOnAirS({ ...packet, chip: 'sx126x' }));
      }),
    );
    const sf6 = { ...usual, sf: 6, explicitHeader: false };
    expect(timeOnAirS({ ...sf6, chip: 'sx126x' }) - timeOnAirS({ ...sf6, chip: 'sx127x' })).toBeCloseTo((6.25 - 4.25) * symbolTimeS(6, 125000), 12);
  });

  it('no offered symbol time lies between 12.5 and 16 ms or 16.4 and 24 ms: the data sheets’ two thresholds are one', () => {
    for (const bandwidthHz of loraBandwidthsHz) {
      for (let sf = 5; sf <= 12; sf++) {
        const ms = symbolTimeS(sf, bandwidthHz) * 1000;
        expect((ms > 12.5 && ms < 16.38) || (ms > 16.4 && ms < 24)).toBe(false);
        expect(lowDataRateOptimizeByRule(sf, bandwidthHz)).toBe(ms > 14);
      }
    }
  });
});

describe('edges and refusals', () => {
  it('an empty packet without header and CRC still has 8 payload symbols', () => {
    expect(payloadSymbols({ ...usual, payloadBytes: 0, explicitHeader: false, crc: false })).toBe(8);
  });

  it('names the field that is wrong', () => {
    expect(fieldOf(() => timeOnAirS({ ...usual, sf: 5 }))).toBe('sf');
    expect(fieldOf(() => timeOnAirS({ ...usual, sf: 13 }))).toBe('sf');
    expect(fieldOf(() => timeOnAirS({ ...usual, sf: 7.5 }))).toBe('sf');
    expect(fieldOf(() => timeOnAirS({ ...usual, sf: 6 }))).toBe('explicitHeader');
    expect(fieldOf(() => timeOnAirS({ ...usual, sf: 6, explicitHeader: false }))).toBeUndefined();
    expect(fieldOf(() => timeOnAirS({ ...usual, chip: 'sx126x', sf: 6 }))).toBeUndefined();
    expect(fieldOf(() => timeOnAirS({ ...usual, bandwidthHz: 100000 }))).toBe('bandwidthHz');
    expect(fieldOf(() => timeOnAirS({ ...usual, bandwidthHz: Number.NaN }))).toBe('bandwidthHz');
    expect(fieldOf(() => timeOnAirS({ ...usual, codingRate: 4 }))).toBe('codingRate');
    expect(fieldOf(() => timeOnAirS({ ...usual, payloadBytes: 256 }))).toBe('payloadBytes');
    expect(fieldOf(() => timeOnAirS({ ...usual, payloadBytes: -1 }))).toBe('payloadBytes');
    expect(fieldOf(() => timeOnAirS({ ...usual, preambleSymbols: 5 }))).toBe('preambleSymbols');
    expect(fieldOf(() => timeOnAirS({ ...usual, chip: 'sx999' as LoraChip }))).toBe('chip');
  });

  it('accepts the rounded bandwidths that data sheets print, as they are', () => {
    for (const khz of [7.8, 7.81, 10.4, 10.42, 15.6, 15.63, 20.8, 20.83, 31.2, 31.25, 41.7, 41.67, 62.5]) {
      expect(fieldOf(() => timeOnAirS({ ...usual, bandwidthHz: khz * 1000 }))).toBeUndefined();
    }
    expect(symbolTimeS(7, 7800)).toBe(128 / 7800);
  });

  it('the LLCC68 stops at SF9, SF10 and SF11 in 125, 250 and 500 kHz and has nothing narrower', () => {
    for (const [bandwidthHz, max] of [
      [125000, 9],
      [250000, 10],
      [500000, 11],
    ] as const) {
      expect(maxSpreadingFactor('llcc68', bandwidthHz)).toBe(max);
      expect(fieldOf(() => timeOnAirS({ ...usual, chip: 'llcc68', bandwidthHz, sf: max }))).toBeUndefined();
      expect(fieldOf(() => timeOnAirS({ ...usual, chip: 'llcc68', bandwidthHz, sf: max + 1 }))).toBe('sf');
    }
    expect(fieldOf(() => timeOnAirS({ ...usual, chip: 'llcc68', bandwidthHz: 62500 }))).toBe('bandwidthHz');
  });
});
