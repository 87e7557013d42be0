import { h } from 'hastscript';
import { z } from 'zod';
import { pageAddress } from '../../corpus/address.ts';
import { suggestKey } from '../../corpus/finding.ts';
import { formatNumber } from '../../i18n/number.ts';
import { completeInputs, inputsToQuery } from '../../instruments/inputs.ts';
import { InputError } from '../../models/input-error.ts';
import { inputValue } from '../../schema/figure.ts';
import { withGrounds } from '../claims.ts';
import type { Scope } from '../scope.ts';
import { defineWord } from './word.ts';

const attributes = z
  .object({
    of: z.string().regex(/^[a-z0-9-]+\.\w+$/, 'expected "instrument.output"'),
    unit: z.string().optional(),
    digits: z.int().min(1).max(15).optional(),
    decimals: z.int().min(0).max(10).optional(),
  })
  .catchall(inputValue);

type Value = z.infer<typeof attributes>;

/** The figure as shown, and the link that reproduces it. */
function compute(value: Value, scope: Scope): { text: string; href: string; instrument: string } | undefined {
  const { of, unit, digits, decimals, ...given } = value;
  const [id = '', output = ''] = of.split('.');
  const instrument = scope.tools.instruments.get(id);
  if (!instrument) {
    scope.find('value', `there is no instrument "${id}"`, suggestKey(id, scope.tools.instruments.keys()));
    return undefined;
  }
  const spec = Object.hasOwn(instrument.outputs, output) ? instrument.outputs[output] : undefined;
  if (!spec) {
    scope.find('value', `the instrument "${id}" has no output "${output}"`, suggestKey(output, Object.keys(instrument.outputs)));
    return undefined;
  }
  const units = [{ unit: spec.unit, scale: 1 }, ...(spec.display ?? [])];
  const chosen = unit === undefined ? (spec.display?.[0] ?? units[0]) : units.find((one) => one.unit === unit);
  if (!chosen) {
    scope.find('value', `"${output}" cannot be shown in "${unit}"`, `one of: ${units.map((one) => one.unit).join(', ')}`);
    return undefined;
  }
  try {
    const result = instrument.compute(completeInputs(instrument, given))[output];
    if (result === null || result === undefined) throw new InputError(output, 'not-applicable', 'this quantity does not apply to these inputs');
    const style = decimals === undefined ? { digits: digits ?? spec.digits } : { decimals };
    // A unit that is words is written in each language; a symbol is itself.
    const shownUnit = chosen.unit === spec.unit ? (spec.unitText?.[scope.document.locale] ?? chosen.unit) : chosen.unit;
    const query = inputsToQuery(instrument, given);
    return {
      text: formatNumber(result / chosen.scale, scope.document.locale, { ...style, unit: shownUnit }),
      href: scope.href(pageAddress('instrument', id, scope.document.locale)) + (query ? `?${query}` : ''),
      instrument: id,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    scope.find(
      'value',
      `"${id}" refuses these inputs: ${error.message}`,
      error.code === 'unknown-field' ? suggestKey(error.field, Object.keys(instrument.inputs)) : 'correct the attribute',
    );
    return undefined;
  }
}

/** `<Value of="lora-link.timeOnAirS" sf={7} unit="ms" />`: a figure computed by an instrument's model, linked to it with the same inputs. */
export const value = defineWord<Value>({
  content: 'none',
  attributes,
  toElements(value, _children, scope) {
    const computed = compute(value, scope);
    if (!computed) return [];
    scope.facts.values.push({ of: value.of, shown: computed.text, line: scope.line });
    const { text, href, instrument } = computed;
    const link = h('a', { class: 'value', href, title: scope.t.computedBy(instrument) }, text);
    return [withGrounds(link, { kind: 'computed', of: value.of, shown: text, href })];
  },
  toMarkdown(value, scope) {
    const computed = compute(value, scope);
    return computed ? `[${computed.text}](${computed.href})` : '';
  },
});
