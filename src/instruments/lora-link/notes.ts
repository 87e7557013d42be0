import type { Localized } from '../../i18n/locales.ts';
import { lowDataRateOptimizeByRule } from '../../models/lora-airtime.ts';
import { hataRanges, type LoraLinkInput, type LoraLinkOutput } from '../../models/lora-link.ts';
import { loraRegions, lorawanOverheadBytes } from '../../models/lora-regions.ts';

const areaNames = { urban: { en: 'town', 'zh-cn': '市区' }, suburban: { en: 'suburb', 'zh-cn': '郊区' }, open: { en: 'open country', 'zh-cn': '开阔地' } };

function regionNotes(input: LoraLinkInput, output: LoraLinkOutput): Localized[] {
  if (input.region === 'none') return [];
  const { region } = input;
  const notes: Localized[] = [];
  if (output.maxPowerDbm === null) {
    notes.push({ en: `The frequency lies in no sub-band of ${region}: no limits are given.`, 'zh-cn': `该频率不在${region}的任何子频段内，因此不给出限制。` });
  }
  if (output.dataRate === null) {
    notes.push({
      en: `${region} has no uplink data rate with this spreading factor and bandwidth.`,
      'zh-cn': `${region}没有使用该扩频因子和带宽的上行数据速率。`,
    });
  }
  if (output.maxTimeOnAirS !== null && output.timeOnAirS > output.maxTimeOnAirS) {
    notes.push({ en: 'The packet is longer than the dwell-time limit: it may not be sent.', 'zh-cn': '数据包超过驻留时间上限，不允许发送。' });
  }
  if (output.maxPayloadBytes !== null && input.payloadBytes > output.maxPayloadBytes + lorawanOverheadBytes) {
    notes.push({
      en: `LoRaWAN allows at most ${output.maxPayloadBytes} bytes of application data here, with its own ${lorawanOverheadBytes} bytes added.`,
      'zh-cn': `LoRaWAN在此最多允许${output.maxPayloadBytes}字节应用数据，另加自身的${lorawanOverheadBytes}字节。`,
    });
  }
  if (region === 'US915' && input.bandwidthHz < 500000 && input.hoppingChannels < 50 && input.txPowerDbm > 21) {
    notes.push({
      en: 'On fewer than 50 channels (“hybrid mode”) US915 leaves about 21 dBm in practice, not 30.',
      'zh-cn': '使用的信道少于50个时属于“混合模式”，US915实际只允许约21 dBm，而不是30 dBm。',
    });
  }
  if (region === 'US915' && input.bandwidthHz === 500000 && input.txPowerDbm > 26) {
    notes.push({ en: 'In 500 kHz channels US915 leaves about 26 dBm in practice, not 30.', 'zh-cn': '500 kHz信道上，US915实际只允许约26 dBm，而不是30 dBm。' });
  }
  const power = loraRegions[region].powerKind === 'eirp' ? output.eirpDbm - input.cableLossDb : input.txPowerDbm;
  if (output.maxPowerDbm !== null && power > output.maxPowerDbm) {
    notes.push({ en: 'The power is above the region’s limit even with all cable losses deducted.', 'zh-cn': '即使扣除全部馈线损耗，功率仍超过该地区的上限。' });
  }
  if (output.shortestIntervalS !== null && input.messageIntervalS < output.shortestIntervalS) {
    notes.push({ en: 'The message interval is shorter than the region allows.', 'zh-cn': '发送间隔短于该地区所允许的最短间隔。' });
  }
  return notes;
}

function rangeNotes(input: LoraLinkInput, output: LoraLinkOutput): Localized[] {
  const ranges = hataRanges(output.maxPathLossDb, input);
  if (!ranges)
    return [
      {
        en: 'Frequency or antenna heights lie outside of Hata’s model (30–200 m and 1–10 m): it gives no range.',
        'zh-cn': '频率或天线高度超出Hata模型的范围（30～200 m和1～10 m），不给出距离。',
      },
    ];
  const notes: Localized[] = [];
  for (const area of ['urban', 'suburban', 'open'] as const) {
    const { outside } = ranges[area];
    if (outside === 'below')
      notes.push({
        en: `Hata’s model (${areaNames[area].en}) would give less than 1 km, below where it holds.`,
        'zh-cn': `Hata模型（${areaNames[area]['zh-cn']}）得出的距离小于1 km，低于其适用范围。`,
      });
    if (outside === 'above')
      notes.push({
        en: `Hata’s model (${areaNames[area].en}) would give more than 20 km, above where it holds.`,
        'zh-cn': `Hata模型（${areaNames[area]['zh-cn']}）得出的距离大于20 km，高于其适用范围。`,
      });
  }
  return notes;
}

/** What the reader should know about just these inputs. */
export function linkNotes(input: LoraLinkInput, output: LoraLinkOutput): Localized[] {
  const notes = [...regionNotes(input, output), ...rangeNotes(input, output)];
  if (input.chip !== 'sx127x' && input.sf < 7 && input.preambleSymbols < 12) {
    notes.push({
      en: 'Semtech’s drivers raise the preamble to 12 symbols at SF5 and SF6; the figures are for the number that you gave.',
      'zh-cn': 'Semtech的驱动在SF5和SF6下会把前导码增至12个符号；这里按所填的数目计算。',
    });
  }
  if (input.lowDataRateOptimize === false && lowDataRateOptimizeByRule(input.sf, input.bandwidthHz)) {
    notes.push({ en: 'The data sheet requires low data rate optimisation at this symbol time.', 'zh-cn': '按数据手册，这样的符号时间必须开启低速率优化。' });
  }
  if (output.batteryLifeYears === null) {
    notes.push({
      en: 'The message interval is too short for transmission and reception: no battery life.',
      'zh-cn': '发送间隔容不下发射和接收，无法给出电池寿命。',
    });
  }
  return notes;
}
