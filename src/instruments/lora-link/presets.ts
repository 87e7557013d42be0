import type { Preset } from '../define.ts';

/** Cases worth seeing: values over the defaults. */
export const presets: Preset[] = [
  { id: 'eu868-sf7', label: { en: 'EU868, SF7, 20 bytes', 'zh-cn': 'EU868，SF7，20字节' }, inputs: {} },
  {
    id: 'eu868-sf12-join',
    label: { en: 'EU868, SF12: a join request', 'zh-cn': 'EU868，SF12：入网请求' },
    inputs: { sf: 12, payloadBytes: 23 },
  },
  {
    id: 'us915-dwell',
    label: { en: 'US915, SF10: the most that 400 ms hold', 'zh-cn': 'US915，SF10：400 ms内的最大载荷' },
    inputs: { sf: 10, payloadBytes: 24, region: 'US915', frequencyHz: 903900000, txPowerDbm: 20 },
  },
  {
    id: 'cn470-sf11',
    label: { en: 'CN470, SF11: the most that one second holds', 'zh-cn': 'CN470，SF11：1秒内的最大载荷' },
    inputs: { sf: 11, payloadBytes: 36, region: 'CN470', frequencyHz: 470300000, txPowerDbm: 17 },
  },
  {
    id: 'as923-dwell',
    label: { en: 'AS923, SF9 under the dwell-time limit', 'zh-cn': 'AS923，SF9，受驻留时间限制' },
    inputs: { sf: 9, payloadBytes: 66, region: 'AS923', frequencyHz: 923200000 },
  },
  {
    id: 'sx126x-sf5-500',
    label: { en: 'SX126x at its fastest: SF5, 500 kHz', 'zh-cn': 'SX126x最快一档：SF5，500 kHz' },
    inputs: { sf: 5, bandwidthHz: 500000, preambleSymbols: 12, payloadBytes: 255, region: 'none' },
  },
  {
    id: 'meshtastic-longfast',
    label: { en: 'Meshtastic LongFast: SF11, 250 kHz', 'zh-cn': 'Meshtastic LongFast：SF11，250 kHz' },
    inputs: { sf: 11, bandwidthHz: 250000, preambleSymbols: 16, payloadBytes: 48, frequencyHz: 869525000, txPowerDbm: 22 },
  },
  {
    id: 'llcc68-433',
    label: { en: 'LLCC68 at 433 MHz, SF9', 'zh-cn': 'LLCC68，433 MHz，SF9' },
    inputs: { chip: 'llcc68', sf: 9, payloadBytes: 32, region: 'EU433', frequencyHz: 433575000, txPowerDbm: 10 },
  },
  {
    id: 'sx127x-narrow',
    label: { en: 'SX127x, SF12 in 31.25 kHz: range at any price', 'zh-cn': 'SX127x，SF12，31.25 kHz：不惜代价换距离' },
    inputs: { chip: 'sx127x', sf: 12, bandwidthHz: 31250, payloadBytes: 12, region: 'none', frequencyHz: 433575000, txPowerDbm: 17 },
  },
];
