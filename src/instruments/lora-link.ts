import type { Locale } from '../i18n/locales.ts';
import { formatNumber } from '../i18n/number.ts';
import { type LoraLinkInput, type LoraLinkOutput, loraLink } from '../models/lora-link.ts';
import { defineInstrument } from './define.ts';
import { charts } from './lora-link/charts.ts';
import { groups, inputs } from './lora-link/inputs.ts';
import { linkNotes } from './lora-link/notes.ts';
import { outputs } from './lora-link/outputs.ts';
import { presets } from './lora-link/presets.ts';
import { spreadingFactorTable } from './lora-link/tables.ts';

/** The inputs are the model's own parameters, key for key: the definition's types and ranges have been checked by whoever calls. */
const asLink = (values: unknown) => values as LoraLinkInput;

function rangeText(output: LoraLinkOutput, locale: Locale): string {
  const suburban = output.hataSuburbanRangeM;
  const metres = suburban ?? output.logDistanceRangeM ?? output.freeSpaceRangeM;
  const distance = metres < 1000 ? formatNumber(metres, locale, { digits: 2, unit: 'm' }) : formatNumber(metres / 1000, locale, { digits: 2, unit: 'km' });
  if (locale === 'en')
    return suburban === null
      ? `that is about ${distance} ${output.logDistanceRangeM === null ? 'in free space' : 'by the log-distance model'}`
      : `that is about ${distance} in a suburb`;
  return suburban === null ? `${output.logDistanceRangeM === null ? '自由空间' : '按对数距离模型'}约${distance}` : `郊区约${distance}`;
}

function regionText(input: LoraLinkInput, output: LoraLinkOutput, locale: Locale): string {
  const { shortestIntervalS, messagesPerDay } = output;
  if (messagesPerDay === 0) return locale === 'en' ? `; ${input.region} does not allow a packet that long` : `；${input.region}不允许这么长的数据包`;
  if (shortestIntervalS === null) return '';
  const interval = formatNumber(shortestIntervalS, locale, { digits: 3, unit: 's' });
  return locale === 'en' ? `; ${input.region} allows one every ${interval}` : `；${input.region}允许每${interval}发送一次`;
}

export const instrument = defineInstrument<LoraLinkOutput>({
  id: 'lora-link',
  kind: 'calculator',
  title: { en: 'LoRa link designer', 'zh-cn': 'LoRa链路设计' },
  summary: {
    en: 'How long a LoRa packet is on the air, how far it reaches, how often it may be sent, and how long the battery lasts.',
    'zh-cn': '一个LoRa数据包在空中多久、能传多远、多久可以发一次、电池能用多久。',
  },
  groups,
  inputs,
  outputs,
  presets,
  compute: (values) => loraLink(asLink(values)),
  answer(values, output, locale) {
    const input = asLink(values);
    const bandwidth = formatNumber(input.bandwidthHz / 1000, locale, { digits: 4, unit: 'kHz' });
    const airtime =
      output.timeOnAirS < 1
        ? formatNumber(output.timeOnAirS * 1000, locale, { digits: 4, unit: 'ms' })
        : formatNumber(output.timeOnAirS, locale, { digits: 4, unit: 's' });
    const sensitivity = formatNumber(output.sensitivityDbm, locale, { digits: 4, unit: 'dBm' });
    const range = rangeText(output, locale);
    const region = regionText(input, output, locale);
    return locale === 'en'
      ? `At SF${input.sf} and ${bandwidth}, ${input.payloadBytes} bytes take ${airtime} on the air and are received down to ${sensitivity}; ${range}${region}.`
      : `SF${input.sf}、${bandwidth}下，${input.payloadBytes}字节在空中占用${airtime}，最低可接收${sensitivity}；${range}${region}。`;
  },
  notes: (values, output) => linkNotes(asLink(values), output),
  tables: [spreadingFactorTable],
  charts,
  assumptions: [
    {
      en: 'Time on air follows the data sheets’ formulas, symbol for symbol. For SF6 on the SX127x the data sheet and Semtech’s drivers disagree by two symbols or more; the data sheet is followed.',
      'zh-cn': '空中时间按数据手册的公式逐符号计算。SX127x的SF6上，数据手册与Semtech驱动相差两个符号或更多，这里以数据手册为准。',
    },
    {
      en: 'The nominal bit rate ignores header, preamble and low data rate optimisation; the bits per second on air do not.',
      'zh-cn': '标称比特率不计报头、前导码和低速率优化；空中有效比特率已计入。',
    },
    {
      en: 'Noise is thermal, at 290 K, plus the receiver’s noise figure. Interference and man-made noise are left out.',
      'zh-cn': '噪声只包括290 K的热噪声和接收机噪声系数，不含干扰和人为噪声。',
    },
    {
      en: 'Path loss is the median over places at that distance: half of them are worse. The fade margin stands for what is worse.',
      'zh-cn': '路径损耗是同一距离上各地点的中值，一半地点更差；衰落余量就是为更差的情况预留的。',
    },
    {
      en: 'Okumura–Hata was fitted to measurements in and around Tokyo, for 150–1500 MHz (Hata’s abstract: 100–1500 MHz), 1–20 km, gateway antennas of 30–200 m and node antennas of 1–10 m; here for a small or medium-sized town. Outside of that no figure is given. Hills, the earth’s curvature and buildings around the node are not in it.',
      'zh-cn':
        'Okumura–Hata模型由东京及周边的测量拟合而来，适用于150～1500 MHz（Hata的摘要写作100～1500 MHz）、1～20 km、网关天线30～200 m、节点天线1～10 m，这里取中小城市。超出范围不给数值。模型不含山丘、地球曲率和节点周围的建筑物。',
    },
    {
      en: 'Free space has no ground, no horizon and no obstacles: it is a bound, not a forecast.',
      'zh-cn': '自由空间没有地面、地平线和障碍物，它是上界，不是预测。',
    },
    {
      en: 'Regional limits are those of RP002-1.0.3, with SF5, SF6 and IN865’s power of RP002-1.0.5; a country’s law may be narrower. The largest payload (N) is for frames without MAC commands in FOpts. US915 is counted as a frequency-hopping system that uses its channels in turn. Listen-before-talk is not modelled.',
      'zh-cn':
        '地区限制取自RP002-1.0.3，SF5、SF6和IN865的功率取自RP002-1.0.5；各国法规可能更严。最大应用载荷（N）指帧中FOpts为空的情况。US915按轮流使用各信道的跳频系统计算。不含先听后发。',
    },
    {
      en: 'The battery gives its full capacity at a steady mean current and loses a fixed share of the rest each year. Sensors, wake-up, retries, cold and ageing are left out.',
      'zh-cn': '电池以恒定平均电流放出全部容量，每年按固定比例损失余量。不含传感器、唤醒、重传、低温和老化。',
    },
  ],
  keywords: {
    en: [
      'time on air',
      'airtime',
      'calculator',
      'link budget',
      'sensitivity',
      'range',
      'duty cycle',
      'dwell time',
      'battery life',
      'spreading factor',
      'path loss',
      'Okumura-Hata',
      'SX1276',
      'SX1262',
      'LLCC68',
      'Meshtastic',
    ],
    'zh-cn': [
      '空中时间',
      '计算器',
      '链路预算',
      '灵敏度',
      '传输距离',
      '占空比',
      '驻留时间',
      '电池寿命',
      '扩频因子',
      '路径损耗',
      '信噪比',
      'SX1276',
      'SX1262',
      'LLCC68',
    ],
  },
});
