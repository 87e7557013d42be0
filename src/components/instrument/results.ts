import { h, type JSX } from 'preact';
import type { Locale, Localized } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import { formatNumber } from '../../i18n/number.ts';
import type { Definition, InputValues, MatrixSpec, OutputSpec, TableSpec } from '../../instruments/define.ts';
import { showQuantity } from './quantity.ts';

type Outputs = Record<string, number | null>;

/** The list of results; the minor ones are folded. */
export function Results({ definition, outputs, locale }: { definition: Definition; outputs: Outputs; locale: Locale }): JSX.Element {
  const t = messages(locale);
  const entries = Object.entries(definition.outputs);
  const main = entries.filter(([, spec]) => spec.main);
  const rest = entries.filter(([, spec]) => !spec.main);
  return h('div', { class: 'results' }, [
    quantities(main, outputs, locale),
    rest.length > 0 && h('details', {}, [h('summary', {}, t.moreResultsOf), quantities(rest, outputs, locale)]),
  ]);
}

function quantities(entries: [string, OutputSpec][], outputs: Outputs, locale: Locale): JSX.Element {
  return h(
    'dl',
    { class: 'quantities' },
    entries.map(([key, spec]) =>
      h('div', {}, [h('dt', {}, spec.label[locale]), h('dd', { 'data-output': key }, showQuantity(outputs[key] ?? null, spec, locale))]),
    ),
  );
}

/** Small matrices, each as a table with its names on both sides. */
export function Matrices({ definition, inputs, locale }: { definition: Definition; inputs: InputValues; locale: Locale }): JSX.Element | null {
  const all = Object.entries(definition.matrices ?? {});
  if (all.length === 0) return null;
  return h(
    'div',
    { class: 'matrices' },
    all.map(([key, spec]) => h('details', { key }, [h('summary', {}, spec.label[locale]), h(Matrix, { name: key, spec, inputs, locale })])),
  );
}

function Matrix({ name, spec, inputs, locale }: { name: string; spec: MatrixSpec; inputs: InputValues; locale: Locale }): JSX.Element {
  const cells = (row: number[]) => row.map((value) => h('td', {}, formatNumber(value, locale, { digits: spec.digits })));
  return h('div', { class: 'scroll table', tabIndex: 0, role: 'group', 'aria-label': spec.label[locale], 'data-output': name }, [
    h('table', {}, [
      h('thead', {}, h('tr', {}, [h('td', {}), ...spec.columns.map((column) => h('th', { scope: 'col' }, column[locale]))])),
      h(
        'tbody',
        {},
        spec.values(inputs).map((row, index) => h('tr', {}, [h('th', { scope: 'row' }, spec.rows[index]?.[locale]), ...cells(row)])),
      ),
    ]),
  ]);
}

/** Cases side by side, the present one marked. */
export function SideBySide({ spec, inputs, locale }: { spec: TableSpec; inputs: InputValues; locale: Locale }): JSX.Element {
  return h('div', { class: 'scroll table', tabIndex: 0, role: 'group', 'aria-label': spec.title[locale] }, [
    h('table', {}, [
      h('caption', {}, spec.title[locale]),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          spec.columns.map((column) => h('th', { scope: 'col' }, column.label[locale])),
        ),
      ),
      h(
        'tbody',
        {},
        spec.rows(inputs).map((row) =>
          h(
            'tr',
            { class: spec.current?.(row, inputs) ? 'current' : undefined },
            spec.columns.map((column, index) => h(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, cell(row[column.key], column, locale))),
          ),
        ),
      ),
    ]),
  ]);
}

function cell(value: number | string | Localized | null | undefined, column: TableSpec['columns'][number], locale: Locale): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return showQuantity(value, column, locale);
  return typeof value === 'string' ? value : value[locale];
}
