import { describe, expect, it } from 'vitest';
import outside from './fixtures/lora-regions.json' with { type: 'json' };
import { timeOnAirS } from './lora-airtime.ts';
import { dataRateOf, loraRegionIds, loraRegions, lorawanOverheadBytes, subBandOf } from './lora-regions.ts';

const chirpstack = outside.chirpstack as unknown as Record<string, [number, number, number][]>;
const loramac = new Map(
  Object.entries(outside.loramacNode as unknown as Record<string, { rows: [number, number, number, number, number][]; maxPowerDbm: number }>),
);
const rp002 = new Map(Object.entries(outside.rp002 as unknown as Record<string, { tables: string; rows: number[][]; dwell?: number[][] }>));

describe.each(loraRegionIds)('%s', (id) => {
  const region = loraRegions[id];

  it('has the uplink data rates of RP002-1.0.5 as ChirpStack has them', () => {
    expect(region.dataRates.map(({ dataRate, sf, bandwidthHz }) => [dataRate, sf, bandwidthHz])).toEqual(chirpstack[id]);
  });

  it('has the payloads of RP002-1.0.3 where no repeater is in the way, with and without dwell time', () => {
    const { rows = [], dwell = rows } = rp002.get(id) ?? {};
    const printed = rows.map(([dataRate, , payload], row) => ({ dataRate, maxPayloadBytes: payload, maxPayloadDwellBytes: dwell[row]?.[2] }));
    expect(region.dataRates.slice(0, rows.length)).toMatchObject(printed);
  });

  it('has the payloads of LoRaMac-node', () => {
    const rows = loramac.get(id)?.rows ?? [];
    expect(rows.length).toBeGreaterThan(4);
    for (const [dataRate, sf, bandwidthHz, payload, payloadDwell] of rows) {
      expect(dataRateOf(region, sf, bandwidthHz)).toMatchObject({ dataRate, maxPayloadBytes: payload, maxPayloadDwellBytes: payloadDwell });
    }
  });

  it('has LoRaMac-node’s default power among its sub-bands', () => {
    // RP002-1.0.5 lowered IN865 from 30 to 29.2 dBm. 12 and 19 dBm of RP002 are 10 and 50 mW e.r.p. rounded down, which LoRaMac-node writes as 12.15 and 19.15.
    const power = id === 'IN865' ? 29.2 : (loramac.get(id)?.maxPowerDbm ?? Number.NaN);
    expect(Math.min(...region.subBands.map((band) => Math.abs(band.maxPowerDbm - power)))).toBeLessThan(0.16);
  });

  it('has sub-bands in order without overlap, shares of time within 1, and its example inside', () => {
    let endHz = 0;
    for (const { minHz, maxHz, dutyCycle } of region.subBands) {
      expect(minHz).toBeGreaterThanOrEqual(endHz);
      expect(maxHz).toBeGreaterThan(minHz);
      if (dutyCycle !== null) expect(dutyCycle > 0 && dutyCycle <= 1).toBe(true);
      endHz = maxHz;
    }
    expect(subBandOf(region, region.exampleFrequencyHz)).not.toBeNull();
  });

  it('numbers each data rate once and each modulation once', () => {
    expect(new Set(region.dataRates.map((rate) => rate.dataRate)).size).toBe(region.dataRates.length);
    expect(new Set(region.dataRates.map((rate) => `${rate.sf}/${rate.bandwidthHz}`)).size).toBe(region.dataRates.length);
  });

  it('never allows a payload that outlasts its own dwell time, and none larger than without', () => {
    for (const { sf, bandwidthHz, maxPayloadBytes, maxPayloadDwellBytes } of region.dataRates) {
      expect(maxPayloadDwellBytes).toBeLessThanOrEqual(maxPayloadBytes);
      if (!region.dwell || maxPayloadDwellBytes === 0) continue;
      const airtimeS = timeOnAirS({
        chip: 'sx126x',
        sf,
        bandwidthHz,
        codingRate: 5,
        preambleSymbols: sf < 7 ? 12 : 8,
        explicitHeader: true,
        crc: true,
        lowDataRateOptimize: 'auto',
        payloadBytes: maxPayloadDwellBytes + lorawanOverheadBytes,
      });
      expect(airtimeS, `SF${sf}`).toBeLessThanOrEqual(region.dwell.maxS);
    }
  });
});

describe('edges', () => {
  it('subBandOf(region, frequency) is null in the gaps of EU868', () => {
    expect(subBandOf(loraRegions.EU868, 868.65e6)).toBeNull();
    expect(subBandOf(loraRegions.EU868, 869.525e6)).toMatchObject({ dutyCycle: 0.1 });
    expect(subBandOf(loraRegions.EU868, 868.1e6)).toMatchObject({ dutyCycle: 0.01 });
  });

  it('EU433 may be used a tenth of the time (RP002-1.0.3, §2.7.2)', () => {
    expect(subBandOf(loraRegions.EU433, 433.175e6)).toMatchObject({ dutyCycle: 0.1, maxPowerDbm: 12 });
  });

  it('a data rate that a dwell time closes has payload 0: SF12 and SF11 in AS923, SF12 in CN470', () => {
    expect(dataRateOf(loraRegions.AS923, 12, 125000)).toMatchObject({ maxPayloadBytes: 51, maxPayloadDwellBytes: 0 });
    expect(dataRateOf(loraRegions.CN470, 12, 125000)).toMatchObject({ maxPayloadBytes: 0 });
    expect(dataRateOf(loraRegions.US915, 12, 125000)).toBeNull();
  });
});
