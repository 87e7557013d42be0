import { describe, expect, it } from 'vitest';
import outside from './fixtures/lora-regions.json' with { type: 'json' };
import { type LoraLinkInput, loraLink } from './lora-link.ts';
import { loraRegionIds, loraRegions } from './lora-regions.ts';

const usual: LoraLinkInput = {
  chip: 'sx126x',
  sf: 7,
  bandwidthHz: 125000,
  codingRate: 5,
  preambleSymbols: 8,
  explicitHeader: true,
  crc: true,
  lowDataRateOptimize: 'auto',
  payloadBytes: 20,
  frequencyHz: 868100000,
  txPowerDbm: 14,
  txGainDbi: 0,
  rxGainDbi: 0,
  cableLossDb: 0,
  noiseFigureDb: 6,
  fadeMarginDb: 10,
  pathLossExponent: 3,
  referenceDistanceM: 1,
  baseHeightM: 30,
  mobileHeightM: 1.5,
  region: 'EU868',
  uplinkDwellTime: true,
  repeaterCompatible: false,
  hoppingChannels: 8,
  messageIntervalS: 900,
  batteryCapacityMah: 2400,
  sleepCurrentUa: 10,
  txCurrentMa: 45,
  rxCurrentMa: 5,
  rxTimeS: 0.1,
  selfDischargePerYear: 0.02,
};

describe('loraLink', () => {
  it('adds up: sensitivity = thermal noise + noise figure + SNR limit; path loss = budget − margin', () => {
    const link = loraLink(usual);
    expect(link.sensitivityDbm).toBeCloseTo(link.noiseFloorDbm + 6 + link.snrLimitDb, 12);
    expect(link.receiverNoiseDbm).toBeCloseTo(link.noiseFloorDbm + 6, 12);
    expect(link.maxPathLossDb).toBeCloseTo(14 - link.sensitivityDbm - 10, 12);
  });

  it('EU868: 1 % at 868.1 MHz, 10 % at 869.525 MHz, nothing said in a gap', () => {
    expect(loraLink(usual)).toMatchObject({ dataRate: 5, maxPayloadBytes: 242, dutyCycle: 0.01, messagesPerDay: 15271 });
    expect(loraLink({ ...usual, frequencyHz: 869525000 })).toMatchObject({ dutyCycle: 0.1, maxPowerDbm: 29.15 });
    expect(loraLink({ ...usual, frequencyHz: 868650000 })).toMatchObject({ dutyCycle: null, shortestIntervalS: null, messagesPerDay: null });
  });

  it('US915: 24 bytes at SF10 just fit the dwell time, 25 are forbidden, 500 kHz has none', () => {
    const us: LoraLinkInput = { ...usual, region: 'US915', frequencyHz: 903900000, sf: 10, payloadBytes: 24 };
    expect(loraLink(us)).toMatchObject({ maxTimeOnAirS: 0.4, maxPayloadBytes: 11, shortestIntervalS: 2.5 });
    expect(loraLink({ ...us, payloadBytes: 29 })).toMatchObject({ shortestIntervalS: null, messagesPerDay: 0 });
    expect(loraLink({ ...us, sf: 8, bandwidthHz: 500000 })).toMatchObject({ dataRate: 4, maxTimeOnAirS: null });
  });

  it('AS923: payloads with and without dwell time; a repeater takes the largest to 222', () => {
    const as: LoraLinkInput = { ...usual, region: 'AS923', frequencyHz: 923200000, sf: 10, payloadBytes: 20 };
    expect(loraLink(as).maxPayloadBytes).toBe(11);
    expect(loraLink({ ...as, uplinkDwellTime: false }).maxPayloadBytes).toBe(115);
    expect(loraLink({ ...as, sf: 7, repeaterCompatible: true }).maxPayloadBytes).toBe(222);
  });

  it.each(loraRegionIds)('%s: gives the payloads that RP002-1.0.3 prints for frames that may pass a repeater', (region) => {
    const printed = outside.rp002[region].rows as [dataRate: number, repeater: number, otherwise: number][];
    const { dataRates, exampleFrequencyHz } = loraRegions[region];
    for (const [row, [dataRate, repeater, otherwise]] of printed.entries()) {
      const { sf = 7, bandwidthHz = 125000 } = dataRates[row] ?? {};
      const link = { ...usual, region, frequencyHz: exampleFrequencyHz, uplinkDwellTime: false, sf, bandwidthHz };
      expect(loraLink({ ...link, repeaterCompatible: true })).toMatchObject({ dataRate, maxPayloadBytes: repeater });
      expect(loraLink(link)).toMatchObject({ dataRate, maxPayloadBytes: otherwise });
    }
  });

  it('without a region there are no limits', () => {
    expect(loraLink({ ...usual, region: 'none' })).toMatchObject({
      dataRate: null,
      maxPayloadBytes: null,
      maxPowerDbm: null,
      shortestIntervalS: null,
      messagesPerDay: null,
    });
  });

  it('Hata is null outside of its heights; battery life is null if the cycle is too short', () => {
    expect(loraLink({ ...usual, baseHeightM: 10 })).toMatchObject({ hataUrbanRangeM: null, hataOpenRangeM: null });
    expect(loraLink({ ...usual, messageIntervalS: 0.15 })).toMatchObject({ averageCurrentMa: null, batteryLifeYears: null });
  });

  it('refuses a frequency that the chip does not reach and a region that does not exist', () => {
    expect(() => loraLink({ ...usual, frequencyHz: 140e6 })).toThrow(/^frequencyHz: /);
    expect(() => loraLink({ ...usual, region: 'XX868' as never })).toThrow(/^region: /);
  });
});
