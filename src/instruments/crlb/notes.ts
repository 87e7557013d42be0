import type { Localized } from '../../i18n/locales.ts';
import type { CrlbInput, CrlbOutput } from './case.ts';

/** Why there is no bound. */
function missing({ signal, frequency, n }: CrlbInput): Localized {
  if (signal === 'real' && (frequency === 0 || Math.abs(frequency) === 0.5))
    return {
      en: 'At zero and at half the sampling rate a real tone has no amplitude and phase of its own: the Fisher matrix is singular, and there is no finite bound.',
      'zh-cn': '在零频与半采样率处，实单音没有各自可辨的幅度与相位：费舍尔矩阵奇异，不存在有限的下界。',
    };
  if (signal === 'real' && n < 3) return { en: 'Two samples cannot determine three unknowns.', 'zh-cn': '两个样本确定不了三个未知量。' };
  return {
    en: 'The Fisher matrix is singular to working precision here: a bound could not be told from rounding errors, so none is given.',
    'zh-cn': '此处费舍尔矩阵在计算精度内是奇异的：下界与舍入误差无从区分，因此不给出数值。',
  };
}

/** From here on, fewer than about four of the sixteen digits would survive an inversion of the matrix itself. */
const illConditioned = 1e12;

/** Above this the asymptotic bound is not the same thing any more. */
const clearlyDifferent = 0.1;

/** Signal energy over noise spectrum, below which outliers are to be expected. */
const thresholdDb = 14;

function lengthNotes(input: CrlbInput, output: CrlbOutput): Localized[] {
  const { signal, frequency, n } = input;
  const cycles = n * Math.min(Math.abs(frequency), 0.5 - Math.abs(frequency));
  if (signal === 'real' && cycles < 1)
    return [
      {
        en: 'The record holds less than one cycle of the tone (or of its distance from half the sampling rate): the bound depends strongly on the phase, and the asymptotic one does not apply.',
        'zh-cn': '记录中不足一个周期（或与半采样率之差不足一个周期）：下界强烈依赖相位，渐近式不适用。',
      },
    ];
  if (output.exactOverAsymptotic !== null && Math.abs(output.exactOverAsymptotic - 1) > clearlyDifferent)
    return [
      {
        en: 'The record is short for this noise: the asymptotic bound is off by more than a tenth. Judge estimators by the exact one.',
        'zh-cn': '对这样的噪声来说记录偏短：渐近下界相差超过一成。评判估计器应以精确下界为准。',
      },
    ];
  return [];
}

/** What the reader should know about just these inputs. */
export function boundNotes(input: CrlbInput, output: CrlbOutput): Localized[] {
  if (output.crlbExact === null) return [missing(input)];
  const notes = lengthNotes(input, output);
  if (output.conditionNumber !== null && output.conditionNumber > illConditioned)
    notes.push({
      en: 'Inverting the Fisher matrix shown below in double precision would lose almost all digits. The bounds here do not come from it: they come from an orthogonal factor in coordinates that stay apart.',
      'zh-cn': '若用双精度直接求逆下面的费舍尔矩阵，几乎所有有效数字都会丢失。这里的下界不由求逆得到，而来自一组始终可分的坐标中的正交分解。',
    });
  if (output.localSnrDb + 10 * Math.log10(input.n) < thresholdDb)
    notes.push({
      en: 'The tone is so weak that estimators are likely to be below their threshold: errors far larger than the bound are to be expected. The simulation shows where.',
      'zh-cn': '单音太弱，估计器很可能处在门限以下：误差会远大于下界。从仿真可以看出门限在哪里。',
    });
  return notes;
}
