import type { Locale } from '../i18n/locales.ts';
import { formatNumber } from '../i18n/number.ts';
import { asCase, type CrlbInput, type CrlbOutput, computeCrlb } from './crlb/case.ts';
import { charts } from './crlb/charts.ts';
import { groups, inputs } from './crlb/inputs.ts';
import { boundNotes } from './crlb/notes.ts';
import { matrices, outputs } from './crlb/outputs.ts';
import { presets } from './crlb/presets.ts';
import { simulation } from './crlb/simulation.ts';
import { defineInstrument } from './define.ts';

function answer(input: CrlbInput, { crlbExact, crlbWhite, deviationHz }: CrlbOutput, locale: Locale): string {
  if (crlbExact === null || deviationHz === null)
    return locale === 'en' ? 'These samples do not determine the frequency: there is no finite bound to give.' : '这些样本确定不了频率：给不出有限的下界。';
  const hertz = formatNumber(deviationHz, locale, { digits: 4, unit: 'Hz' });
  const bins = formatNumber(Math.sqrt(crlbExact) * input.n, locale, { digits: 2 });
  const white = formatNumber(input.sampleRateHz * Math.sqrt(crlbWhite), locale, { digits: 3, unit: 'Hz' });
  const kind = input.signal === 'real' ? { en: 'real', 'zh-cn': '实' }[locale] : { en: 'complex', 'zh-cn': '复' }[locale];
  return locale === 'en'
    ? `From ${input.n} samples the frequency of this ${kind} tone can be measured without bias to a standard deviation of ${hertz} at best, ${bins} of an FFT bin; in white noise of the same power it would be ${white}.`
    : `用${input.n}个样本无偏地测量这个${kind}单音的频率，标准差最小为${hertz}，即${bins}个FFT频率格；在功率相同的白噪声中则为${white}。`;
}

export const instrument = defineInstrument<CrlbOutput>({
  id: 'crlb',
  kind: 'plot',
  title: { en: 'How well can a frequency be measured?', 'zh-cn': '频率能测得多准？' },
  summary: {
    en: 'The Cramér–Rao bound on the frequency of a tone in white or coloured noise, exact and asymptotic, and simulated estimators against it.',
    'zh-cn': '白噪声或色噪声中单音频率的克拉美罗下界：精确值与渐近值，并以仿真检验各估计器。',
  },
  groups,
  inputs,
  outputs,
  matrices,
  presets,
  compute: (values) => computeCrlb(asCase(values)),
  answer: (values, output, locale) => answer(asCase(values), output, locale),
  notes: (values, output) => boundNotes(asCase(values), output),
  tables: [],
  charts,
  work: simulation,
  assumptions: [
    {
      en: 'Amplitude, phase and frequency are all unknown. With fewer unknowns the bound is smaller: with the phase known at the first sample, about a quarter.',
      'zh-cn': '幅度、相位、频率都未知。未知量越少下界越小：若已知首个样本处的相位，约为四分之一。',
    },
    {
      en: 'One tone of constant amplitude and frequency, all samples present, none clipped or rounded. A second tone nearby, or drift, costs more.',
      'zh-cn': '只有一个幅度、频率恒定的单音，样本齐全，没有削波和量化。附近另有单音或频率漂移时，代价更大。',
    },
    {
      en: 'The noise is Gaussian, stationary from the first sample on, of the given AR model. Whether its coefficients are known makes no difference to the bound; it does to the prewhitened estimator, which knows them here.',
      'zh-cn': '噪声是高斯的，从首个样本起就平稳，服从所给的AR模型。系数已知与否不影响下界，但影响预白化估计器：这里假定它已知。',
    },
    {
      en: 'For a complex tone the noise is circular: the variance of e(n) is the total, half of it in each component, and the coefficients are real.',
      'zh-cn': '复单音的噪声是圆对称的：新息方差指总方差，实部、虚部各占一半，系数为实数。',
    },
    {
      en: '“White” means white noise of the same total power as the coloured noise, not of the same innovation variance. For a real tone its bound and the asymptotic one are for records of many cycles.',
      'zh-cn': '“白噪声”指总功率与色噪声相同，而不是新息方差相同。对实单音，白噪声式与渐近式都以记录含多个周期为前提。',
    },
    {
      en: 'The bound is local and binds unbiased estimators only. It does not see the threshold, below which the error jumps; the simulation does.',
      'zh-cn': '下界是局部的，只约束无偏估计器。它看不到门限，而低于门限时误差会突增；仿真能看到。',
    },
    {
      en: 'Very near zero or half the sampling rate a real tone’s Fisher matrix is almost singular. The bound is computed there from an orthogonal factorisation, not by inverting the matrix, and stays right; where even that runs out of digits, no bound is given.',
      'zh-cn':
        '在非常接近零频或半采样率处，实单音的费舍尔矩阵几乎奇异。那里的下界由正交分解得到，不对矩阵求逆，因而仍然可靠；连这样也不够位数时，就不给出下界。',
    },
    {
      en: 'Simulated: the largest bin of the N-point DFT; Jacobsen’s and Quinn’s second interpolation of three bins; least squares, which is maximum likelihood in white noise; and least squares after whitening, which is maximum likelihood in this noise. The last two begin at the largest point of a periodogram padded four times or more, at least half a bin from the ends of the band for a real tone.',
      'zh-cn':
        '仿真的估计器：N点DFT的最大频率格；Jacobsen与Quinn第二种三点插值；最小二乘，即白噪声下的最大似然；先白化再作最小二乘，即本噪声下的最大似然。后两种从补零四倍以上的周期图最大点开始，对实单音离频带两端至少半个频率格。',
    },
    {
      en: 'The band and the 95% limits are those of the chi-square distribution: they hold for normal errors, so above the threshold.',
      'zh-cn': '95%区间与上下限取自卡方分布：误差服从正态分布时成立，即在门限以上。',
    },
  ],
  keywords: {
    en: [
      'CRLB',
      'CRB',
      'Cramér-Rao lower bound',
      'Cramer-Rao',
      'Fisher information',
      'frequency estimation',
      'coloured noise',
      'AR noise',
      'Monte Carlo',
      'periodogram',
      'Jacobsen',
      'Quinn',
      'threshold effect',
      'maximum likelihood',
      'sinusoid',
    ],
    'zh-cn': [
      'CRLB',
      '克拉美罗界',
      '克拉美-罗下界',
      '费舍尔信息',
      '频率估计',
      '高斯色噪声',
      'AR噪声',
      '蒙特卡洛',
      '周期图',
      'Jacobsen',
      'Quinn',
      '门限效应',
      '最大似然',
      '正弦信号',
    ],
  },
});
