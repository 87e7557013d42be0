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
const an120022 = (locator: string): Ground => ({ source: 'semtech-an1200-22', locator });
const regional = (locator: string): Ground => ({ source: 'lorawan-rp002', locator });
const hata: Ground[] = [{ source: 'hata-1980', locator: 'table of the formulas' }];
const ownSum: Ground[] = [{ source: 'itu-r-p341', locator: 'definitions of the transmission losses of a radio link' }];

const hataTex = '69.55 + 26.16\\lg f - 13.82\\lg h_b - a(h_m) + (44.9 - 6.55\\lg h_b)\\lg d';

/** What each number is, in what unit, by which formula, and where that stands. */
export const outputs: { [K in keyof LoraLinkOutput]: OutputSpec } = {
  symbolTimeS: {
    label: { en: 'Symbol time', 'zh-cn': '符号时间' },
    unit: 's',
    display: [ms, s],
    digits: 4,
    formula: 'T_s = \\frac{2^{SF}}{BW}',
    ground: [sx1276('§4.1.1.5'), sx1261('§6.1.1')],
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
  },
  bitRateBps: {
    label: { en: 'Nominal bit rate', 'zh-cn': '标称比特率' },
    unit: 'bit/s',
    display: [kbps, bps],
    digits: 4,
    formula: 'R_b = SF \\cdot \\frac{BW}{2^{SF}} \\cdot \\frac{4}{4 + CR}',
    ground: [sx1276('§4.1.1.4, Table 15'), an120022('equation for the nominal bit rate')],
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
    ground: [sx1276('§4.1.1.2, Table 13'), sx1261('§6.1.1')],
  },
  noiseFloorDbm: {
    label: { en: 'Thermal noise in the bandwidth', 'zh-cn': '带宽内的热噪声' },
    unit: 'dBm',
    digits: 4,
    formula: 'N = 10\\lg\\frac{k\\,T_0\\,BW}{1\\,\\mathrm{mW}}, \\quad T_0 = 290\\,\\mathrm{K}',
    ground: [an120013('§2.2, eq. 1'), { source: 'itu-r-p372', locator: '§2' }],
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
    ground: [an120013('§2.2, eq. 1'), an120022('sensitivity')],
  },
  eirpDbm: {
    label: { en: 'EIRP, cable not deducted', 'zh-cn': 'EIRP（未扣馈线损耗）' },
    unit: 'dBm',
    digits: 4,
    formula: '\\mathrm{EIRP} = P_t + G_t',
    ground: [{ source: 'itu-r-p341', locator: 'definition of e.i.r.p.' }],
  },
  linkBudgetDb: {
    label: { en: 'Link budget', 'zh-cn': '链路预算' },
    unit: 'dB',
    digits: 4,
    main: true,
    formula: 'L = P_t + G_t + G_r - L_{cable} - S',
    ground: ownSum,
  },
  maxPathLossDb: {
    label: { en: 'Greatest median path loss', 'zh-cn': '最大中值路径损耗' },
    unit: 'dB',
    digits: 4,
    formula: 'L_{max} = L - M_{fade}',
    ground: ownSum,
  },
  freeSpaceRangeM: {
    label: { en: 'Range, free space', 'zh-cn': '距离：自由空间' },
    unit: 'm',
    display: [km, m],
    digits: 3,
    formula: 'd = \\frac{\\lambda}{4\\pi}\\,10^{L_{max}/20}',
    ground: [{ source: 'itu-r-p525', locator: '§2.2' }],
  },
  logDistanceRangeM: {
    label: { en: 'Range, log-distance', 'zh-cn': '距离：对数距离模型' },
    unit: 'm',
    display: [km, m],
    digits: 3,
    formula: 'd = d_0\\,10^{(L_{max} - L_{fs}(d_0))/(10n)}',
    ground: [{ source: 'rappaport-2002', locator: '§4.9.1' }],
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
    ground: hata,
  },
  dataRate: {
    label: { en: 'LoRaWAN data rate (DR)', 'zh-cn': 'LoRaWAN数据速率（DR）' },
    unit: '',
    digits: 2,
    formula: 'DR(SF, BW)',
    ground: [regional('§3, data rate tables')],
  },
  maxPayloadBytes: {
    label: { en: 'Largest application payload', 'zh-cn': '最大应用载荷' },
    unit: 'B',
    digits: 3,
    formula: 'N(DR)',
    ground: [regional('§3, maximum payload size tables')],
  },
  maxPowerDbm: {
    label: { en: 'Power limit (EIRP; US915: conducted)', 'zh-cn': '功率上限（EIRP；US915为传导功率）' },
    unit: 'dBm',
    digits: 4,
    formula: 'P_{max}(f)',
    ground: [regional('§3, TXPower tables')],
  },
  dutyCycle: {
    label: { en: 'Duty cycle allowed', 'zh-cn': '允许的占空比' },
    unit: '',
    display: [{ unit: '%', scale: 0.01 }],
    digits: 2,
    formula: 'D(f)',
    ground: [regional('§3, default channels'), { source: 'etsi-en-300-220-2', locator: 'table of operational frequency bands' }],
  },
  maxTimeOnAirS: {
    label: { en: 'Dwell-time limit', 'zh-cn': '驻留时间上限' },
    unit: 's',
    display: [ms, s],
    digits: 3,
    formula: 'T \\le T_{dwell}',
    ground: [regional('§3, dwell time'), { source: 'miit-2019-52', locator: 'CN470: one second' }, { source: 'fcc-15-247', locator: '(a)(1)(i)' }],
  },
  shortestIntervalS: {
    label: { en: 'Shortest interval allowed', 'zh-cn': '允许的最短间隔' },
    unit: 's',
    display: [s, { unit: 'min', scale: 60 }],
    digits: 3,
    main: true,
    formula: '\\tau = \\frac{T}{D} \\quad\\text{or}\\quad \\tau = \\frac{T_{period}}{n\\lfloor T_{max}/T \\rfloor}',
    ground: [regional('§3, default channels'), { source: 'fcc-15-247', locator: '(a)(1)(i)' }],
  },
  messagesPerDay: {
    label: { en: 'Messages a day allowed', 'zh-cn': '每天允许的消息数' },
    unit: '',
    digits: 6,
    formula: '\\left\\lfloor \\frac{86400\\,\\mathrm{s}}{\\tau} \\right\\rfloor',
    ground: [regional('§3, default channels')],
  },
  averageCurrentMa: {
    label: { en: 'Mean current', 'zh-cn': '平均电流' },
    unit: 'mA',
    display: [{ unit: 'µA', scale: 0.001 }],
    digits: 3,
    formula: '\\bar I = \\frac{I_t T + I_r T_r + I_s(\\tau_m - T - T_r)}{\\tau_m}',
    ground: [sx1276('§2.5.5, Table 10'), sx1261('§3.5.1')],
  },
  batteryLifeYears: {
    label: { en: 'Battery life', 'zh-cn': '电池寿命' },
    unit: 'years',
    digits: 2,
    main: true,
    formula: 't = \\frac{1}{k}\\ln\\left(1 + \\frac{kC}{\\bar I}\\right), \\quad k = -\\ln(1 - s)',
    ground: [sx1276('§2.5.5, Table 10'), sx1261('§3.5.1')],
  },
};
