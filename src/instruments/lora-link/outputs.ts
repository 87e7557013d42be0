import type { LoraLinkOutput } from '../../models/lora-link.ts';
import type { DisplayUnit, Ground, OutputSpec } from '../define.ts';

const ms: DisplayUnit = { unit: 'ms', scale: 0.001 };
const s: DisplayUnit = { unit: 's', scale: 1 };
const km: DisplayUnit = { unit: 'km', scale: 1000 };
const m: DisplayUnit = { unit: 'm', scale: 1 };
const kbps: DisplayUnit = { unit: 'kbit/s', scale: 1000 };
const bps: DisplayUnit = { unit: 'bit/s', scale: 1 };

const sx1276 = (locator: string): Ground => ({ source: 'semtech-sx1276', locator });
const sx1261 = (locator: string): Ground => ({ source: 'semtech-sx1261-2', locator });
const an120013 = (locator: string): Ground => ({ source: 'semtech-an1200-13', locator });
const ns3 = (locator: string): Ground => ({ source: 'ns3-propagation', locator });
const regional = (locator: string): Ground => ({ source: 'lorawan-rp002', locator });
/** What RP002-1.0.5 added and we could not read there. */
const laterRates: Ground[] = [
  { source: 'lorawan-rp002-105', locator: 'Table 73 (AS923)' },
  { source: 'chirpstack-regions', locator: 'SF5, SF6' },
];
/** Lee's page breaks off before the formula for open areas. */
const hata: Ground[] = [
  ns3('OkumuraHataPropagationLossModel'),
  { source: 'lee-2014', locator: '§2.12.1.2, eqs. (2.12.1.3) to (2.12.1.7)' },
  { source: 'hata-1980', locator: 'abstract' },
];
/** Friis's equation in decibels, and what is lost between which points. */
const budget: Ground[] = [ns3('FriisPropagationLossModel'), { source: 'itu-r-p341', locator: '§1, §2' }];
const energy: Ground[] = [{ source: 'liando-2019', locator: '§3.2, eq. (2)' }];

const hataTex = '69.55 + 26.16\\lg f - 13.82\\lg h_b - a(h_m) + (44.9 - 6.55\\lg h_b)\\lg d';

/** What each number is, in what unit, by which formula, and where that stands. */
export const outputs: { [K in keyof LoraLinkOutput]: OutputSpec } = {
  symbolTimeS: {
    label: { en: 'Symbol time', 'zh-cn': '符号时间' },
    unit: 's',
    display: [ms, s],
    digits: 4,
    formula: 'T_s = \\frac{2^{SF}}{BW}',
    ground: [sx1276('§4.1.1.5'), sx1261('§6.1.1.1')],
    typed: ['symbol time', '符号时间'],
  },
  preambleTimeS: {
    label: { en: 'Preamble time', 'zh-cn': '前导码时间' },
    unit: 's',
    display: [ms, s],
    digits: 4,
    formula: 'T_{preamble} = (n_{preamble} + 4.25)\\,T_s \\quad (6.25 \\text{ at SF5, SF6 of the SX126x})',
    ground: [sx1276('§4.1.1.7'), sx1261('§6.1.4')],
  },
  payloadSymbols: {
    label: { en: 'Payload symbols', 'zh-cn': '载荷符号数' },
    unit: '',
    digits: 4,
    formula: 'n_{payload} = 8 + \\max\\left(\\left\\lceil\\frac{8PL - 4SF + 28 + 16CRC - 20IH}{4(SF - 2DE)}\\right\\rceil (CR + 4),\\ 0\\right)',
    ground: [sx1276('§4.1.1.7'), sx1261('§6.1.4'), an120013('§4')],
  },
  timeOnAirS: {
    label: { en: 'Time on air', 'zh-cn': '空中时间' },
    unit: 's',
    display: [ms, s],
    digits: 4,
    main: true,
    formula: 'T = T_{preamble} + n_{payload}\\,T_s',
    ground: [sx1276('§4.1.1.7'), sx1261('§6.1.4'), an120013('§4')],
    typed: ['airtime', 'time on air', 'toa', '空中时间', '空口时间', '发送时长'],
  },
  bitRateBps: {
    label: { en: 'Nominal bit rate', 'zh-cn': '标称比特率' },
    unit: 'bit/s',
    display: [kbps, bps],
    digits: 4,
    formula: 'R_b = SF \\cdot \\frac{BW}{2^{SF}} \\cdot \\frac{4}{4 + CR}',
    ground: [sx1276('§4.1.1.5, Tables 12, 14 and 15'), sx1261('§6.1.1.1, Table 6-3')],
    typed: ['bit rate', 'bitrate', 'data rate', '比特率', '速率'],
  },
  effectiveBitRateBps: {
    label: { en: 'Payload bits per second on air', 'zh-cn': '空中有效比特率' },
    unit: 'bit/s',
    display: [kbps, bps],
    digits: 4,
    formula: 'R = \\frac{8PL}{T}',
    ground: [sx1276('§4.1.1.7')],
  },
  snrLimitDb: {
    label: { en: 'SNR limit', 'zh-cn': '最低信噪比' },
    unit: 'dB',
    digits: 3,
    formula: '\\mathrm{SNR}_{min}(SF)',
    ground: [sx1276('§4.1.1.2, Table 13'), sx1261('§6.1.1.1, Table 6-1')],
  },
  noiseFloorDbm: {
    label: { en: 'Thermal noise in the bandwidth', 'zh-cn': '带宽内的热噪声' },
    unit: 'dBm',
    digits: 4,
    formula: 'N = 10\\lg\\frac{k\\,T_0\\,BW}{1\\,\\mathrm{mW}}, \\quad T_0 = 290\\,\\mathrm{K}',
    ground: [an120013('§2.2, eq. 1'), { source: 'anritsu-noise-figure', locator: 'Noise Temperature' }],
  },
  receiverNoiseDbm: {
    label: { en: 'Noise with the receiver’s own', 'zh-cn': '计入接收机噪声后的噪声' },
    unit: 'dBm',
    digits: 4,
    formula: 'N_{rx} = N + NF',
    ground: [an120013('§2.2, eq. 1')],
  },
  sensitivityDbm: {
    label: { en: 'Sensitivity', 'zh-cn': '接收灵敏度' },
    unit: 'dBm',
    digits: 4,
    main: true,
    formula: 'S = N + NF + \\mathrm{SNR}_{min}',
    ground: [an120013('§2.2, eq. 1')],
    typed: ['sensitivity', '灵敏度'],
  },
  eirpDbm: {
    label: { en: 'EIRP, cable not deducted', 'zh-cn': 'EIRP（未扣馈线损耗）' },
    unit: 'dBm',
    digits: 4,
    formula: '\\mathrm{EIRP} = P_t + G_t',
    ground: [{ source: 'iec-iev', locator: '712-02-52' }, regional('§2.4.3 and footnote 14')],
  },
  linkBudgetDb: {
    label: { en: 'Link budget', 'zh-cn': '链路预算' },
    unit: 'dB',
    digits: 4,
    main: true,
    formula: 'L = P_t + G_t + G_r - L_{cable} - S',
    ground: budget,
  },
  maxPathLossDb: {
    label: { en: 'Greatest median path loss', 'zh-cn': '最大中值路径损耗' },
    unit: 'dB',
    digits: 4,
    formula: 'L_{max} = L - M_{fade}',
    ground: budget,
  },
  freeSpaceRangeM: {
    label: { en: 'Range, free space', 'zh-cn': '距离：自由空间' },
    unit: 'm',
    display: [km, m],
    digits: 3,
    formula: 'd = \\frac{\\lambda}{4\\pi}\\,10^{L_{max}/20}',
    ground: [{ source: 'iec-iev', locator: '705-08-05' }, ns3('FriisPropagationLossModel')],
  },
  logDistanceRangeM: {
    label: { en: 'Range, log-distance', 'zh-cn': '距离：对数距离模型' },
    unit: 'm',
    display: [km, m],
    digits: 3,
    formula: 'd = d_0\\,10^{(L_{max} - L_{fs}(d_0))/(10n)}',
    ground: [ns3('LogDistancePropagationLossModel')],
  },
  hataUrbanRangeM: {
    label: { en: 'Range, Hata, town', 'zh-cn': '距离：Hata市区' },
    unit: 'm',
    display: [km, m],
    digits: 3,
    formula: `L_{max} = ${hataTex}`,
    ground: hata,
  },
  hataSuburbanRangeM: {
    label: { en: 'Range, Hata, suburb', 'zh-cn': '距离：Hata郊区' },
    unit: 'm',
    display: [km, m],
    digits: 3,
    main: true,
    formula: `L_{max} = ${hataTex} - 2\\left(\\lg\\tfrac{f}{28}\\right)^2 - 5.4`,
    ground: hata,
  },
  hataOpenRangeM: {
    label: { en: 'Range, Hata, open country', 'zh-cn': '距离：Hata开阔地' },
    unit: 'm',
    display: [km, m],
    digits: 3,
    formula: `L_{max} = ${hataTex} - 4.78(\\lg f)^2 + 18.33\\lg f - 40.94`,
    ground: hata.filter(({ source }) => source !== 'lee-2014'),
  },
  dataRate: {
    label: { en: 'LoRaWAN data rate (DR)', 'zh-cn': 'LoRaWAN数据速率（DR）' },
    unit: '',
    digits: 2,
    formula: 'DR(SF, BW)',
    ground: [regional('Tables 8, 16, 34, 41, 54, 70, 82 and 92'), ...laterRates],
  },
  maxPayloadBytes: {
    label: { en: 'Largest application payload', 'zh-cn': '最大应用载荷' },
    unit: 'B',
    digits: 3,
    formula: 'N(DR)',
    ground: [regional('Tables 12, 13, 20, 21, 37, 38, 45, 46, 58, 59, 74, 75, 86, 87, 96 and 97; §3.1'), ...laterRates],
  },
  maxPowerDbm: {
    label: { en: 'Power limit (EIRP; US915: conducted)', 'zh-cn': '功率上限（EIRP；US915为传导功率）' },
    unit: 'dBm',
    digits: 4,
    formula: 'P_{max}(f)',
    ground: [
      regional('§2.4.3, §2.5.3, §2.7.3, §2.8.3, §2.9.3, §2.10.2 and Table 79'),
      { source: 'lorawan-rp002-105', locator: 'Table 94 (IN865)' },
      { source: 'cnaf-un-39', locator: '869.4 to 869.65 MHz' },
    ],
  },
  dutyCycle: {
    label: { en: 'Duty cycle allowed', 'zh-cn': '允许的占空比' },
    unit: '',
    display: [{ unit: '%', scale: 0.01 }],
    digits: 2,
    formula: 'D(f)',
    ground: [regional('Tables 6 and 68, §2.7.2'), { source: 'ttn-duty-cycle', locator: 'Maximum Duty Cycle' }],
  },
  maxTimeOnAirS: {
    label: { en: 'Dwell-time limit', 'zh-cn': '驻留时间上限' },
    unit: 's',
    display: [ms, s],
    digits: 3,
    formula: 'T \\le T_{dwell}',
    ground: [regional('§2.5.3, §2.8.6, §2.9.2 and §2.10.6'), { source: 'miit-2019-52', locator: 'annex, civil metering' }],
  },
  shortestIntervalS: {
    label: { en: 'Shortest interval allowed', 'zh-cn': '允许的最短间隔' },
    unit: 's',
    display: [s, { unit: 'min', scale: 60 }],
    digits: 3,
    main: true,
    formula: '\\tau = \\frac{T}{D} \\quad\\text{or}\\quad \\tau = \\frac{T_{period}}{n\\lfloor T_{max}/T \\rfloor}',
    ground: [regional('Tables 6 and 68, §2.7.2'), { source: 'ttn-duty-cycle', locator: 'Maximum Duty Cycle' }, { source: 'fcc-15-247', locator: '(a)(1)(i)' }],
  },
  messagesPerDay: {
    label: { en: 'Messages a day allowed', 'zh-cn': '每天允许的消息数' },
    unit: '',
    digits: 6,
    formula: '\\left\\lfloor \\frac{86400\\,\\mathrm{s}}{\\tau} \\right\\rfloor',
    ground: [regional('Tables 6 and 68, §2.7.2'), { source: 'fcc-15-247', locator: '(a)(1)(i)' }],
  },
  averageCurrentMa: {
    label: { en: 'Mean current', 'zh-cn': '平均电流' },
    unit: 'mA',
    display: [{ unit: 'µA', scale: 0.001 }],
    digits: 3,
    formula: '\\bar I = \\frac{I_t T + I_r T_r + I_s(\\tau_m - T - T_r)}{\\tau_m}',
    ground: energy,
  },
  batteryLifeYears: {
    label: { en: 'Battery life', 'zh-cn': '电池寿命' },
    unit: 'years',
    digits: 2,
    main: true,
    formula: 't = \\frac{1}{k}\\ln\\left(1 + \\frac{kC}{\\bar I}\\right), \\quad k = -\\ln(1 - s)',
    ground: energy,
  },
};
