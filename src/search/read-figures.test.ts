import { describe, expect, it } from 'vitest';
import { type FigureNames, readFigures } from './read-figures.ts';

const link: FigureNames = {
  instrument: 'link',
  inputs: [
    ['sf', 'sf#', 1],
    ['bandwidthHz', '#khz', 1000],
    ['bytes', '#bytes', 1],
    ['bytes', '#字节', 1],
  ],
  outputs: [['airtime', ['airtime', 'time on air', '空中时间']]],
};
const read = (query: string) => readFigures(query, [link]);

describe('readFigures(query, names)', () => {
  it.each([
    ['sf7 125khz 20 bytes airtime', { sf: 7, bandwidthHz: 125_000, bytes: 20 }, ['airtime']],
    ['SF 12, 62.5 kHz', { sf: 12, bandwidthHz: 62_500 }, []],
    ['ＳＦ９空中时间20字节', { sf: 9, bytes: 20 }, ['airtime']],
    ['airtime sf=10', { sf: 10 }, ['airtime']],
  ])('%s', (query, inputs, outputs) => expect(read(query)).toEqual({ instrument: 'link', inputs, outputs }));

  it.each(['sf7', 'airtime', 'xsf7 airtimes', '125khzz sf', '', '20 bytesize sf7x airtime'])('%j asks for no figure', (query) => {
    expect(read(query)).toBeUndefined();
  });
});
