import { formatNumber } from '../../i18n/number.ts';
import { loraBandwidthsHz, timeOnAirS } from '../../models/lora-airtime.ts';
import { hataRanges, type LoraLinkInput, logDistanceOf, loraLink } from '../../models/lora-link.ts';
import { sensitivityDbm } from '../../models/lora-sensitivity.ts';
import { freeSpaceLossDb, hataLossDb, hataValidity, logDistanceLossDb } from '../../models/path-loss.ts';
import type { ChartSeries, ChartSpec } from '../define.ts';
import { allSpreadingFactors } from './tables.ts';

const same = (text: string) => ({ en: text, 'zh-cn': text });

/** `count` values from `from` to `to`, evenly spaced on a logarithmic scale, the ends exact. */
function logSpaced(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? to : from * (to / from) ** (index / (count - 1))));
}

const payloads = [...Array.from({ length: 64 }, (_, index) => 4 * index), 255];

const airtime: ChartSpec = {
  id: 'airtime',
  title: { en: 'Time on air against payload', 'zh-cn': '空中时间与载荷长度' },
  x: { label: { en: 'payload', 'zh-cn': '载荷' }, unit: 'B' },
  y: { label: { en: 'time on air', 'zh-cn': '空中时间' }, unit: 'ms', scale: 'log' },
  series(inputs) {
    return allSpreadingFactors(inputs as unknown as LoraLinkInput).map((input) => ({
      label: same(`SF${input.sf}`),
      current: input.sf === inputs.sf,
      points: payloads.map((payloadBytes) => [payloadBytes, 1000 * timeOnAirS({ ...input, payloadBytes })] as [number, number]),
    }));
  },
  guides(inputs) {
    const input = inputs as unknown as LoraLinkInput;
    const { maxTimeOnAirS } = loraLink(input);
    const payload = { x: input.payloadBytes, label: { en: 'your payload', 'zh-cn': '所填载荷' } };
    return maxTimeOnAirS === null ? [payload] : [payload, { y: 1000 * maxTimeOnAirS, label: { en: 'dwell-time limit', 'zh-cn': '驻留时间上限' } }];
  },
};

const sensitivity: ChartSpec = {
  id: 'sensitivity',
  title: { en: 'Sensitivity by spreading factor and bandwidth', 'zh-cn': '灵敏度与扩频因子、带宽的关系' },
  x: { label: { en: 'spreading factor', 'zh-cn': '扩频因子' }, unit: '' },
  y: { label: { en: 'sensitivity', 'zh-cn': '灵敏度' }, unit: 'dBm' },
  series(inputs) {
    const input = inputs as unknown as LoraLinkInput;
    const bandwidthsHz = [...new Set([input.bandwidthHz, ...loraBandwidthsHz.filter((hz) => hz >= 125000)])].sort((a, b) => a - b);
    return bandwidthsHz.map((bandwidthHz) => ({
      label: same(formatNumber(bandwidthHz / 1000, 'en', { digits: 5, unit: 'kHz' })),
      current: bandwidthHz === input.bandwidthHz,
      marks: true,
      points: allSpreadingFactors({ ...input, bandwidthHz }).map(({ sf }) => [sf, sensitivityDbm(sf, bandwidthHz, input.noiseFigureDb)] as [number, number]),
    }));
  },
};

const [hataFromM, hataToM] = hataValidity.distanceM;

const receivedPower: ChartSpec = {
  id: 'received-power',
  title: { en: 'Received power against distance', 'zh-cn': '接收功率与距离' },
  x: { label: { en: 'distance', 'zh-cn': '距离' }, unit: 'km', scale: 'log' },
  y: { label: { en: 'median received power', 'zh-cn': '接收功率中值' }, unit: 'dBm' },
  series(inputs) {
    const input = inputs as unknown as LoraLinkInput;
    const { sensitivityDbm: sensitivity, linkBudgetDb, maxPathLossDb } = loraLink(input);
    const curve = (label: ChartSeries['label'], distancesM: number[], lossDb: (distanceM: number) => number): ChartSeries => ({
      label,
      points: distancesM.map((distanceM) => [distanceM / 1000, sensitivity + linkBudgetDb - lossDb(distanceM)]),
    });
    const everywhereM = logSpaced(Math.max(10, input.referenceDistanceM), 100000, 41);
    const series = [
      curve({ en: 'free space', 'zh-cn': '自由空间' }, everywhereM, (d) => freeSpaceLossDb(d, input.frequencyHz)),
      curve({ en: 'log-distance', 'zh-cn': '对数距离' }, everywhereM, (d) => logDistanceLossDb(d, logDistanceOf(input))),
    ];
    if (!hataRanges(maxPathLossDb, input)) return series;
    const hataM = logSpaced(hataFromM, hataToM, 14);
    return [
      ...series,
      curve({ en: 'Hata, open country', 'zh-cn': 'Hata开阔地' }, hataM, (d) => hataLossDb('open', d, input)),
      curve({ en: 'Hata, suburb', 'zh-cn': 'Hata郊区' }, hataM, (d) => hataLossDb('suburban', d, input)),
      curve({ en: 'Hata, town', 'zh-cn': 'Hata市区' }, hataM, (d) => hataLossDb('urban', d, input)),
    ];
  },
  guides(inputs) {
    const input = inputs as unknown as LoraLinkInput;
    const { sensitivityDbm: sensitivity } = loraLink(input);
    const limit = { y: sensitivity, label: { en: `sensitivity, SF${input.sf}`, 'zh-cn': `SF${input.sf}灵敏度` } };
    return input.fadeMarginDb === 0 ? [limit] : [limit, { y: sensitivity + input.fadeMarginDb, label: { en: 'with fade margin', 'zh-cn': '加衰落余量' } }];
  },
};

export const charts: ChartSpec[] = [airtime, sensitivity, receivedPower];
