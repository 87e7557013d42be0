import type { Locale } from '../../src/i18n/locales.ts';

export interface HostileQuery {
  query: string;
  /** What it should find all the same, in a language; nothing is said of the others. */
  answers?: Partial<Record<Locale, string>>;
  /** It asks for nothing that there is. */
  isNothing?: true;
}

/** What nobody types who only wants to read: it must be answered at once, without exception, by nothing or by something sensible. */
export const hostileQueries: HostileQuery[] = [
  { query: 'x'.repeat(10_000), isNothing: true },
  { query: '灵'.repeat(10_000) },
  { query: 'lora '.repeat(2_000) },
  { query: '('.repeat(10_000), isNothing: true },
  { query: '\u0301'.repeat(10_000) },
  { query: '\ufdfa'.repeat(200) },
  { query: '()[]{}*+?.\\^$|', isNothing: true },
  { query: '(a+)+$' },
  { query: '$& $1 $$ $` {q} {n}' },
  { query: '<script>alert(1)</script> zigbee' },
  { query: '<img src=x onerror=alert(1)>' },
  { query: '"><svg onload=alert(1)>' },
  { query: "' OR 1=1 --" },
  { query: '../../../etc/passwd' },
  { query: 'javascript:alert(1)' },
  { query: '%00%ff%E4%B8' },
  { query: '🛰️📡', isNothing: true },
  { query: '👨‍👩‍👧‍👦' },
  { query: '\u0000zigbee\u0000', answers: { en: 'topic:zigbee term:zigbee', 'zh-cn': 'topic:zigbee term:zigbee' } },
  { query: 'zig\u200bbee', answers: { en: 'topic:zigbee term:zigbee', 'zh-cn': 'topic:zigbee term:zigbee' } },
  { query: '扩\u200d频因子', answers: { en: 'term:spreading-factor', 'zh-cn': 'term:spreading-factor' } },
  { query: '\u202ezigbee\u202c', answers: { en: 'topic:zigbee term:zigbee', 'zh-cn': 'topic:zigbee term:zigbee' } },
  { query: '\ufeffLoRa', answers: { en: 'topic:lora-radio term:lora-modulation', 'zh-cn': 'topic:lora-radio term:lora-modulation' } },
  { query: '\ud83d' },
  { query: '，。！？、；：', isNothing: true },
  { query: '--- ... ///', isNothing: true },
  { query: '__proto__' },
  { query: 'constructor' },
  { query: 'hasOwnProperty toString' },
  { query: '@lora' },
  { query: '=LoRa' },
  { query: '*', isNothing: true },
];
