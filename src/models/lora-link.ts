import { averageCurrentMa, batteryLifeYears, type CurrentProfile } from './battery-life.ts';
import { type AccessLimit, messagesPerDay, shortestIntervalS } from './duty-cycle.ts';
import { InputError, requireNumber } from './input-error.ts';
import { bitRateBps, type LoraPacket, loraChips, payloadSymbols, preambleTimeS, symbolTimeS, timeOnAirS } from './lora-airtime.ts';
import { dataRateOf, type LoraRegion, type LoraRegionId, loraRegions, subBandOf } from './lora-regions.ts';
import { type LinkEnds, linkBudgetDb, maxPathLossDb, sensitivityDbm, snrLimitDb, thermalNoiseDbm } from './lora-sensitivity.ts';
import { freeSpaceRangeM, type HataArea, type HataLink, type HataRange, hataRange, hataValidity, type LogDistance, logDistanceRangeM } from './path-loss.ts';

/** A whole LoRa link: packet, radio path, region and battery put together from the models of this folder. */
export interface LoraLinkInput extends LoraPacket, LinkEnds, HataLink, Omit<CurrentProfile, 'txTimeS'> {
  noiseFigureDb: number;
  fadeMarginDb: number;
  pathLossExponent: number;
  referenceDistanceM: number;
  /** `none`: no LoRaWAN region, no limits. */
  region: LoraRegionId | 'none';
  /** Whether a dwell-time limit that the region leaves open is in force. */
  uplinkDwellTime: boolean;
  /** Whether frames must pass a repeater: application payloads of at most 222 bytes. */
  repeaterCompatible: boolean;
  /** Channels used in turn, where the limit is one of occupancy per channel. */
  hoppingChannels: number;
  batteryCapacityMah: number;
  selfDischargePerYear: number;
}

export type LoraLinkOutput = ReturnType<typeof loraLink>;

/** Largest application payload where a repeater may have to wrap it (RP002-1.0.3, §3.1 and the tables "repeater compatible"). */
const repeaterPayloadBytes = 222;

function regionOf(input: LoraLinkInput): LoraRegion | null {
  if (input.region === 'none') return null;
  const region = loraRegions[input.region];
  if (!region) throw new InputError('region', 'unknown', `expected none or one of ${Object.keys(loraRegions).join(', ')}, got ${input.region}`);
  return region;
}

function dwellOf(region: LoraRegion | null, { uplinkDwellTime, bandwidthHz }: LoraLinkInput): number | null {
  const dwell = region?.dwell;
  return dwell && bandwidthHz < dwell.belowHz && (uplinkDwellTime || !dwell.optional) ? dwell.maxS : null;
}

function accessLimit(region: LoraRegion | null, dutyCycle: number | null, { bandwidthHz, hoppingChannels }: LoraLinkInput): AccessLimit | null {
  if (dutyCycle !== null) return { kind: 'duty-cycle', dutyCycle };
  const occupancy = region?.occupancy;
  return occupancy && bandwidthHz < occupancy.belowHz ? { kind: 'occupancy', ...occupancy, channels: hoppingChannels } : null;
}

/** What a region says about this packet. Fields are `null` where it says nothing, `messagesPerDay` 0 where it forbids the packet. */
function regionalLimits(input: LoraLinkInput, airtimeS: number) {
  const region = regionOf(input);
  const subBand = region && subBandOf(region, input.frequencyHz);
  const rate = region && dataRateOf(region, input.sf, input.bandwidthHz);
  const maxTimeOnAirS = dwellOf(region, input);
  const payload = rate && (maxTimeOnAirS === null ? rate.maxPayloadBytes : rate.maxPayloadDwellBytes);
  const dutyCycle = subBand?.dutyCycle ?? null;
  const limit = subBand && accessLimit(region, dutyCycle, input);
  const tooLong = maxTimeOnAirS !== null && airtimeS > maxTimeOnAirS;
  const intervalS = limit && !tooLong ? shortestIntervalS(airtimeS, limit) : null;
  return {
    dataRate: rate?.dataRate ?? null,
    maxPayloadBytes: payload === null ? null : Math.min(payload, input.repeaterCompatible ? repeaterPayloadBytes : payload),
    maxPowerDbm: subBand?.maxPowerDbm ?? null,
    dutyCycle,
    maxTimeOnAirS,
    shortestIntervalS: intervalS,
    messagesPerDay: tooLong ? 0 : intervalS && messagesPerDay(intervalS),
  };
}

/** Ranges of Hata's model, `null` where frequency or heights are outside of what it was fitted to. */
export function hataRanges(lossDb: number, link: HataLink): Record<HataArea, HataRange> | null {
  const inside = (['frequencyHz', 'baseHeightM', 'mobileHeightM'] as const).every(
    (field) => link[field] >= hataValidity[field][0] && link[field] <= hataValidity[field][1],
  );
  return inside ? { urban: hataRange('urban', lossDb, link), suburban: hataRange('suburban', lossDb, link), open: hataRange('open', lossDb, link) } : null;
}

export function logDistanceOf({ frequencyHz, pathLossExponent, referenceDistanceM }: LoraLinkInput): LogDistance {
  return { frequencyHz, exponent: pathLossExponent, referenceDistanceM };
}

/** The battery's part; `null` where the cycle is too short for its own transmission and reception. */
function energy(input: LoraLinkInput, airtimeS: number) {
  const fits = input.messageIntervalS >= airtimeS + input.rxTimeS;
  const currentMa = fits ? averageCurrentMa({ ...input, txTimeS: airtimeS }) : null;
  return { averageCurrentMa: currentMa, batteryLifeYears: currentMa && batteryLifeYears(input.batteryCapacityMah, currentMa, input.selfDischargePerYear) };
}

/**
 * Everything about one link. Throws `InputError` on a setting that the chip does not have or a frequency that it does not reach; a quantity that does not
 * apply (a model outside its range, a region without that limit) is `null`.
 */
export function loraLink(input: LoraLinkInput) {
  const { chip, sf, bandwidthHz, codingRate, frequencyHz, noiseFigureDb, payloadBytes } = input;
  const airtimeS = timeOnAirS(input);
  requireNumber('frequencyHz', frequencyHz, loraChips[chip].minFrequencyHz, loraChips[chip].maxFrequencyHz);
  const noiseFloorDbm = thermalNoiseDbm(bandwidthHz);
  const sensitivity = sensitivityDbm(sf, bandwidthHz, noiseFigureDb);
  const budgetDb = linkBudgetDb(input, sensitivity);
  const lossDb = maxPathLossDb(budgetDb, input.fadeMarginDb);
  const hata = hataRanges(lossDb, input);
  return {
    symbolTimeS: symbolTimeS(sf, bandwidthHz),
    preambleTimeS: preambleTimeS(input),
    payloadSymbols: payloadSymbols(input),
    timeOnAirS: airtimeS,
    bitRateBps: bitRateBps(sf, bandwidthHz, codingRate),
    effectiveBitRateBps: (8 * payloadBytes) / airtimeS,
    snrLimitDb: snrLimitDb(sf),
    noiseFloorDbm,
    receiverNoiseDbm: noiseFloorDbm + noiseFigureDb,
    sensitivityDbm: sensitivity,
    eirpDbm: input.txPowerDbm + input.txGainDbi,
    linkBudgetDb: budgetDb,
    maxPathLossDb: lossDb,
    freeSpaceRangeM: freeSpaceRangeM(lossDb, frequencyHz),
    logDistanceRangeM: logDistanceRangeM(lossDb, logDistanceOf(input)),
    hataUrbanRangeM: hata?.urban.distanceM ?? null,
    hataSuburbanRangeM: hata?.suburban.distanceM ?? null,
    hataOpenRangeM: hata?.open.distanceM ?? null,
    ...regionalLimits(input, airtimeS),
    ...energy(input, airtimeS),
  };
}
