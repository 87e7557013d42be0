import { InputError, requireNumber } from './input-error.ts';

/**
 * How long a LoRa packet is on the air.
 *
 * Sources: SX1276/77/78/79 data sheet, Rev. 4, §4.1.1.2 to §4.1.1.7 (SX127x); SX1261/2 data sheet, Rev. 2.1, §6.1.1 and §6.1.4 (SX126x, LLCC68); AN1200.13, §4. The two
 * families agree from SF7 on. They differ at SF5 and SF6, where the SX126x has a longer synchronisation and no header block of its own.
 */
export type LoraChip = 'sx127x' | 'sx126x' | 'llcc68';

export interface LoraModulation {
  chip: LoraChip;
  /** Spreading factor, 5 to 12. */
  sf: number;
  bandwidthHz: number;
  /** Denominator of the code rate 4/n: 5 to 8. */
  codingRate: number;
  /** `auto` follows `lowDataRateOptimizeByRule`. */
  lowDataRateOptimize: 'auto' | boolean;
}

export interface LoraPacket extends LoraModulation {
  /** Programmed preamble, without the fixed symbols that the modem adds. */
  preambleSymbols: number;
  explicitHeader: boolean;
  crc: boolean;
  /** Length of the PHY payload, 0 to 255 bytes. */
  payloadBytes: number;
}

/** Bandwidths that the modems offer, in Hz; data sheets print them rounded (7.8 or 7.81 kHz for 7812.5 Hz). */
export const loraBandwidthsHz = [7812.5, 10417, 15625, 20833, 31250, 41667, 62500, 125000, 250000, 500000] as const;

interface ChipLimits {
  minSf: number;
  minBandwidthHz: number;
  minFrequencyHz: number;
  maxFrequencyHz: number;
  minPreambleSymbols: number;
}

/**
 * SX1276 data sheet, front page, §4.1.1.2, Table 15 and §4.1.1.6; SX1261/2 data sheet, Tables 6-1 and 6-2; LLCC68 data sheet V1.0, general description (150 to 960 MHz), and
 * RadioLib's LLCC68 driver.
 */
export const loraChips: Record<LoraChip, ChipLimits> = {
  sx127x: { minSf: 6, minBandwidthHz: 7800, minFrequencyHz: 137e6, maxFrequencyHz: 1020e6, minPreambleSymbols: 6 },
  sx126x: { minSf: 5, minBandwidthHz: 7800, minFrequencyHz: 150e6, maxFrequencyHz: 960e6, minPreambleSymbols: 1 },
  llcc68: { minSf: 5, minBandwidthHz: 125000, minFrequencyHz: 150e6, maxFrequencyHz: 960e6, minPreambleSymbols: 1 },
};

/** Highest spreading factor: 12, but on the LLCC68 9, 10 and 11 at 125, 250 and 500 kHz (as RadioLib's LLCC68.cpp checks them, in setSpreadingFactor and setBandwidth). */
export function maxSpreadingFactor(chip: LoraChip, bandwidthHz: number): number {
  return chip === 'llcc68' ? 9 + Math.round(Math.log2(bandwidthHz / 125000)) : 12;
}

/** Throws `InputError` unless the chip can be set to this spreading factor, bandwidth and code rate. Bandwidths may be a data sheet's rounded figure (within 0.5 %). */
export function requireModulation({ chip, sf, bandwidthHz, codingRate }: LoraModulation): void {
  const limits = loraChips[chip];
  if (!limits) throw new InputError('chip', 'unknown', `expected sx127x, sx126x or llcc68, got ${chip}`);
  requireNumber('bandwidthHz', bandwidthHz, limits.minBandwidthHz, 502000);
  if (!loraBandwidthsHz.some((exact) => Math.abs(bandwidthHz / exact - 1) < 0.005)) {
    throw new InputError('bandwidthHz', 'not-offered', `expected one of ${loraBandwidthsHz.join(', ')}, got ${bandwidthHz}`);
  }
  requireNumber('sf', sf, limits.minSf, maxSpreadingFactor(chip, bandwidthHz), true);
  requireNumber('codingRate', codingRate, 5, 8, true);
}

/** Duration of one symbol: 2^SF chips at one chip per hertz. SX1276 data sheet, §4.1.1.5. */
export function symbolTimeS(sf: number, bandwidthHz: number): number {
  return 2 ** sf / bandwidthHz;
}

/**
 * The low data rate optimisation is required when a symbol lasts longer than 16 ms (SX1276 data sheet, §4.1.1.6; the SX1261/2 data sheet, §6.1.1.4,
 * names 16.38 ms). No setting lies between the two: below 24 ms, the longest symbols are 12.3 and 16.384 ms.
 */
export function lowDataRateOptimizeByRule(sf: number, bandwidthHz: number): boolean {
  return symbolTimeS(sf, bandwidthHz) > 0.016;
}

export function usesLowDataRateOptimize({ sf, bandwidthHz, lowDataRateOptimize }: LoraModulation): boolean {
  return lowDataRateOptimize === 'auto' ? lowDataRateOptimizeByRule(sf, bandwidthHz) : lowDataRateOptimize;
}

/** Fixed symbols after the programmed preamble: 4.25, or 6.25 on the SX126x and LLCC68 at SF5 and SF6 (SX1261/2 data sheet, §6.1.4). */
export function syncSymbols(chip: LoraChip, sf: number): number {
  return chip !== 'sx127x' && sf < 7 ? 6.25 : 4.25;
}

/** Programmed preamble and synchronisation: (n_preamble + 4.25) symbols, or 6.25. SX1276 data sheet, §4.1.1.7. */
export function preambleTimeS({ chip, sf, bandwidthHz, preambleSymbols }: LoraPacket): number {
  return ((preambleSymbols + syncSymbols(chip, sf)) * 2 ** sf) / bandwidthHz;
}

/**
 * Symbols after the preamble: 8 that always are there, then blocks of `codingRate` symbols. SX1276 data sheet, §4.1.1.7; SX1261/2 data sheet, §6.1.4, where
 * SF5 and SF6 lack the 8 in the numerator. For the SX127x at SF6 Semtech contradicts itself: the data sheet's formula, used here, has no exception, while the drivers
 * (LoRaMac-node, SWL2001) count as the SX126x does.
 */
export function payloadSymbols(packet: LoraPacket): number {
  const { chip, sf, codingRate, explicitHeader, crc, payloadBytes } = packet;
  const headerBlockBits = chip !== 'sx127x' && sf < 7 ? 0 : 8;
  const bits = 8 * payloadBytes - 4 * sf + headerBlockBits + (crc ? 16 : 0) + (explicitHeader ? 20 : 0);
  const bitsPerBlock = 4 * (sf - (usesLowDataRateOptimize(packet) ? 2 : 0));
  return 8 + Math.max(Math.ceil(bits / bitsPerBlock), 0) * codingRate;
}

/**
 * Time on air of a packet, in seconds. Throws `InputError` on a setting that the chip does not have: among them SF6 with an explicit header on the SX127x
 * (SX1276 data sheet, §4.1.1.2).
 */
export function timeOnAirS(packet: LoraPacket): number {
  requireModulation(packet);
  requireNumber('preambleSymbols', packet.preambleSymbols, loraChips[packet.chip].minPreambleSymbols, 65535, true);
  requireNumber('payloadBytes', packet.payloadBytes, 0, 255, true);
  if (packet.chip === 'sx127x' && packet.sf === 6 && packet.explicitHeader) {
    throw new InputError('explicitHeader', 'implicit-only', 'SF6 works only with an implicit header on the SX127x');
  }
  const symbols = packet.preambleSymbols + syncSymbols(packet.chip, packet.sf) + payloadSymbols(packet);
  return (symbols * 2 ** packet.sf) / packet.bandwidthHz;
}

/**
 * Nominal bit rate after coding: SF · 4/n bits per symbol. SX1276 data sheet, §4.1.1.5 (symbol rate) and Table 14 (coding overhead); gives Tables 12 and 15. Low data rate
 * optimisation is not in it.
 */
export function bitRateBps(sf: number, bandwidthHz: number, codingRate: number): number {
  return (4 * sf * bandwidthHz) / (codingRate * 2 ** sf);
}
