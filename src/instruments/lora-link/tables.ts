import type { Localized } from '../../i18n/locales.ts';
import { loraChips, maxSpreadingFactor } from '../../models/lora-airtime.ts';
import { hataRanges, type LoraLinkInput, loraLink } from '../../models/lora-link.ts';
import type { HataRange } from '../../models/path-loss.ts';
import type { TableSpec } from '../define.ts';

/** Every spreading factor that the chip has at this bandwidth. On the SX127x, SF6 comes with the implicit header that it requires. */
export function allSpreadingFactors(input: LoraLinkInput): LoraLinkInput[] {
  const { minSf } = loraChips[input.chip];
  const count = maxSpreadingFactor(input.chip, input.bandwidthHz) - minSf + 1;
  return Array.from({ length: count }, (_, index) => {
    const sf = minSf + index;
    return { ...input, sf, explicitHeader: input.explicitHeader && !(input.chip === 'sx127x' && sf === 6) };
  });
}

function rangeCell(range: HataRange | undefined): number | Localized | null {
  if (!range) return null;
  if (range.outside === null) return range.distanceM;
  return range.outside === 'below' ? { en: '< 1 km', 'zh-cn': '小于1 km' } : { en: '> 20 km', 'zh-cn': '大于20 km' };
}

export const spreadingFactorTable: TableSpec = {
  id: 'spreading-factors',
  title: { en: 'All spreading factors side by side', 'zh-cn': '各扩频因子对照' },
  columns: [
    { key: 'sf', label: { en: 'SF', 'zh-cn': 'SF' }, unit: '', digits: 2 },
    { key: 'symbolTimeS', label: { en: 'symbol', 'zh-cn': '符号时间' }, unit: 's', display: { unit: 'ms', scale: 0.001 }, digits: 4 },
    { key: 'payloadSymbols', label: { en: 'payload symbols', 'zh-cn': '载荷符号数' }, unit: '', digits: 4 },
    { key: 'timeOnAirS', label: { en: 'time on air', 'zh-cn': '空中时间' }, unit: 's', display: { unit: 'ms', scale: 0.001 }, digits: 4 },
    { key: 'bitRateBps', label: { en: 'bit rate', 'zh-cn': '比特率' }, unit: 'bit/s', digits: 4 },
    { key: 'snrLimitDb', label: { en: 'SNR limit', 'zh-cn': '最低信噪比' }, unit: 'dB', digits: 3 },
    { key: 'sensitivityDbm', label: { en: 'sensitivity', 'zh-cn': '灵敏度' }, unit: 'dBm', digits: 4 },
    { key: 'linkBudgetDb', label: { en: 'link budget', 'zh-cn': '链路预算' }, unit: 'dB', digits: 4 },
    { key: 'freeSpaceRangeM', label: { en: 'free space', 'zh-cn': '自由空间' }, unit: 'm', display: { unit: 'km', scale: 1000 }, digits: 3 },
    { key: 'logDistanceRangeM', label: { en: 'log-distance', 'zh-cn': '对数距离' }, unit: 'm', display: { unit: 'km', scale: 1000 }, digits: 3 },
    { key: 'hataUrbanRangeM', label: { en: 'Hata, town', 'zh-cn': 'Hata市区' }, unit: 'm', display: { unit: 'km', scale: 1000 }, digits: 3 },
    { key: 'hataSuburbanRangeM', label: { en: 'Hata, suburb', 'zh-cn': 'Hata郊区' }, unit: 'm', display: { unit: 'km', scale: 1000 }, digits: 3 },
    { key: 'hataOpenRangeM', label: { en: 'Hata, open', 'zh-cn': 'Hata开阔地' }, unit: 'm', display: { unit: 'km', scale: 1000 }, digits: 3 },
    { key: 'maxPayloadBytes', label: { en: 'largest payload', 'zh-cn': '最大应用载荷' }, unit: 'B', digits: 3 },
    { key: 'shortestIntervalS', label: { en: 'shortest interval', 'zh-cn': '最短间隔' }, unit: 's', digits: 3 },
    { key: 'messagesPerDay', label: { en: 'messages a day', 'zh-cn': '每天消息数' }, unit: '', digits: 6 },
    { key: 'batteryLifeYears', label: { en: 'battery life', 'zh-cn': '电池寿命' }, unit: 'years', digits: 2 },
  ],
  rows(inputs) {
    return allSpreadingFactors(inputs as unknown as LoraLinkInput).map((input) => {
      const output = loraLink(input);
      const hata = hataRanges(output.maxPathLossDb, input);
      return {
        ...output,
        sf: input.sf,
        hataUrbanRangeM: rangeCell(hata?.urban),
        hataSuburbanRangeM: rangeCell(hata?.suburban),
        hataOpenRangeM: rangeCell(hata?.open),
      };
    });
  },
  current: (row, inputs) => row.sf === inputs.sf,
};
