import { type FrequencyBoundInput, fisherMatrix } from '../../models/frequency-bound.ts';
import type { Ground, InputValues, MatrixSpec, OutputSpec } from '../define.ts';
import type { CrlbOutput } from './case.ts';

const ground = (source: string, locator: string): Ground => ({ source, locator });

const theorem = ground('nowak-scott-crlb', 'Theorem 1');
const information = ground('nowak-scott-crlb', 'text before Theorem 1');
const innovations = ground('caracas-ar1', 'first section');
const white = ground('avital-q76644', 'Q76644.m, vFreqMseCrlb');
const complexTone = ground('qtnm-toys', 'bayesianInformationFromSingleTone.ipynb, introduction');
const autocovariance = ground('gmwmx2-ar1', 'autocovariance');
const spectrum = ground('statsmodels-arima-process', 'arma_periodogram (normalised otherwise there)');
const whittle = ground('sykulski-2018', 'abstract');
const sampling = ground('avital-q76644', 'Q76644.m, comment on the sampling rate');
const ratios = ground('qtnm-toys', 'sineWaveFittingFun.ipynb, Linear SNR and Power SNR');
const nuisance = ground('tub-fsi-crb', 'point 4');

const frequencyVariance = {
  unit: '(cycles/sample)²',
  // A place to break the line, where it is narrow.
  unitText: { en: '(cycles/\u200bsample)²', 'zh-cn': '（周/样本）²' },
  display: [{ unit: '', scale: 1 }],
  digits: 4,
};

const fisherTex = 'J_{ij}=\\sum_{n}\\tilde d_i(n)\\,\\tilde d_j(n),\\quad \\tilde d_i(n)=\\frac{d_i(n)-\\sum_k a^{(m)}_k d_i(n-k)}{\\sigma_m},\\ m=\\min(n,p)';

/** What each number is, in what unit, by which formula, and where that stands. */
export const outputs: { [K in keyof CrlbOutput]: OutputSpec } = {
  crlbExact: {
    label: { en: 'Exact bound on the variance of the frequency', 'zh-cn': '频率方差的精确下界' },
    ...frequencyVariance,
    main: true,
    formula: '\\operatorname{var}(\\hat f)\\ge[J^{-1}]_{ff},\\quad J=D^{\\mathsf T}C^{-1}D',
    ground: [theorem, innovations],
    typed: ['crlb', 'crb', 'cramer-rao', 'bound', '下界', '克拉美罗'],
  },
  crlbAsymptotic: {
    label: { en: 'Asymptotic bound, from the noise spectrum at f', 'zh-cn': '由f处噪声谱得到的渐近下界' },
    ...frequencyVariance,
    main: true,
    formula: '\\frac{6\\,P(f)}{\\pi^2A^2N(N^2-1)},\\qquad \\frac{6\\,P(f)}{(2\\pi)^2A^2N(N^2-1)}\\ (e^{j2\\pi fn})',
    ground: [white, whittle],
  },
  crlbWhite: {
    label: { en: 'The same in white noise of equal total power', 'zh-cn': '总功率相同的白噪声中的下界' },
    ...frequencyVariance,
    main: true,
    formula: '\\frac{6\\,\\sigma_w^2}{\\pi^2A^2N(N^2-1)},\\qquad \\frac{6\\,\\sigma_w^2}{(2\\pi)^2A^2N(N^2-1)}\\ (e^{j2\\pi fn})',
    ground: [white, complexTone],
  },
  deviationHz: {
    label: { en: 'Exact bound as a standard deviation', 'zh-cn': '精确下界对应的标准差' },
    unit: 'Hz',
    digits: 4,
    main: true,
    formula: 'f_s\\sqrt{[J^{-1}]_{ff}}',
    ground: [sampling],
  },
  asymptoticDeviationHz: {
    label: { en: 'Asymptotic bound as a standard deviation', 'zh-cn': '渐近下界对应的标准差' },
    unit: 'Hz',
    digits: 4,
    formula: 'f_s\\sqrt{\\frac{6\\,P(f)}{\\pi^2A^2N(N^2-1)}}',
    ground: [sampling, white],
  },
  exactOverAsymptotic: {
    label: { en: 'Exact over asymptotic bound', 'zh-cn': '精确下界与渐近下界之比' },
    unit: '',
    digits: 4,
    main: true,
    formula: '[J^{-1}]_{ff}\\Big/\\frac{6\\,P(f)}{\\pi^2A^2N(N^2-1)}',
    ground: [theorem, whittle],
  },
  exactOverWhite: {
    label: { en: 'Exact bound over that in white noise', 'zh-cn': '精确下界与白噪声下界之比' },
    unit: '',
    digits: 4,
    formula: '[J^{-1}]_{ff}\\Big/\\frac{6\\,\\sigma_w^2}{\\pi^2A^2N(N^2-1)}',
    ground: [theorem, white],
  },
  snrDb: {
    label: { en: 'Signal-to-noise ratio', 'zh-cn': '信噪比' },
    unit: 'dB',
    digits: 3,
    main: true,
    formula: '10\\lg\\frac{A^2}{2\\sigma_w^2},\\qquad 10\\lg\\frac{A^2}{\\sigma_w^2}\\ (e^{j2\\pi fn})',
    ground: [ratios],
  },
  localSnrDb: {
    label: { en: 'Signal-to-noise ratio by the spectrum at f', 'zh-cn': '按f处噪声谱计的信噪比' },
    unit: 'dB',
    digits: 3,
    main: true,
    formula: '10\\lg\\frac{A^2}{2P(f)},\\qquad 10\\lg\\frac{A^2}{P(f)}\\ (e^{j2\\pi fn})',
    ground: [ratios, whittle],
  },
  noisePower: {
    label: { en: 'Total noise power', 'zh-cn': '噪声总功率' },
    unit: '',
    digits: 4,
    formula: '\\sigma_w^2=\\frac{\\sigma_e^2}{\\prod_m(1-k_m^2)},\\quad p=1:\\ \\frac{\\sigma_e^2}{1-a^2}',
    ground: [autocovariance, ground('fan-stats556', 'AR(1)')],
  },
  noiseSpectrum: {
    label: { en: 'Noise spectrum at f', 'zh-cn': 'f处的噪声谱' },
    unit: '',
    digits: 4,
    formula: 'P(f)=\\frac{\\sigma_e^2}{\\left|1-\\sum_k a_k e^{-j2\\pi fk}\\right|^2}',
    ground: [spectrum],
  },
  crlbPhase: {
    label: { en: 'Bound on the variance of the phase at the first sample', 'zh-cn': '首个样本处相位的方差下界' },
    unit: 'rad²',
    digits: 4,
    formula: '\\operatorname{var}(\\hat\\varphi)\\ge[J^{-1}]_{\\varphi\\varphi}',
    ground: [theorem, nuisance],
  },
  crlbAmplitude: {
    label: { en: 'Bound on the variance of the amplitude', 'zh-cn': '幅度的方差下界' },
    unit: '',
    digits: 4,
    formula: '\\operatorname{var}(\\hat A)\\ge[J^{-1}]_{AA}',
    ground: [theorem, nuisance],
  },
  conditionNumber: {
    label: { en: 'Condition number of the Fisher matrix, scaled to a unit diagonal', 'zh-cn': '费舍尔矩阵的条件数（对角线归一化后）' },
    unit: '',
    digits: 3,
    formula: '\\kappa\\left(\\frac{J_{ij}}{\\sqrt{J_{ii}J_{jj}}}\\right)',
    ground: [ground('dilaveroglu-1998', 'abstract'), information],
  },
};

const parameters = [
  { en: 'frequency', 'zh-cn': '频率' },
  { en: 'phase', 'zh-cn': '相位' },
  { en: 'amplitude', 'zh-cn': '幅度' },
];

export const matrices: Record<'fisher', MatrixSpec> = {
  fisher: {
    label: {
      en: 'Fisher matrix of frequency (cycles/sample), phase (rad) and amplitude',
      'zh-cn': '频率（周/样本）、相位（rad）与幅度的费舍尔信息矩阵',
    },
    rows: parameters,
    columns: parameters,
    digits: 5,
    formula: fisherTex,
    ground: [information, innovations],
    values: (inputs: InputValues) => fisherMatrix(inputs as unknown as FrequencyBoundInput),
  },
};
