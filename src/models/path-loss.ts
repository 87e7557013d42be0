import { requireNumber } from './input-error.ts';

/**
 * Median path loss between isotropic antennas, and the distance at which it is reached. Each model comes with its inverse in closed form.
 *
 * Sources: IEC 60050-705, 705-08-05 (free space); ns-3, src/propagation/doc/propagation.rst, "LogDistancePropagationLossModel" and
 * "OkumuraHataPropagationLossModel"; W. C. Y. Lee and D. J. Y. Lee, Integrated Wireless Propagation Models, §2.12.1.2, eqs. (2.12.1.3) to (2.12.1.7) (Hata's urban and suburban
 * formulas and their ranges; the open-area formula was read in ns-3 only).
 */

/** Speed of light in vacuum, exact. */
const speedOfLightMPerS = 299792458;

/** Free-space basic transmission loss 20 log10(4πd/λ) in dB. Valid in the far field, d well above λ. */
export function freeSpaceLossDb(distanceM: number, frequencyHz: number): number {
  requireNumber('distanceM', distanceM, Number.MIN_VALUE, Number.MAX_VALUE);
  return 20 * Math.log10((4 * Math.PI * distanceM * frequencyHz) / speedOfLightMPerS);
}

export function freeSpaceRangeM(lossDb: number, frequencyHz: number): number {
  return (10 ** (lossDb / 20) * speedOfLightMPerS) / (4 * Math.PI * frequencyHz);
}

export interface LogDistance {
  frequencyHz: number;
  /** 2 in free space, more where there are obstructions. */
  exponent: number;
  /** Free space up to here. */
  referenceDistanceM: number;
}

/** Log-distance loss: free space up to the reference distance, then 10·n dB a decade. */
export function logDistanceLossDb(distanceM: number, { frequencyHz, exponent, referenceDistanceM }: LogDistance): number {
  requireNumber('distanceM', distanceM, referenceDistanceM, Number.MAX_VALUE);
  return freeSpaceLossDb(referenceDistanceM, frequencyHz) + 10 * exponent * Math.log10(distanceM / referenceDistanceM);
}

/** `null` if the loss is reached before the reference distance, where the model says nothing. */
export function logDistanceRangeM(lossDb: number, { frequencyHz, exponent, referenceDistanceM }: LogDistance): number | null {
  const beyondDb = lossDb - freeSpaceLossDb(referenceDistanceM, frequencyHz);
  return beyondDb < 0 ? null : referenceDistanceM * 10 ** (beyondDb / (10 * exponent));
}

export type HataArea = 'urban' | 'suburban' | 'open';

export interface HataLink {
  frequencyHz: number;
  baseHeightM: number;
  mobileHeightM: number;
}

/** Where the formulas were fitted. */
export const hataValidity = {
  frequencyHz: [150e6, 1500e6],
  baseHeightM: [30, 200],
  mobileHeightM: [1, 10],
  distanceM: [1000, 20000],
} as const;

/** Throws `InputError` outside the ranges of frequency and heights of Hata's formulas. */
export function requireHata(link: HataLink): void {
  for (const field of ['frequencyHz', 'baseHeightM', 'mobileHeightM'] as const) {
    const [min, max] = hataValidity[field];
    requireNumber(field, link[field], min, max);
  }
}

/** Loss at 1 km and loss per decade, in dB: small or medium-sized city, less the correction of suburban or open areas. */
function hataTerms(area: HataArea, { frequencyHz, baseHeightM, mobileHeightM }: HataLink): { atOneKmDb: number; perDecadeDb: number } {
  const logF = Math.log10(frequencyHz / 1e6);
  const mobileCorrectionDb = (1.1 * logF - 0.7) * mobileHeightM - (1.56 * logF - 0.8);
  const areaCorrectionDb = {
    urban: 0,
    suburban: 2 * (logF - Math.log10(28)) ** 2 + 5.4,
    open: 4.78 * logF ** 2 - 18.33 * logF + 40.94,
  }[area];
  return {
    atOneKmDb: 69.55 + 26.16 * logF - 13.82 * Math.log10(baseHeightM) - mobileCorrectionDb - areaCorrectionDb,
    perDecadeDb: 44.9 - 6.55 * Math.log10(baseHeightM),
  };
}

/** Okumura-Hata median loss in dB for 1 to 20 km. Throws `InputError` outside the ranges of the fit. */
export function hataLossDb(area: HataArea, distanceM: number, link: HataLink): number {
  requireHata(link);
  requireNumber('distanceM', distanceM, ...hataValidity.distanceM);
  const { atOneKmDb, perDecadeDb } = hataTerms(area, link);
  return atOneKmDb + perDecadeDb * Math.log10(distanceM / 1000);
}

export type HataRange = { distanceM: number; outside: null } | { distanceM: null; outside: 'below' | 'above' };

/** Distance at which the loss is reached, or on which side of 1 to 20 km it would lie. Throws `InputError` outside the other ranges of the fit. */
export function hataRange(area: HataArea, lossDb: number, link: HataLink): HataRange {
  requireHata(link);
  const { atOneKmDb, perDecadeDb } = hataTerms(area, link);
  const distanceM = 1000 * 10 ** ((lossDb - atOneKmDb) / perDecadeDb);
  const [min, max] = hataValidity.distanceM;
  if (distanceM < min) return { distanceM: null, outside: 'below' };
  return distanceM > max ? { distanceM: null, outside: 'above' } : { distanceM, outside: null };
}
