import { Fragment, h, type JSX } from 'preact';
import type { Draw } from '../../figures/draw.ts';
import { drawPlot, type PlotLine } from '../../figures/plot.ts';
import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import { formatNumber } from '../../i18n/number.ts';
import type { ChartSpec, InputValues } from '../../instruments/define.ts';

/** Rows of the data table under a chart; the CSV has every point. */
const shownRows = 9;

/** A chart of an instrument with its data table. */
export function Chart({ spec, inputs, locale }: { spec: ChartSpec; inputs: InputValues; locale: Locale }): JSX.Element {
  const t = messages(locale);
  const lines = chartLines(spec, inputs, locale);
  const guides = (spec.guides?.(inputs) ?? []).map((guide) => ({ ...guide, label: guide.label[locale] }));
  const axis = (one: ChartSpec['x']) => ({ ...one, label: one.label[locale] });
  const alt = `${spec.title[locale]}: ${lines.map((line) => line.label).join(', ')}`;
  return h('figure', { class: 'chart', 'data-chart': spec.id }, [
    h('figcaption', {}, spec.title[locale]),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'group', 'aria-label': spec.title[locale] },
      drawPlot(h as unknown as Draw<JSX.Element>, { alt, x: axis(spec.x), y: axis(spec.y), lines, guides }, locale),
    ),
    h('details', {}, [
      h('summary', {}, t.chartData),
      h('div', { class: 'scroll', tabIndex: 0, role: 'group', 'aria-label': t.chartData }, dataTable(spec, lines, locale)),
    ]),
  ]);
}

export function chartLines(spec: ChartSpec, inputs: InputValues, locale: Locale): PlotLine[] {
  return spec.series(inputs).map(({ label, points, current, marks }) => ({
    label: label[locale],
    points,
    ...(current ? { current } : {}),
    ...(marks ? { marks } : {}),
  }));
}

function dataTable(spec: ChartSpec, lines: PlotLine[], locale: Locale): JSX.Element {
  const xs = [...new Set(lines.flatMap((line) => line.points.map(([x]) => x)))].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil((xs.length - 1) / (shownRows - 1)));
  const rows = xs.filter((_, index) => index % step === 0 || index === xs.length - 1);
  const at = lines.map((line) => new Map(line.points));
  return h('table', {}, [
    h(
      'thead',
      {},
      h('tr', {}, [
        h('th', { scope: 'col' }, withUnit(spec.x.label[locale], spec.x.unit)),
        ...lines.map((line) => h('th', { scope: 'col' }, withUnit(line.label, spec.y.unit))),
      ]),
    ),
    h(
      'tbody',
      {},
      rows.map((x) =>
        h('tr', {}, [
          h('th', { scope: 'row' }, formatNumber(x, locale)),
          ...at.map((points) => h('td', {}, points.has(x) ? formatNumber(points.get(x) ?? 0, locale, { digits: 4 }) : h(Fragment, {}, '–'))),
        ]),
      ),
    ),
  ]);
}

const withUnit = (label: string, unit: string) => (unit === '' ? label : `${label} (${unit})`);
