import { arNoise, noisePower, noiseSpectrum } from '../../models/ar-noise.ts';
import { exactBound, longRecordBound, recordLengths } from '../../models/frequency-bound.ts';
import type { ChartSeries, ChartSpec, InputValues } from '../define.ts';
import { asCase, type CrlbInput } from './case.ts';

export const seriesNames = {
  exact: { en: 'exact', 'zh-cn': '精确' },
  asymptotic: { en: 'asymptotic', 'zh-cn': '渐近' },
  white: { en: 'white noise', 'zh-cn': '白噪声' },
};

const yours = { en: 'your input', 'zh-cn': '所填的值' };

const variance = { label: { en: 'bound on the variance, (cycles/sample)²', 'zh-cn': '方差下界，（周/样本）²' }, unit: '', scale: 'log' as const };

interface Bounds {
  exact: number | null;
  asymptotic: number;
  white: number;
}

function boundsOf(input: CrlbInput): Bounds {
  const noise = arNoise(input.ar, input.innovationVariance);
  return {
    exact: exactBound(input),
    asymptotic: longRecordBound(input.signal, input.n, input.amplitude, noiseSpectrum(noise, input.frequency)),
    white: longRecordBound(input.signal, input.n, input.amplitude, noisePower(noise)),
  };
}

/** The three bounds over one input; the exact one has gaps where it is not finite. */
function sweep(xs: number[], boundsAt: (x: number) => Bounds): ChartSeries[] {
  const all = xs.map((x) => [x, boundsAt(x)] as const);
  return (['exact', 'asymptotic', 'white'] as const).map((key) => ({
    label: seriesNames[key],
    points: all.flatMap(([x, bounds]) => (bounds[key] === null ? [] : [[x, bounds[key]] as [number, number]])),
  }));
}

/** Dense in the first cycles from either end, where the bound changes fastest; coarser for long records, which cost more. */
function frequencies(n: number): number[] {
  const isLong = n > 1000;
  const nearEnd = (isLong ? [0.4, 0.6, 0.9, 1.3, 2, 3] : [0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1.1, 1.3, 1.6, 2, 2.5, 3]).map((cycles) => cycles / n);
  const count = isLong ? 21 : 81;
  const even = Array.from({ length: count }, (_, index) => (0.5 * (index + 1)) / (count + 1));
  const lower = [...nearEnd, ...even].filter((f) => f <= 0.25);
  return [...new Set([...lower, ...lower.map((f) => 0.5 - f)])].sort((a, b) => a - b);
}

const againstFrequency: ChartSpec = {
  id: 'bound-frequency',
  title: { en: 'The bound against frequency', 'zh-cn': '下界随频率的变化' },
  x: { label: { en: 'frequency, cycles/sample', 'zh-cn': '频率，周/样本' }, unit: '' },
  y: variance,
  series(values: InputValues) {
    const input = asCase(values);
    const side = input.frequency < 0 ? -1 : 1;
    const xs = frequencies(input.n).map((f) => side * f);
    return sweep(side < 0 ? xs.reverse() : xs, (frequency) => boundsOf({ ...input, frequency }));
  },
  guides: (values) => [{ x: asCase(values).frequency, label: yours }],
};

/** From 8 to 10,000 samples, evenly on a logarithmic scale. */
const lengths = [...new Set(Array.from({ length: 29 }, (_, index) => Math.round(8 * (recordLengths.max / 8) ** (index / 28))))];

const againstLength: ChartSpec = {
  id: 'bound-samples',
  title: { en: 'The bound against the length of the record', 'zh-cn': '下界随记录长度的变化' },
  x: { label: { en: 'samples N', 'zh-cn': '样本数N' }, unit: '', scale: 'log' },
  y: variance,
  series: (values) => sweep(lengths, (n) => boundsOf({ ...asCase(values), n })),
  guides: (values) => [{ x: asCase(values).n, label: yours }],
};

const againstSnr: ChartSpec = {
  id: 'bound-snr',
  title: { en: 'The bound against the signal-to-noise ratio', 'zh-cn': '下界随信噪比的变化' },
  x: { label: { en: 'SNR, tone over total noise power', 'zh-cn': '信噪比，单音功率比噪声总功率' }, unit: 'dB' },
  y: variance,
  series(values) {
    const input = asCase(values);
    const bounds = boundsOf(input);
    const ownDb = ownSnrDb(input);
    const [from, to] = [Math.min(-20, Math.floor(ownDb)), Math.max(40, Math.ceil(ownDb))];
    const xs = Array.from({ length: 13 }, (_, index) => from + ((to - from) * index) / 12);
    return sweep(xs, (snrDb) => {
      const factor = 10 ** ((ownDb - snrDb) / 10);
      return { exact: bounds.exact === null ? null : bounds.exact * factor, asymptotic: bounds.asymptotic * factor, white: bounds.white * factor };
    });
  },
  guides: (values) => [{ x: ownSnrDb(asCase(values)), label: yours }],
};

function ownSnrDb({ signal, amplitude, ar, innovationVariance }: CrlbInput): number {
  const tone = signal === 'real' ? (amplitude * amplitude) / 2 : amplitude * amplitude;
  return 10 * Math.log10(tone / noisePower(arNoise(ar, innovationVariance)));
}

export const charts: ChartSpec[] = [againstFrequency, againstLength, againstSnr];
