import { h, type JSX } from 'preact';
import type { Locale } from '../../i18n/locales.ts';
import { messages } from '../../i18n/messages.ts';
import type { Definition, InputValues } from '../../instruments/define.ts';
import { defaultInputs, inputsToQuery } from '../../instruments/inputs.ts';
import { Field } from './field.ts';
import type { State } from './state.ts';
import { copyText, download, type Shown, toCsv, toJson, toSvg } from './take-away.ts';

interface ControlsProps {
  definition: Definition;
  locale: Locale;
  prefix: string;
  state: State;
  /** What stands on the page now, for taking it away. */
  shown(): Shown;
  set(inputs: InputValues): void;
  onText(name: string, text: string): void;
}

/** The fields of an instrument under its toolbar: presets, reset (also the Escape key), take-away. */
export function Controls(props: ControlsProps): JSX.Element {
  const { definition, locale, set } = props;
  return h(
    'form',
    {
      class: 'inputs',
      'aria-label': messages(locale).inputs,
      onSubmit: (event: Event) => event.preventDefault(),
      onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && set(defaultInputs(definition)),
    },
    [h(Toolbar, props), ...groups(props)],
  );
}

function Toolbar({ definition, state, shown, locale, prefix, set }: ControlsProps): JSX.Element {
  const t = messages(locale);
  const button = (label: string, onClick: (event: Event) => void) => h('button', { type: 'button', onClick }, label);
  const preset = definition.presets.find(
    (one) => inputsToQuery(definition, { ...defaultInputs(definition), ...one.inputs }) === inputsToQuery(definition, state.inputs),
  );
  return h('div', { class: 'toolbar' }, [
    h('label', { for: `${prefix}-preset` }, t.presets),
    h(
      'select',
      {
        id: `${prefix}-preset`,
        onChange: (event: Event) =>
          set({ ...defaultInputs(definition), ...definition.presets.find((one) => one.id === (event.target as HTMLSelectElement).value)?.inputs }),
      },
      [
        h('option', { value: '', selected: !preset }, '–'),
        ...definition.presets.map((one) => h('option', { value: one.id, selected: one === preset }, one.label[locale])),
      ],
    ),
    h('span', { class: 'buttons needs-script' }, [
      button(t.reset, () => set(defaultInputs(definition))),
      button(t.copyLink, (event) => copyText(linkTo(definition, state.inputs, locale), event.currentTarget as HTMLButtonElement, locale)),
      button(t.downloadCsv, () => download(`${definition.id}.csv`, 'text/csv', toCsv(definition, shown(), locale))),
      button(t.downloadJson, () => download(`${definition.id}.json`, 'application/json', toJson(definition, shown()))),
      button(t.downloadSvg, (event) => {
        const live = (event.currentTarget as HTMLElement).closest('.instrument-live');
        for (const svg of live?.querySelectorAll<SVGElement>('figure.chart svg') ?? [])
          download(`${definition.id}-${svg.closest('figure')?.dataset.chart}.svg`, 'image/svg+xml', toSvg(svg));
      }),
    ]),
  ]);
}

function linkTo(definition: Definition, inputs: InputValues, locale: Locale): string {
  const root = document.querySelector<HTMLElement>('[data-base]')?.dataset.base ?? '/';
  const query = inputsToQuery(definition, inputs);
  return `${location.origin}${root}${locale}/instruments/${definition.id}/${query ? `?${query}` : ''}`;
}

function groups({ definition, state, locale, prefix, onText }: ControlsProps): (JSX.Element | false)[] {
  const t = messages(locale);
  return Object.entries(definition.groups).map(([group, label]) => {
    const fields = Object.entries(definition.inputs).filter(([, spec]) => spec.group === group);
    const field = ([name, spec]: (typeof fields)[number]) =>
      h(Field, { key: name, id: `${prefix}-${name}`, name, spec, locale, text: state.texts[name] ?? '', error: state.errors[name], onText });
    const main = fields.filter(([, spec]) => !spec.advanced);
    const more = fields.filter(([, spec]) => spec.advanced);
    return (
      fields.length > 0 &&
      h('fieldset', { key: group }, [
        h('legend', {}, label[locale]),
        ...main.map(field),
        more.length > 0 && h('details', { open: more.some(([name]) => state.errors[name]) || undefined }, [h('summary', {}, t.moreInputs), ...more.map(field)]),
      ])
    );
  });
}
