import { formatNumber } from '../../i18n/number.ts';
import { loraBandwidthsHz } from '../../models/lora-airtime.ts';
import { loraRegionIds } from '../../models/lora-regions.ts';
import type { Inputs } from '../define.ts';

const same = (text: string) => ({ en: text, 'zh-cn': text });

export const groups = {
  modulation: { en: 'Modulation', 'zh-cn': '调制' },
  packet: { en: 'Packet', 'zh-cn': '数据包' },
  link: { en: 'Radio link', 'zh-cn': '无线链路' },
  propagation: { en: 'Propagation', 'zh-cn': '传播' },
  region: { en: 'Region', 'zh-cn': '地区' },
  energy: { en: 'Battery', 'zh-cn': '电池' },
};

export const inputs = {
  chip: {
    type: 'choice', group: 'modulation', default: 'sx126x',
    label: { en: 'Chip family', 'zh-cn': '芯片系列' },
    options: [
      { value: 'sx127x', label: same('SX127x') },
      { value: 'sx126x', label: same('SX126x') },
      { value: 'llcc68', label: same('LLCC68') },
    ],
    help: { en: 'The families differ at SF5 and SF6; the LLCC68 lacks the slowest settings.', 'zh-cn': '各系列在SF5和SF6上不同；LLCC68没有最慢的几档。' },
  },
  sf: {
    type: 'number', group: 'modulation', default: 7, min: 5, max: 12, whole: true,
    label: { en: 'Spreading factor', 'zh-cn': '扩频因子' },
  },
  bandwidthHz: {
    type: 'choice', group: 'modulation', default: 125000,
    label: { en: 'Bandwidth', 'zh-cn': '带宽' },
    options: loraBandwidthsHz.map((value) => ({ value, label: same(formatNumber(value / 1000, 'en', { digits: 5, unit: 'kHz' })) })),
    also: { min: 7800, max: 502000 },
  },
  codingRate: {
    type: 'choice', group: 'modulation', default: 5,
    label: { en: 'Code rate', 'zh-cn': '编码率' },
    options: [5, 6, 7, 8].map((value) => ({ value, label: same(`4/${value}`) })),
  },
  payloadBytes: {
    type: 'number', group: 'packet', default: 20, min: 0, max: 255, whole: true, unit: 'B',
    label: { en: 'Payload', 'zh-cn': '载荷' },
    help: { en: 'The whole PHY payload. LoRaWAN’s own 13 bytes are part of it.', 'zh-cn': '整个物理层载荷，LoRaWAN自身的13字节包括在内。' },
  },
  preambleSymbols: {
    type: 'number', group: 'packet', default: 8, min: 1, max: 65535, whole: true, advanced: true,
    label: { en: 'Preamble symbols', 'zh-cn': '前导码符号数' },
    help: { en: 'As programmed, without the symbols that the modem adds.', 'zh-cn': '寄存器中的设定值，不含调制解调器自动添加的符号。' },
  },
  explicitHeader: {
    type: 'flag', group: 'packet', default: true, advanced: true,
    label: { en: 'Explicit header', 'zh-cn': '显式报头' },
  },
  crc: {
    type: 'flag', group: 'packet', default: true, advanced: true,
    label: { en: 'Payload CRC', 'zh-cn': '载荷CRC' },
  },
  lowDataRateOptimize: {
    type: 'choice', group: 'packet', default: 'auto', advanced: true,
    label: { en: 'Low data rate optimisation', 'zh-cn': '低速率优化' },
    options: [
      { value: 'auto', label: { en: 'by the rule', 'zh-cn': '按规则' } },
      { value: true, label: { en: 'on', 'zh-cn': '开' } },
      { value: false, label: { en: 'off', 'zh-cn': '关' } },
    ],
    help: { en: 'The rule switches it on when a symbol is longer than 16 ms.', 'zh-cn': '按规则，符号长于16 ms时开启。' },
  },
  frequencyHz: {
    type: 'number', group: 'link', default: 868100000, min: 137000000, max: 1020000000, step: 100000, unit: 'Hz', display: { unit: 'MHz', scale: 1e6 },
    label: { en: 'Frequency', 'zh-cn': '频率' },
  },
  txPowerDbm: {
    type: 'number', group: 'link', default: 14, min: -17, max: 33, step: 1, unit: 'dBm',
    label: { en: 'Transmit power', 'zh-cn': '发射功率' },
    help: { en: 'At the transmitter’s antenna connector.', 'zh-cn': '发射机天线接口处的功率。' },
  },
  txGainDbi: {
    type: 'number', group: 'link', default: 0, min: -20, max: 30, step: 0.5, unit: 'dBi',
    label: { en: 'Transmit antenna gain', 'zh-cn': '发射天线增益' },
  },
  rxGainDbi: {
    type: 'number', group: 'link', default: 0, min: -20, max: 30, step: 0.5, unit: 'dBi',
    label: { en: 'Receive antenna gain', 'zh-cn': '接收天线增益' },
  },
  cableLossDb: {
    type: 'number', group: 'link', default: 0, min: 0, max: 30, step: 0.5, unit: 'dB', advanced: true,
    label: { en: 'Cable losses, both ends', 'zh-cn': '两端馈线损耗' },
  },
  noiseFigureDb: {
    type: 'number', group: 'link', default: 6, min: 0, max: 30, step: 0.5, unit: 'dB', advanced: true,
    label: { en: 'Receiver noise figure', 'zh-cn': '接收机噪声系数' },
  },
  fadeMarginDb: {
    type: 'number', group: 'link', default: 10, min: 0, max: 60, step: 1, unit: 'dB',
    label: { en: 'Fade margin', 'zh-cn': '衰落余量' },
    help: { en: 'Kept in hand against fading and shadowing before a range is worked out.', 'zh-cn': '计算距离之前为衰落和阴影预留的余量。' },
  },
  pathLossExponent: {
    type: 'number', group: 'propagation', default: 3, min: 1.5, max: 6, step: 0.1,
    label: { en: 'Path loss exponent', 'zh-cn': '路径损耗指数' },
    help: { en: 'Of the log-distance model: 2 in free space, more among obstacles.', 'zh-cn': '对数距离模型所用：自由空间为2，障碍物越多越大。' },
  },
  referenceDistanceM: {
    type: 'number', group: 'propagation', default: 1, min: 1, max: 1000, step: 1, unit: 'm', advanced: true,
    label: { en: 'Reference distance', 'zh-cn': '参考距离' },
  },
  baseHeightM: {
    type: 'number', group: 'propagation', default: 30, min: 1, max: 300, step: 1, unit: 'm',
    label: { en: 'Gateway antenna height', 'zh-cn': '网关天线高度' },
    help: { en: 'Okumura–Hata needs 30 to 200 m.', 'zh-cn': 'Okumura–Hata模型要求30到200 m。' },
  },
  mobileHeightM: {
    type: 'number', group: 'propagation', default: 1.5, min: 0.5, max: 30, step: 0.5, unit: 'm',
    label: { en: 'Node antenna height', 'zh-cn': '节点天线高度' },
    help: { en: 'Okumura–Hata needs 1 to 10 m.', 'zh-cn': 'Okumura–Hata模型要求1到10 m。' },
  },
  region: {
    type: 'choice', group: 'region', default: 'EU868',
    label: { en: 'LoRaWAN region', 'zh-cn': 'LoRaWAN地区' },
    options: [...loraRegionIds.map((value) => ({ value, label: same(value) })), { value: 'none', label: { en: 'none', 'zh-cn': '不限' } }],
  },
  uplinkDwellTime: {
    type: 'flag', group: 'region', default: true, advanced: true,
    label: { en: 'Optional dwell-time limit in force', 'zh-cn': '启用可选的驻留时间限制' },
    help: { en: 'AS923 and AU915 leave the 400 ms limit to the country.', 'zh-cn': 'AS923和AU915的400 ms限制由所在国家决定。' },
  },
  repeaterCompatible: {
    type: 'flag', group: 'region', default: false, advanced: true,
    label: { en: 'Frames may pass a repeater', 'zh-cn': '帧可能经过中继器' },
  },
  hoppingChannels: {
    type: 'number', group: 'region', default: 8, min: 1, max: 72, whole: true, advanced: true,
    label: { en: 'Channels used in turn', 'zh-cn': '轮流使用的信道数' },
    help: { en: 'Counts in US915, where the limit is per channel.', 'zh-cn': '仅US915用到：那里按信道限制占用时间。' },
  },
  messageIntervalS: {
    type: 'number', group: 'energy', default: 900, min: 1, max: 604800, step: 1, unit: 's', display: { unit: 'min', scale: 60 },
    label: { en: 'One message every', 'zh-cn': '发送间隔' },
  },
  batteryCapacityMah: {
    type: 'number', group: 'energy', default: 2400, min: 10, max: 1000000, step: 100, unit: 'mAh',
    label: { en: 'Battery capacity', 'zh-cn': '电池容量' },
  },
  sleepCurrentUa: {
    type: 'number', group: 'energy', default: 10, min: 0.1, max: 100000, step: 0.1, unit: 'µA', advanced: true,
    label: { en: 'Sleep current of the whole node', 'zh-cn': '整机休眠电流' },
  },
  txCurrentMa: {
    type: 'number', group: 'energy', default: 45, min: 1, max: 2000, step: 1, unit: 'mA', advanced: true,
    label: { en: 'Current while transmitting', 'zh-cn': '发射电流' },
  },
  rxCurrentMa: {
    type: 'number', group: 'energy', default: 5, min: 0.1, max: 500, step: 0.1, unit: 'mA', advanced: true,
    label: { en: 'Current while receiving', 'zh-cn': '接收电流' },
  },
  rxTimeS: {
    type: 'number', group: 'energy', default: 0.1, min: 0, max: 60, step: 0.01, unit: 's', display: { unit: 'ms', scale: 0.001 }, advanced: true,
    label: { en: 'Receiving time per message', 'zh-cn': '每条消息的接收时间' },
    help: { en: 'Both receive windows together.', 'zh-cn': '两个接收窗口合计。' },
  },
  selfDischargePerYear: {
    type: 'number', group: 'energy', default: 0.02, min: 0, max: 0.9, step: 0.01, display: { unit: '%', scale: 0.01 }, advanced: true,
    label: { en: 'Self-discharge per year', 'zh-cn': '年自放电率' },
  },
} satisfies Inputs;
