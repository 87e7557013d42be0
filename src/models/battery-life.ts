import { InputError, requireNumber } from './input-error.ts';

/** What a node draws over one cycle: asleep, but for one transmission and one reception. */
export interface CurrentProfile {
  sleepCurrentUa: number;
  txCurrentMa: number;
  rxCurrentMa: number;
  /** Time in transmission per cycle. */
  txTimeS: number;
  /** Time in reception per cycle. */
  rxTimeS: number;
  /** From one transmission to the next. */
  messageIntervalS: number;
}

const hoursPerYear = 365.25 * 24;

/** Charge-weighted mean current in mA. Throws `InputError` if the cycle is too short for its transmission and reception. */
export function averageCurrentMa(profile: CurrentProfile): number {
  const { sleepCurrentUa, txCurrentMa, rxCurrentMa, txTimeS, rxTimeS, messageIntervalS } = profile;
  for (const field of ['sleepCurrentUa', 'txCurrentMa', 'rxCurrentMa', 'txTimeS', 'rxTimeS', 'messageIntervalS'] as const) {
    requireNumber(field, profile[field], 0, Number.MAX_VALUE);
  }
  const sleepTimeS = messageIntervalS - txTimeS - rxTimeS;
  if (messageIntervalS === 0 || sleepTimeS < 0) {
    throw new InputError('messageIntervalS', 'too-short', `expected at least ${txTimeS + rxTimeS} s, got ${messageIntervalS}`);
  }
  return (txCurrentMa * txTimeS + rxCurrentMa * rxTimeS + (sleepCurrentUa / 1000) * sleepTimeS) / messageIntervalS;
}

/**
 * Years until a battery is empty under a constant mean current, when it also loses a fixed share of what is left each year: from dC/dt = −I − kC,
 * t = ln(1 + kC/I)/k. Without self-discharge C/I. Temperature, ageing and pulse losses are not in it.
 */
export function batteryLifeYears(capacityMah: number, currentMa: number, selfDischargePerYear: number): number {
  requireNumber('capacityMah', capacityMah, 0, Number.MAX_VALUE);
  requireNumber('currentMa', currentMa, Number.MIN_VALUE, Number.MAX_VALUE);
  requireNumber('selfDischargePerYear', selfDischargePerYear, 0, 0.99);
  const yearsByLoad = capacityMah / (currentMa * hoursPerYear);
  const lossRatePerYear = -Math.log1p(-selfDischargePerYear);
  return lossRatePerYear === 0 ? yearsByLoad : Math.log1p(lossRatePerYear * yearsByLoad) / lossRatePerYear;
}
