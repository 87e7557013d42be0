import type { Locale, Localized } from '../../i18n/locales.ts';
import { formatNumber } from '../../i18n/number.ts';
import { type EstimatorId, leastSamples } from '../../models/frequency-estimators.ts';
import { type MonteCarloPoint, type MonteCarloResult, meanSquareInterval, monteCarloCostS } from '../../models/frequency-monte-carlo.ts';
import { type ChartSpec, defineWork, type TableSpec } from '../define.ts';
import { asCase } from './case.ts';
import { runSimulation } from './run.ts';

const estimatorNames: Record<EstimatorId, Localized> = {
  bin: { en: 'largest bin', 'zh-cn': '最大频率格' },
  jacobsen: { en: 'Jacobsen', 'zh-cn': 'Jacobsen' },
  quinn: { en: 'Quinn', 'zh-cn': 'Quinn' },
  leastSquares: { en: 'least squares', 'zh-cn': '最小二乘' },
  maximumLikelihood: { en: 'whitened ML', 'zh-cn': '预白化最大似然' },
};

const idsOf = ({ points }: MonteCarloResult): EstimatorId[] => points[0]?.estimators.map(({ id }) => id) ?? [];

const of = (point: MonteCarloPoint, id: EstimatorId) => point.estimators.find((one) => one.id === id);

/** Points in the order of their ratios. */
const ascending = ({ points }: MonteCarloResult) => [...points].sort((a, b) => a.snrDb - b.snrDb);

/** Lowest ratio from which on no record was off by more than a bin; undefined if there is none. */
export function thresholdDb(result: MonteCarloResult, id: EstimatorId): number | undefined {
  const points = ascending(result);
  const lastBad = points.findLastIndex((point) => (of(point, id)?.outliers ?? 0) > 0);
  return points[lastBad + 1]?.snrDb;
}

function answer(result: MonteCarloResult, locale: Locale): string {
  const best = idsOf(result).includes('maximumLikelihood') ? 'maximumLikelihood' : 'leastSquares';
  const from = thresholdDb(result, best);
  const name = estimatorNames[best][locale];
  if (from === undefined)
    return locale === 'en'
      ? `Even ${name} makes outliers at every SNR of this range: all of it lies below the threshold.`
      : `在这一信噪比范围内，${name}处处出现野值：全部位于门限以下。`;
  const above = result.points.filter((point) => point.snrDb >= from && point.bound !== null);
  const inside = above.filter((point) => within((of(point, best)?.meanSquare ?? 0) / (point.bound ?? 1), result.band)).length;
  const ratio = formatNumber(from, locale, { digits: 3, unit: 'dB' });
  return locale === 'en'
    ? `From ${ratio} up ${name} makes no outlier, and ${inside} of its ${above.length} mean square errors there lie within the 95% band around the bound.`
    : `从${ratio}起，${name}不再出现野值，其中${above.length}个均方误差里有${inside}个落在下界的95%区间内。`;
}

const within = (value: number, [low, high]: [number, number]) => value >= low && value <= high;

const snrAxis = { label: { en: 'SNR, tone over total noise power', 'zh-cn': '信噪比，单音功率比噪声总功率' }, unit: 'dB' };

function errorChart(result: MonteCarloResult): ChartSpec {
  const points = ascending(result);
  return {
    id: 'simulated-errors',
    title: { en: 'Simulated errors of the estimators, and the bound', 'zh-cn': '各估计器的仿真误差与下界' },
    x: snrAxis,
    y: { label: { en: 'root mean square error, cycles/sample', 'zh-cn': '均方根误差，周/样本' }, unit: '', scale: 'log' },
    series: () => [
      {
        label: { en: '√bound', 'zh-cn': '√下界' },
        points: points.flatMap(({ snrDb, bound }) => (bound === null ? [] : [[snrDb, Math.sqrt(bound)] as [number, number]])),
      },
      ...idsOf(result).map((id) => ({
        label: estimatorNames[id],
        points: points.flatMap((point) => {
          const root = Math.sqrt(of(point, id)?.meanSquare ?? 0);
          return root > 0 ? [[point.snrDb, root] as [number, number]] : [];
        }),
      })),
    ],
  };
}

/** Ratios shown; others are off the chart. */
const shownRatios = { from: 0.5, to: 20 };

function ratioChart(result: MonteCarloResult): ChartSpec {
  const [low, high] = result.band;
  const isShown = (ratio: number) => ratio >= shownRatios.from && ratio <= shownRatios.to;
  return {
    id: 'simulated-ratios',
    title: { en: 'Mean square error over the bound, from 0.5 to 20', 'zh-cn': '均方误差与下界之比，0.5至20' },
    x: { ...snrAxis, from: Math.min(...result.points.map(({ snrDb }) => snrDb)), to: Math.max(...result.points.map(({ snrDb }) => snrDb)) },
    y: { label: { en: 'mean square error / bound', 'zh-cn': '均方误差/下界' }, unit: '', scale: 'log', ...shownRatios },
    // The same order as in the chart of errors, so that each estimator keeps its colour; the largest bin, which leaves the chart first, is last.
    series: () => [
      { label: { en: 'bound', 'zh-cn': '下界' }, points: ascending(result).map(({ snrDb }) => [snrDb, 1] as [number, number]) },
      ...idsOf(result)
        .map((id) => ({
          label: estimatorNames[id],
          points: ascending(result)
            .map((point) => [point.snrDb, (of(point, id)?.meanSquare ?? 0) / (point.bound ?? Number.NaN)] as [number, number])
            .filter(([, ratio]) => isShown(ratio)),
        }))
        .filter(({ points }) => points.length > 0),
    ],
    guides: () => [
      { y: high, label: { en: '95% band of the bound', 'zh-cn': '下界的95%区间' } },
      { y: low, label: { en: '', 'zh-cn': '' } },
    ],
  };
}

const cyclesSquared = { unit: '', digits: 3 };

function estimatorTable(result: MonteCarloResult): TableSpec {
  const top = ascending(result).at(-1);
  const at = formatNumber(top?.snrDb ?? 0, 'en', { digits: 3, unit: 'dB' });
  return {
    id: 'simulated-estimators',
    title: { en: `Threshold, and error at ${at}`, 'zh-cn': `门限，以及${at}处的误差` },
    columns: [
      { key: 'name', label: { en: 'Estimator', 'zh-cn': '估计器' }, unit: '', digits: 1 },
      { key: 'threshold', label: { en: 'No outlier from', 'zh-cn': '无野值起点' }, unit: 'dB', digits: 3 },
      { key: 'meanSquare', label: { en: 'Mean square error, (cycles/sample)²', 'zh-cn': '均方误差，（周/样本）²' }, ...cyclesSquared },
      { key: 'low', label: { en: '95% from', 'zh-cn': '95%下限' }, ...cyclesSquared },
      { key: 'high', label: { en: '95% to', 'zh-cn': '95%上限' }, ...cyclesSquared },
      { key: 'ratio', label: { en: 'Over the bound', 'zh-cn': '与下界之比' }, unit: '', digits: 3 },
      { key: 'bias', label: { en: 'Mean error, cycles/sample', 'zh-cn': '平均误差，周/样本' }, unit: '', digits: 2 },
    ],
    rows: () =>
      (top?.estimators ?? []).map((one) => {
        const [low, high] = meanSquareInterval(one, result);
        return {
          name: estimatorNames[one.id],
          threshold: thresholdDb(result, one.id) ?? null,
          meanSquare: one.meanSquare,
          low,
          high,
          ratio: top?.bound ? one.meanSquare / top.bound : null,
          bias: one.bias,
        };
      }),
  };
}

export const simulation = defineWork<MonteCarloResult>({
  title: { en: 'Simulation: do estimators reach the bound?', 'zh-cn': '仿真：估计器能达到下界吗？' },
  description: {
    en: 'At each SNR records are drawn from the seed, with your frequency, phase and length and the noise scaled to the ratio, and every estimator works on the same ones.',
    'zh-cn': '在每个信噪比下，按种子抽取记录：频率、相位、长度如所填，噪声按信噪比缩放；各估计器处理同一批记录。',
  },
  reads: ['signal', 'frequency', 'phaseRad', 'n', 'ar', 'trials', 'seed', 'snrFromDb', 'snrToDb', 'snrPoints'],
  run: runSimulation,
  worker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  costS: (inputs) => monteCarloCostS(asCase(inputs)),
  obstacle: (inputs) =>
    asCase(inputs).n < leastSamples
      ? { en: `The simulation needs at least ${leastSamples} samples.`, 'zh-cn': `仿真至少需要${leastSamples}个样本。` }
      : undefined,
  answer: (_inputs, result, locale) => answer(result, locale),
  views: (_inputs, result) => ({ charts: [errorChart(result), ratioChart(result)], tables: [estimatorTable(result)] }),
});
