import { h, type JSX } from 'preact';
import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import { formatNumber } from '../../i18n/number.ts';
import type { InputSpec, NumberInput } from '../../instruments/define.ts';
import { parseNumbers } from '../../instruments/inputs.ts';
import type { InputError } from '../../models/input-error.ts';

interface FieldProps {
  id: string;
  name: string;
  spec: InputSpec;
  locale: Locale;
  /** What stands in the field: text for numbers, as typed. */
  text: string;
  error: string | undefined;
  onText(name: string, text: string): void;
}

const scaleOf = (spec: InputSpec) => (spec.type === 'number' ? (spec.display?.scale ?? 1) : 1);

const unitOf = (spec: { unit?: string; display?: { unit: string } }) => spec.display?.unit ?? spec.unit ?? '';

/** A stored value as it stands in the field. */
export function fieldText(spec: InputSpec, value: unknown): string {
  if (spec.type === 'numbers') return (value as readonly number[]).join(', ');
  return spec.type === 'number' ? String(Number(((value as number) / scaleOf(spec)).toPrecision(12))) : String(value);
}

/** What was typed → the stored value (NaN if it is no number). */
export function fieldValue(spec: InputSpec, text: string): unknown {
  if (spec.type === 'number')
    return text.trim() === '' ? Number.NaN : Number((Number(text.replace('−', '-').replace(',', '.')) * scaleOf(spec)).toPrecision(14));
  if (spec.type === 'numbers') return parseNumbers(text);
  if (spec.type === 'flag') return text === 'true';
  if (spec.type === 'choice') return spec.options.find((option) => String(option.value) === text)?.value;
  return text;
}

/** The sentence that tells a reader what is wrong with a field and what is allowed. */
export function fieldError(error: InputError, spec: InputSpec, locale: Locale): string {
  const t = messages(locale);
  const label = spec.label[locale];
  const refusal = spec.refusals?.[error.code];
  if (refusal) return refusal[locale];
  if (spec.type !== 'number' && spec.type !== 'numbers') return t.inputError.other(label);
  if (error.code === 'too-long' && spec.type === 'numbers') return t.inputError['too-long'](label, String(spec.maxLength));
  const bound = (value: number) => formatNumber(value / scaleOf(spec), locale, { digits: 9, unit: spec.type === 'number' ? unitOf(spec) : '' });
  const range = t.range(bound(spec.min), bound(spec.max));
  const code = error.code as keyof typeof t.inputError;
  return code in t.inputError ? t.inputError[code](label, range) : t.inputError.other(label);
}

/** One input with its label, unit, help and error. */
export function Field(props: FieldProps): JSX.Element {
  const { id, spec, locale, error } = props;
  const described = [spec.help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  const control =
    spec.type === 'choice'
      ? select(props, described)
      : spec.type === 'flag'
        ? checkbox(props, described)
        : spec.type === 'number'
          ? number(props, spec, described)
          : spec.type === 'numbers'
            ? list(props, described)
            : textarea(props, described);
  return h('div', { class: `field ${spec.type}${error ? ' bad' : ''}` }, [
    h('label', { for: id }, spec.label[locale]),
    control,
    spec.help && h('p', { class: 'help', id: `${id}-help` }, spec.help[locale]),
    error && h('p', { class: 'error', id: `${id}-error` }, error),
  ]);
}

function number({ id, name, text, error, onText }: FieldProps, spec: NumberInput, described: string | undefined): JSX.Element {
  const scale = scaleOf(spec);
  return h('span', { class: 'with-unit' }, [
    h('input', {
      id,
      name,
      type: 'number',
      inputMode: 'decimal',
      autocomplete: 'off',
      value: text,
      min: spec.min / scale,
      max: spec.max / scale,
      step: spec.step ? spec.step / scale : spec.whole ? 1 / scale : 'any',
      'aria-invalid': error ? 'true' : undefined,
      'aria-describedby': described,
      onInput: (event: Event) => onText(name, (event.target as HTMLInputElement).value),
    }),
    unitOf(spec) && h('span', { class: 'unit' }, unitOf(spec)),
  ]);
}

function list({ id, name, text, error, onText }: FieldProps, described: string | undefined): JSX.Element {
  return h('input', {
    id,
    name,
    type: 'text',
    autocomplete: 'off',
    spellcheck: false,
    value: text,
    'aria-invalid': error ? 'true' : undefined,
    'aria-describedby': described,
    onInput: (event: Event) => onText(name, (event.target as HTMLInputElement).value),
  });
}

function select({ id, name, spec, locale, text, onText }: FieldProps, described: string | undefined): JSX.Element {
  const options = spec.type === 'choice' ? spec.options : [];
  return h(
    'select',
    { id, name, 'aria-describedby': described, onChange: (event: Event) => onText(name, (event.target as HTMLSelectElement).value) },
    options.map((option) => h('option', { value: String(option.value), selected: String(option.value) === text }, option.label[locale])),
  );
}

function checkbox({ id, name, text, onText }: FieldProps, described: string | undefined): JSX.Element {
  return h('input', {
    id,
    name,
    type: 'checkbox',
    checked: text === 'true',
    'aria-describedby': described,
    onChange: (event: Event) => onText(name, String((event.target as HTMLInputElement).checked)),
  });
}

function textarea({ id, name, text, error, onText, spec }: FieldProps, described: string | undefined): JSX.Element {
  return h('textarea', {
    id,
    name,
    rows: spec.type === 'text' ? (spec.rows ?? 3) : 3,
    spellcheck: false,
    value: text,
    'aria-invalid': error ? 'true' : undefined,
    'aria-describedby': described,
    onInput: (event: Event) => onText(name, (event.target as HTMLTextAreaElement).value),
  });
}
