import { describe, expect, it } from 'vitest';
import { figuresIn } from './grounds.ts';

describe('figuresIn(text) finds', () => {
  it.each([
    ['It takes 42 steps.', ['42']],
    ['一共需要42步。', ['42']],
    ['占用带宽的42%', ['42']],
    ['About 40 of them', ['40']],
    ['Over 1,200 words', ['1,200']],
    ['1.5 times', ['1.5']],
    ['−137 dBm', ['137']],
    ['125 kHz and 250 kHz', ['125', '250']],
    ['125kHz', ['125']],
    ['带宽125kHz', ['125']],
    ['20 bytes', ['20']],
    ['20字节', ['20']],
    ['10x faster', ['10']],
    ['a rank of 16', ['16']],
    ['rank-16 adapters', ['16']],
    ['a 4/5 code', ['4', '5']],
    ['code rates 4/5 to 4/8', ['4', '5', '4', '8']],
    ['2048 samples', ['2048']],
    ['2000 bytes', ['2000']],
    ['costs 2000 yuan', ['2000']],
    ['代表42种情况', ['42']],
    ['列表42项', ['42']],
    ['3 dB more', ['3']],
    ['提高3 dB', ['3']],
    ['2 %', ['2']],
    ['1 GB', ['1']],
    ['500', ['500']],
    ['from 5 to 12', ['5', '12']],
    ['Table 4 holds 64 rows', ['64']],
    ['GPT-3 has 175 layers', ['175']],
    ['SF\t7', ['7']],
  ])('%s', (text, figures) => {
    expect(figuresIn(text)).toEqual(figures);
  });
});

describe('figuresIn(text) leaves', () => {
  it.each([
    // Names.
    'IEEE 802.15.4',
    '802.15.4g',
    'RFC 4944',
    'EN 300 220-2',
    'ISO 26262',
    'FCC Part 15',
    'FCC §15.247',
    'KIP-98',
    'NACA 0012',
    'GPT-3',
    'Qwen2.5-7B',
    'a 7B model',
    'LLaMA 7B',
    'SF7 and SF12',
    '使用SF7时',
    'SX1276/77',
    'sx1276',
    '8PSK',
    '6LoWPAN',
    'B737',
    'x1 and y2',
    'cluster 0x0006',
    '簇0x0006',
    'LoRaWAN 1.0.4',
    'Zigbee 3.0',
    'Java 17',
    'Python 3.11',
    'v1.1',
    'version 2',
    // Places and ordinals.
    'Table 13',
    'Tables 13 and 14',
    '表13',
    '图4所示',
    'section 4.1.1.2',
    'Step 5, invert',
    'the 4th byte',
    '第4个字节',
    '第5章',
    'issue #1234',
    // Dates.
    '24 November 2026',
    'November 24, 2026',
    'in November 2026',
    '2026-11-24',
    'In 1997 and in 2015.',
    'between 1999 and 2003',
    '(2015)',
    '2020年5月11日',
    '2020年5月',
    '2015–2019年',
    // One to three, where they count.
    'two of 3 brokers',
    '3个代理',
    '1 or 2 of them',
  ])('%s', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
});
