import { requireNumber } from './input-error.ts';

/**
 * LoRaWAN channel plans as data: uplink data rates with LoRa modulation, their largest payloads, and the limits on transmitting.
 *
 * Source: LoRaWAN Regional Parameters RP002-1.0.3, §2 (per region: data rates, maximum payload sizes, power, duty cycle, dwell time), with what RP002-1.0.5 changed: SF6 and
 * SF5, and IN865's power. Of RP002-1.0.5 two pages could be read (Table 73, AS923's payloads with SF6 and SF5; Table 94, IN865's power); the other regions' SF6 and SF5 are
 * as ChirpStack has them (see the fixture). EU868's sub-bands: The Things Network's list and LoRaMac-node's, with the powers of the Spanish note UN-39. The rules of a country
 * may be narrower; LR-FHSS and FSK data rates are left out.
 */
export const loraRegionIds = ['EU868', 'US915', 'CN470', 'AS923', 'IN865', 'EU433', 'AU915', 'KR920'] as const;

export type LoraRegionId = (typeof loraRegionIds)[number];

export interface RegionDataRate {
  dataRate: number;
  sf: number;
  bandwidthHz: number;
  /** Largest application payload (N: FOpts empty, never behind a repeater) when no dwell time is enforced; 0 if the data rate may not be used. M is 8 bytes more. */
  maxPayloadBytes: number;
  /** The same under the region's dwell-time limit, where that is a setting. */
  maxPayloadDwellBytes: number;
}

export interface SubBand {
  minHz: number;
  maxHz: number;
  /** Share of time, or `null` where the plan sets none. */
  dutyCycle: number | null;
  maxPowerDbm: number;
}

export interface LoraRegion {
  /** What `maxPowerDbm` limits: radiated power, or power at the antenna connector. */
  powerKind: 'eirp' | 'conducted';
  subBands: readonly SubBand[];
  dataRates: readonly RegionDataRate[];
  /** Longest single transmission of a channel narrower than `belowHz`, or `null`. `optional`: on only where the country or the network asks for it. */
  dwell: { maxS: number; belowHz: number; optional: boolean } | null;
  /** Longest occupancy of one channel within a period, for channels narrower than `belowHz` (US915: 47 CFR §15.247(a)(1)(i)). */
  occupancy: { maxOccupancyS: number; periodS: number; belowHz: number } | null;
  /** A channel's centre for examples. */
  exampleFrequencyHz: number;
}

type Row = [dataRate: number, sf: number, bandwidthKhz: number, payload: number, payloadDwell?: number];

function rates(...rows: Row[]): RegionDataRate[] {
  return rows.map(([dataRate, sf, bandwidthKhz, payload, payloadDwell = payload]) => ({
    dataRate,
    sf,
    bandwidthHz: bandwidthKhz * 1000,
    maxPayloadBytes: payload,
    maxPayloadDwellBytes: payloadDwell,
  }));
}

/** DR0 to DR5 of every plan without dwell time that starts at SF12. */
const sf12ToSf7: Row[] = [
  [0, 12, 125, 51],
  [1, 11, 125, 51],
  [2, 10, 125, 51],
  [3, 9, 125, 115],
  [4, 8, 125, 242],
  [5, 7, 125, 242],
];
/** SF6 and SF5, new in RP002-1.0.5 (read for AS923 in Table 73; elsewhere as ChirpStack has them). */
const sf6AndSf5: Row[] = [
  [12, 6, 125, 242],
  [13, 5, 125, 242],
];
const sf7At250: Row = [6, 7, 250, 242];

export const loraRegions: Readonly<Record<LoraRegionId, LoraRegion>> = {
  EU868: {
    powerKind: 'eirp',
    subBands: [
      { minHz: 863e6, maxHz: 865e6, dutyCycle: 0.001, maxPowerDbm: 16 },
      { minHz: 865e6, maxHz: 868e6, dutyCycle: 0.01, maxPowerDbm: 16 },
      { minHz: 868e6, maxHz: 868.6e6, dutyCycle: 0.01, maxPowerDbm: 16 },
      { minHz: 868.7e6, maxHz: 869.2e6, dutyCycle: 0.001, maxPowerDbm: 16 },
      { minHz: 869.4e6, maxHz: 869.65e6, dutyCycle: 0.1, maxPowerDbm: 29.15 },
      { minHz: 869.7e6, maxHz: 870e6, dutyCycle: 0.01, maxPowerDbm: 16 },
    ],
    dataRates: rates(...sf12ToSf7, sf7At250, ...sf6AndSf5),
    dwell: null,
    occupancy: null,
    exampleFrequencyHz: 868.1e6,
  },
  US915: {
    powerKind: 'conducted',
    subBands: [{ minHz: 902e6, maxHz: 928e6, dutyCycle: null, maxPowerDbm: 30 }],
    dataRates: rates([0, 10, 125, 11], [1, 9, 125, 53], [2, 8, 125, 125], [3, 7, 125, 242], [4, 8, 500, 242], [7, 6, 125, 242], [8, 5, 125, 242]),
    dwell: { maxS: 0.4, belowHz: 500e3, optional: false },
    occupancy: { maxOccupancyS: 0.4, periodS: 20, belowHz: 250e3 },
    exampleFrequencyHz: 903.9e6,
  },
  CN470: {
    powerKind: 'eirp',
    subBands: [{ minHz: 470e6, maxHz: 510e6, dutyCycle: null, maxPowerDbm: 19 }],
    dataRates: rates([0, 12, 125, 0], [1, 11, 125, 23], [2, 10, 125, 86], [3, 9, 125, 184], [4, 8, 125, 242], [5, 7, 125, 242], [6, 7, 500, 242]),
    dwell: { maxS: 1, belowHz: Infinity, optional: false },
    occupancy: null,
    exampleFrequencyHz: 470.3e6,
  },
  AS923: {
    powerKind: 'eirp',
    subBands: [{ minHz: 915e6, maxHz: 928e6, dutyCycle: 0.01, maxPowerDbm: 16 }],
    dataRates: rates(
      [0, 12, 125, 51, 0],
      [1, 11, 125, 51, 0],
      [2, 10, 125, 115, 11],
      [3, 9, 125, 115, 53],
      [4, 8, 125, 242, 125],
      [5, 7, 125, 242],
      sf7At250,
      ...sf6AndSf5,
    ),
    dwell: { maxS: 0.4, belowHz: Infinity, optional: true },
    occupancy: null,
    exampleFrequencyHz: 923.2e6,
  },
  IN865: {
    powerKind: 'eirp',
    subBands: [{ minHz: 865e6, maxHz: 867e6, dutyCycle: null, maxPowerDbm: 29.2 }],
    dataRates: rates(...sf12ToSf7, ...sf6AndSf5),
    dwell: null,
    occupancy: null,
    exampleFrequencyHz: 865.0625e6,
  },
  EU433: {
    powerKind: 'eirp',
    subBands: [{ minHz: 433.05e6, maxHz: 434.79e6, dutyCycle: 0.1, maxPowerDbm: 12 }],
    dataRates: rates(...sf12ToSf7, sf7At250, ...sf6AndSf5),
    dwell: null,
    occupancy: null,
    exampleFrequencyHz: 433.175e6,
  },
  AU915: {
    powerKind: 'eirp',
    subBands: [{ minHz: 915e6, maxHz: 928e6, dutyCycle: null, maxPowerDbm: 30 }],
    dataRates: rates(
      [0, 12, 125, 51, 0],
      [1, 11, 125, 51, 0],
      [2, 10, 125, 51, 11],
      [3, 9, 125, 115, 53],
      [4, 8, 125, 242, 125],
      [5, 7, 125, 242],
      [6, 8, 500, 242],
      [9, 6, 125, 242],
      [10, 5, 125, 242],
    ),
    dwell: { maxS: 0.4, belowHz: Infinity, optional: true },
    occupancy: null,
    exampleFrequencyHz: 916.8e6,
  },
  KR920: {
    powerKind: 'eirp',
    subBands: [
      { minHz: 920.9e6, maxHz: 922e6, dutyCycle: null, maxPowerDbm: 10 },
      { minHz: 922e6, maxHz: 923.3e6, dutyCycle: null, maxPowerDbm: 14 },
    ],
    dataRates: rates(...sf12ToSf7, ...sf6AndSf5),
    dwell: null,
    occupancy: null,
    exampleFrequencyHz: 922.1e6,
  },
};

/** Bytes that LoRaWAN adds to an application payload: MHDR 1, FHDR 7, FPort 1, MIC 4 (LoRaWAN L2 1.0.4, §4). */
export const lorawanOverheadBytes = 13;

/** The uplink data rate with this modulation, if the region has one. */
export function dataRateOf(region: LoraRegion, sf: number, bandwidthHz: number): RegionDataRate | null {
  return region.dataRates.find((rate) => rate.sf === sf && rate.bandwidthHz === bandwidthHz) ?? null;
}

/** The sub-band that holds a channel's centre. Where two meet, the lower one. */
export function subBandOf(region: LoraRegion, frequencyHz: number): SubBand | null {
  requireNumber('frequencyHz', frequencyHz, 0, Number.MAX_VALUE);
  return region.subBands.find(({ minHz, maxHz }) => frequencyHz >= minHz && frequencyHz <= maxHz) ?? null;
}
