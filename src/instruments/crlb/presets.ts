import type { Preset } from '../define.ts';

/** Cases worth seeing: values over the defaults. */
export const presets: Preset[] = [
  { id: 'ar1', label: { en: 'AR(1) noise with a = 0.8', 'zh-cn': '一阶AR噪声，a = 0.8' }, inputs: {} },
  { id: 'worked-example', label: { en: 'The worked example: 200 Hz at 1000 Hz', 'zh-cn': '算例：采样率1000 Hz，单音200 Hz' }, inputs: { frequency: 0.2 } },
  { id: 'white', label: { en: 'White noise', 'zh-cn': '白噪声' }, inputs: { ar: [] } },
  { id: 'complex', label: { en: 'Complex tone', 'zh-cn': '复单音' }, inputs: { signal: 'complex' } },
  {
    id: 'near-zero',
    label: { en: 'Half a cycle in the record', 'zh-cn': '记录中只有半个周期' },
    inputs: { frequency: 0.005, phaseRad: 1.5, ar: [], innovationVariance: 0.001, snrFromDb: 10, snrToDb: 50 },
  },
  { id: 'near-half', label: { en: 'Near half the sampling rate', 'zh-cn': '接近半采样率' }, inputs: { frequency: 0.4925, innovationVariance: 0.01 } },
  {
    id: 'threshold',
    label: { en: 'The threshold, in white noise, decibel by decibel', 'zh-cn': '白噪声中的门限，逐分贝观察' },
    inputs: { ar: [], innovationVariance: 1, snrFromDb: -14, snrToDb: 6, snrPoints: 21, trials: 300 },
  },
  {
    id: 'resonance',
    label: { en: 'AR(4): a tone between two noise peaks', 'zh-cn': 'AR(4)：单音处在两个噪声峰之间' },
    inputs: { ar: [1.7411, -2.2981, 1.5713, -0.8145], frequency: 0.17 },
  },
  { id: 'long', label: { en: 'A long record: 10,000 samples', 'zh-cn': '长记录：10000个样本' }, inputs: { n: 10000, snrFromDb: -40, snrToDb: 0 } },
];
