import { h } from 'hastscript';
import { z } from 'zod';
import { formatNumber } from '../../i18n/number.ts';
import { ArithmeticError, evaluateArithmetic, readableArithmetic } from '../arithmetic.ts';
import { withGrounds } from '../claims.ts';
import type { Scope } from '../scope.ts';
import { defineWord } from './word.ts';

const attributes = z.strictObject({
  of: z.union([z.number(), z.strictObject({ expression: z.string() })]),
  digits: z.int().min(1).max(15).optional(),
  decimals: z.int().min(0).max(10).optional(),
  unit: z.string().optional(),
});

type Calc = z.infer<typeof attributes>;

const sumOf = ({ of }: Calc) => (typeof of === 'number' ? String(of) : of.expression);

function shown(calc: Calc, scope: Scope): string {
  try {
    const { digits, decimals, unit } = calc;
    const style = { ...(digits === undefined ? {} : { digits }), ...(decimals === undefined ? {} : { decimals }), ...(unit === undefined ? {} : { unit }) };
    return formatNumber(
      evaluateArithmetic(sumOf(calc)),
      scope.document.locale,
      digits === undefined && decimals === undefined ? { ...style, digits: 12 } : style,
    );
  } catch (error) {
    if (!(error instanceof ArithmeticError)) throw error;
    scope.find('calc', error.message, 'correct the sum; a figure from elsewhere is cited instead');
    return '';
  }
}

/** `<Calc of={8 * (4096 + 4096)} />`: arithmetic worked out at build, the sum one click away. */
export const calc = defineWord<Calc>({
  content: 'none',
  attributes,
  toElements(calc, _children, scope) {
    scope.facts.calcs += 1;
    const text = shown(calc, scope);
    const sum = readableArithmetic(sumOf(calc));
    const id = scope.popover(`calc-${sum}-${text}`, [h('span', { class: 'pop-head' }, scope.t.sum), h('span', { class: 'pop-body sum' }, `${sum} = ${text}`)]);
    return [withGrounds(h('button', { type: 'button', class: 'calc', popovertarget: id }, text), { kind: 'sum', sum, shown: text })];
  },
  toMarkdown: (calc, scope) => `${shown(calc, scope)}`,
});
