import { requireNumber } from './input-error.ts';

/**
 * What a LoRa receiver can still hear.
 *
 * Sources: AN1200.13, §2.2, eq. 1 (sensitivity); SX1276/77/78/79 data sheet, Rev. 4, Table 13; SX1261/2 data sheet, Rev. 2.1, Table 6-1 (SNR limits).
 */

/** Boltzmann's constant in J/K, exact by definition of the kelvin (SI, 2019). */
const boltzmannJPerK = 1.380649e-23;

/** The reference temperature of noise figures, by IEEE convention; −174 dBm/Hz, as data sheets have it, is k·T at this temperature. */
export const referenceTemperatureK = 290;

/** Thermal noise density k·T in dBm/Hz: −173.98 at 290 K, the −174 of data sheets. */
export function thermalNoiseDensityDbmPerHz(temperatureK = referenceTemperatureK): number {
  return 10 * Math.log10(boltzmannJPerK * temperatureK * 1000);
}

/** Thermal noise power k·T·B in a bandwidth, in dBm, before the receiver adds its own. */
export function thermalNoiseDbm(bandwidthHz: number, temperatureK = referenceTemperatureK): number {
  return thermalNoiseDensityDbmPerHz(temperatureK) + 10 * Math.log10(bandwidthHz);
}

/** Lowest SNR at which the demodulator works, in dB, by spreading factor: SX1276 data sheet, Table 13 (SF6 to SF12); SX1261/2 data sheet, Table 6-1 (SF5 to SF12). */
const snrLimitsDb = { 5: -2.5, 6: -5, 7: -7.5, 8: -10, 9: -12.5, 10: -15, 11: -17.5, 12: -20 } as const;

export function snrLimitDb(sf: number): number {
  requireNumber('sf', sf, 5, 12, true);
  return snrLimitsDb[sf as keyof typeof snrLimitsDb];
}

/** Weakest signal that can be received, in dBm: k·T·B + NF + SNR limit (AN1200.13, §2.2, eq. 1). */
export function sensitivityDbm(sf: number, bandwidthHz: number, noiseFigureDb: number): number {
  return thermalNoiseDbm(bandwidthHz) + noiseFigureDb + snrLimitDb(sf);
}

export interface LinkEnds {
  txPowerDbm: number;
  txGainDbi: number;
  rxGainDbi: number;
  /** Cables and connectors at both ends together. */
  cableLossDb: number;
}

/**
 * Loss between the antennas' isotropic equivalents that leaves exactly the sensitivity: power + gains − cables − sensitivity, in dB. Friis's equation in decibels
 * (as in ns-3's propagation documentation), solved for the loss.
 */
export function linkBudgetDb({ txPowerDbm, txGainDbi, rxGainDbi, cableLossDb }: LinkEnds, sensitivity: number): number {
  return txPowerDbm + txGainDbi + rxGainDbi - cableLossDb - sensitivity;
}

/** Greatest median path loss when `fadeMarginDb` is kept in hand. */
export function maxPathLossDb(budgetDb: number, fadeMarginDb: number): number {
  return budgetDb - fadeMarginDb;
}
