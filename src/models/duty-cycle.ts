import { requireNumber } from './input-error.ts';

/** A limit on how much of the time a transmitter may be on. */
export interface DutyCycleLimit {
  kind: 'duty-cycle';
  /** Share of time, 0.01 for 1 %. */
  dutyCycle: number;
}

/** A limit on how long one channel may be occupied within a period, as in FCC 47 CFR §15.247(a)(1)(i). */
export interface OccupancyLimit {
  kind: 'occupancy';
  maxOccupancyS: number;
  periodS: number;
  /** Channels that are used in turn. */
  channels: number;
}

export type AccessLimit = DutyCycleLimit | OccupancyLimit;

const secondsPerDay = 86400;

/**
 * Shortest average time from the start of one message to the start of the next, in seconds; never shorter than the message. `null` if no such message may be
 * sent at all. Messages per period and channel are whole.
 */
export function shortestIntervalS(timeOnAirS: number, limit: AccessLimit): number | null {
  requireNumber('timeOnAirS', timeOnAirS, Number.MIN_VALUE, Number.MAX_VALUE);
  if (limit.kind === 'duty-cycle') {
    requireNumber('dutyCycle', limit.dutyCycle, Number.MIN_VALUE, 1);
    return timeOnAirS / limit.dutyCycle;
  }
  requireNumber('channels', limit.channels, 1, 1000, true);
  const perChannel = Math.floor(limit.maxOccupancyS / timeOnAirS);
  return perChannel === 0 ? null : Math.max(timeOnAirS, limit.periodS / (perChannel * limit.channels));
}

/** Whole messages in 24 hours at that interval. */
export function messagesPerDay(intervalS: number): number {
  // The quotient of two rounded numbers may fall just below a whole one.
  return Math.floor((secondsPerDay / intervalS) * (1 + 1e-12));
}
