import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import type { ChartSpec, Definition, InputValues } from '../../instruments/define.ts';
import { allOutputs } from '../../instruments/inputs.ts';
import { chartLines } from './chart.ts';

/** What stands on the page at the moment of taking it away. */
export interface Shown {
  inputs: InputValues;
  outputs: Record<string, number | null>;
  /** Result of long work, with the inputs that it belongs to. */
  work: { inputs: InputValues; result: unknown } | undefined;
}

/** All numbers of the present state as CSV: inputs, outputs, matrices, and each chart's points. */
export function toCsv(definition: Definition, { inputs, outputs, work }: Shown, locale: Locale): string {
  const rows: unknown[][] = [['kind', 'name', 'x', 'value', 'unit']];
  for (const [key, value] of Object.entries(inputs)) rows.push(['input', key, '', value, '']);
  for (const [key, value] of Object.entries(outputs)) rows.push(['output', key, '', value ?? '', definition.outputs[key]?.unit ?? '']);
  for (const [key, spec] of Object.entries(definition.matrices ?? {}))
    for (const [i, row] of spec.values(inputs).entries())
      for (const [j, value] of row.entries()) rows.push([key, `${spec.rows[i]?.[locale]} × ${spec.columns[j]?.[locale]}`, '', value, '']);
  const addChart = (chart: ChartSpec, of: InputValues) => {
    for (const line of chartLines(chart, of, locale)) for (const [x, y] of line.points) rows.push([chart.id, line.label, x, y, chart.y.unit]);
  };
  for (const chart of definition.charts) addChart(chart, inputs);
  if (work) for (const chart of definition.work?.views(work.inputs, work.result).charts ?? []) addChart(chart, work.inputs);
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\n')}\n`;
}

function csvCell(value: unknown): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toJson(definition: Definition, { inputs, work }: Shown): string {
  const done = work ? { work } : {};
  return `${JSON.stringify({ instrument: definition.id, inputs, outputs: allOutputs(definition, inputs), ...done }, null, 2)}\n`;
}

/** Hands text to the reader as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A chart as a file of its own: the page's style of its shapes is written into it. */
export function toSvg(svg: SVGElement): string {
  const copy = svg.cloneNode(true) as SVGElement;
  const originals = [...svg.querySelectorAll('*')];
  for (const [index, element] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (!original) continue;
    const style = getComputedStyle(original);
    for (const property of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-family', 'font-size', 'opacity'])
      element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute('class');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy.outerHTML;
}

export async function copyText(text: string, button: HTMLButtonElement, locale: Locale): Promise<void> {
  await navigator.clipboard.writeText(text);
  const label = button.textContent;
  button.textContent = messages(locale).copied;
  setTimeout(() => (button.textContent = label), 1500);
}
