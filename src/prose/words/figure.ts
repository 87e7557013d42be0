import type { ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { z } from 'zod';
import { figureDataAddress, pageAddress } from '../../corpus/address.ts';
import { parseCitations } from '../../corpus/citations.ts';
import type { FigureFile } from '../../corpus/corpus.ts';
import { suggestKey } from '../../corpus/finding.ts';
import { markdownText } from '../../corpus/markdown.ts';
import type { Ground } from '../../corpus/prepared.ts';
import { drawBlocks } from '../../figures/blocks.ts';
import type { Draw } from '../../figures/draw.ts';
import { drawPlot, type PlotLine } from '../../figures/plot.ts';
import { completeInputs } from '../../instruments/inputs.ts';
import { InputError } from '../../models/input-error.ts';
import type { Plot, PlotSeries } from '../../schema/figure.ts';
import { ArithmeticError, compileArithmetic } from '../arithmetic.ts';
import { withGrounds } from '../claims.ts';
import type { Scope } from '../scope.ts';
import { defineWord } from './word.ts';

const draw: Draw<ElementContent> = (tag, attributes, ...children) => s(tag, attributes as never, ...(children as never[])) as ElementContent;

function findFigure(name: string, scope: Scope): FigureFile | undefined {
  const { topic } = scope.document;
  const found = scope.tools.figures.get(`${topic}/${name}`);
  if (!found) {
    const known = [...scope.tools.figures.values()].filter((one) => one.topic === topic).map((one) => one.name);
    scope.find('figure', `there is no figure "${name}" (topics/${topic}/figures/${name}.yaml), or it has mistakes`, suggestKey(name, known));
  }
  return found;
}

/** `<Figure of="airtime" />`: drawn at build from the data of `figures/airtime.yaml`. */
export const figure = defineWord({
  content: 'none',
  attributes: z.strictObject({ of: z.string().min(1) }),
  toElements({ of }, _children, scope) {
    const file = findFigure(of, scope);
    if (!file) return [];
    if (!scope.facts.figures.includes(of)) scope.facts.figures.push(of);
    const number = scope.facts.figures.indexOf(of) + 1;
    const { locale } = scope.document;
    const { figure } = file;
    const id = `figure-${of}`;
    const grounds = figure.source ? parseCitations(figure.source).flatMap(({ key, locator }) => scope.cite(key, locator)) : [];
    const lines = figure.kind === 'plot' ? plotLines(figure, file, scope) : [];
    if (lines.length > 0) scope.csv[of] = toCsv(lines);
    if (needsSource(figure) && !figure.source)
      scope.find(
        'figure',
        `the figure "${of}" shows given points without a source`,
        `add "source: '[@key, place]'" to topics/${file.topic}/figures/${of}.yaml`,
      );
    const drawn = h('figure', { class: isWide(figure) ? 'drawn wide' : 'drawn', id }, [
      h('div', { class: 'scroll', tabindex: '0', role: 'group', ariaLabel: figure.title[locale] }, [picture(file, lines, scope)]),
      h('figcaption', [
        h('b', `${scope.t.figure}${locale === 'en' ? ' ' : ''}${number}. ${figure.title[locale]}`),
        ' ',
        h('span', { class: 'caption' }, figure.caption[locale]),
        ...grounds,
        ...(lines.length > 0
          ? [' ', h('a', { class: 'figure-data', href: scope.href(figureDataAddress(file.topic, locale, of)), download: `${of}.csv` }, scope.t.figureData)]
          : []),
      ]),
    ]);
    return [withGrounds(drawn, ...(figure.kind === 'plot' ? figure.series.flatMap((series) => seriesGround(series, scope)) : []))];
  },
  toMarkdown({ of }, scope) {
    const file = findFigure(of, scope);
    if (!file) return '';
    const { locale } = scope.document;
    const { title, caption, alt } = file.figure;
    return `**${scope.t.figure}: ${markdownText(title[locale])}** ${markdownText(caption[locale])} (${markdownText(alt[locale])})`;
  },
});

function picture(file: FigureFile, lines: PlotLine[], scope: Scope): ElementContent {
  const { figure } = file;
  const { locale } = scope.document;
  const alt = figure.alt[locale];
  if (figure.kind === 'plot') {
    const axis = (one: Plot['x']) => ({ ...one, label: one.label[locale] });
    const guides = figure.guides.map((guide) => ({ ...guide, label: guide.label[locale] }));
    return drawPlot(draw, { alt, x: axis(figure.x), y: axis(figure.y), lines, guides }, locale);
  }
  const ids = figure.boxes.map((box) => box.id);
  for (const arrow of figure.arrows) {
    for (const end of [arrow.from, arrow.to])
      if (!ids.includes(end)) scope.find('figure', `in the figure "${file.name}" an arrow names a box "${end}" that is not there`, suggestKey(end, ids));
  }
  return drawBlocks(draw, {
    alt,
    boxes: figure.boxes.map((box) => ({ ...box, label: box.label[locale] })),
    arrows: figure.arrows.map((arrow) => ({ ...arrow, label: arrow.label?.[locale] })),
  });
}

/** Blocks of more than three columns reach into the margin, so that their labels stay readable. */
function isWide(figure: FigureFile['figure']): boolean {
  return figure.kind === 'blocks' && Math.max(...figure.boxes.map(({ at, span }) => at[0] + span[0])) > 3.5;
}

/** Points that were given by hand must say where they come from; computed and recorded ones do so by themselves. */
function needsSource(figure: FigureFile['figure']): boolean {
  return figure.kind === 'plot' && figure.series.some((series) => 'points' in series);
}

/** What a line of a plot rests on; given points rest on the source of the figure. */
function seriesGround(series: PlotSeries, scope: Scope): Ground[] {
  const shown = series.label[scope.document.locale];
  if ('expr' in series) return [{ kind: 'sum', sum: series.expr, shown }];
  if ('csv' in series) return [{ kind: 'run', listing: series.csv.file }];
  if (!('of' in series)) return [];
  return [{ kind: 'computed', of: series.of, shown, href: scope.href(pageAddress('instrument', series.of.split('.')[0] ?? '', scope.document.locale)) }];
}

function plotLines(figure: Plot, file: FigureFile, scope: Scope): PlotLine[] {
  return figure.series.map((series) => {
    const label = series.label[scope.document.locale];
    const points = seriesPoints(series, file, figure, scope);
    const fits = (value: number, { scale }: Plot['x']) => Number.isFinite(value) && (scale !== 'log' || value > 0);
    if (points.length > 0 && !points.some(([x, y]) => fits(x, figure.x) && fits(y, figure.y)))
      scope.find(
        'figure',
        `in the figure "${file.name}" no point of "${label}" can be drawn`,
        'correct the series: numbers, above zero where the scale is log',
      );
    return { label, marks: series.marks, points };
  });
}

function seriesPoints(series: PlotSeries, file: FigureFile, figure: Plot, scope: Scope): [number, number][] {
  const refuse = (message: string, suggestion: string): [number, number][] => {
    scope.find('figure', `in the figure "${file.name}": ${message}`, suggestion);
    return [];
  };
  try {
    if ('points' in series) return series.points;
    if ('csv' in series) {
      const table = file.tables[series.csv.file];
      return table === undefined ? [] : csvPoints(table, series.csv.x, series.csv.y);
    }
    const xs = steps(series.from, series.to, series.steps, figure.x.scale === 'log');
    if ('expr' in series) {
      const f = compileArithmetic(series.expr, ['x']);
      return xs.map((x) => [x, f(x)]);
    }
    const [id = '', output = ''] = series.of.split('.');
    const instrument = scope.tools.instruments.get(id);
    const spec = instrument && Object.hasOwn(instrument.outputs, output) ? instrument.outputs[output] : undefined;
    if (!instrument || !spec) return refuse(`"${series.of}" is no output of an instrument`, suggestKey(id, scope.tools.instruments.keys()));
    const unit = series.unit ?? figure.y.unit;
    const scale = unit === spec.unit || unit === undefined ? 1 : spec.display?.find((one) => one.unit === unit)?.scale;
    if (scale === undefined)
      return refuse(`"${output}" cannot be shown in "${unit}"`, `one of: ${[spec.unit, ...(spec.display ?? []).map((one) => one.unit)].join(', ')}`);
    const whole = instrument.inputs[series.over]?.type === 'number' && (instrument.inputs[series.over] as { whole?: boolean }).whole;
    const inputUnit = (instrument.inputs[series.over] as { display?: { scale: number; unit: string } } | undefined)?.display;
    const inputScale = inputUnit && figure.x.unit === inputUnit.unit ? inputUnit.scale : 1;
    return [...new Set(xs.map((x) => (whole ? Math.round(x * inputScale) : x * inputScale)))].map((x) => {
      const y = instrument.compute(completeInputs(instrument, { ...series.inputs, [series.over]: x }))[output];
      return [x / inputScale, (y ?? Number.NaN) / scale];
    });
  } catch (error) {
    if (error instanceof ArithmeticError || error instanceof InputError || error instanceof CsvError) return refuse(error.message, 'correct the series');
    throw error;
  }
}

function steps(from: number, to: number, count: number, log: boolean): number[] {
  return Array.from({ length: count }, (_, index) => {
    const part = index / (count - 1);
    return log ? from * (to / from) ** part : from + (to - from) * part;
  });
}

class CsvError extends Error {}

/** Two columns of a CSV with a header line. */
function csvPoints(text: string, x: string, y: string): [number, number][] {
  const [header = '', ...rows] = text
    .trim()
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'));
  const names = header.split(',').map((name) => name.trim().replace(/^"|"$/g, ''));
  const [xIndex, yIndex] = [names.indexOf(x), names.indexOf(y)];
  if (xIndex < 0 || yIndex < 0) throw new CsvError(`the CSV has no column "${xIndex < 0 ? x : y}" (it has ${names.join(', ')})`);
  return rows.map((row, index) => {
    const cells = row.split(',');
    const point = [xIndex, yIndex].map((column) => (cells[column]?.trim() ? Number(cells[column]) : Number.NaN));
    if (!point.every(Number.isFinite)) throw new CsvError(`row ${index + 1} of the CSV has no two numbers: ${row.slice(0, 60)}`);
    return point as [number, number];
  });
}

/** The points as CSV, in numbers of seven digits. */
function toCsv(lines: PlotLine[]): string {
  const number = (value: number) => String(Number(value.toPrecision(7)));
  const cell = (label: string) => (/[",\n]/.test(label) ? `"${label.replaceAll('"', '""')}"` : label);
  const rows = lines.flatMap((line) => line.points.map(([x, y]) => `${cell(line.label)},${number(x)},${number(y)}`));
  return `series,x,y\n${rows.join('\n')}\n`;
}
