import { requireNumber } from './input-error.ts';

/**
 * What a LoRa receiver can still hear.
 *
 * Sources: AN1200.13, §2.2, eq. 1 (sensitivity); SX1276/77/78/79 data sheet, Table 13; SX1261/2 data sheet, §6.1.1 (SNR limits).
 */

/** Boltzmann's constant in J/K, exact by definition of the kelvin (SI, 2019). */
const boltzmannJPerK = 1.380649e-23;

/** The reference temperature of noise figures (ITU-R P.372, §2: T0 = 290 K). */
export const referenceTemperatureK = 290;

/** Thermal noise density k·T in dBm/Hz: −173.98 at 290 K, the −174 of data sheets. */
export function thermalNoiseDensityDbmPerHz(temperatureK = referenceTemperatureK): number {
  return 10 * Math.log10(boltzmannJPerK * temperatureK * 1000);
}

/** Thermal noise power k·T·B in a bandwidth, in dBm, before the receiver adds its own. */
export function thermalNoiseDbm(bandwidthHz: number, temperatureK = referenceTemperatureK): number {
  return thermalNoiseDensityDbmPerHz(temperatureK) + 10 * Math.log10(bandwidthHz);
}

/** Lowest SNR at which the demodulator works, in dB, by spreading factor: SX1276 data sheet, Table 13 (SF6 to SF12); SX1261/2 data sheet, §6.1.1 (SF5 to SF12). */
export const snrLimitsDb: Readonly<Record<number, number>> = { 5: -2.5, 6: -5, 7: -7.5, 8: -10, 9: -12.5, 10: -15, 11: -17.5, 12: -20 };

export function snrLimitDb(sf: number): number {
  requireNumber('sf', sf, 5, 12, true);
  return snrLimitsDb[sf]!;
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

/** Loss between the antennas' isotropic equivalents that leaves exactly the sensitivity: power + gains − cables − sensitivity, in dB. */
export function linkBudgetDb({ txPowerDbm, txGainDbi, rxGainDbi, cableLossDb }: LinkEnds, sensitivity: number): number {
  return txPowerDbm + txGainDbi + rxGainDbi - cableLossDb - sensitivity;
}

/** Greatest median path loss when `fadeMarginDb` is kept in hand. */
export function maxPathLossDb(budgetDb: number, fadeMarginDb: number): number {
  return budgetDb - fadeMarginDb;
}
