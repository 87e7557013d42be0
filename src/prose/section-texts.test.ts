import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { sectionTexts } from './section-texts.ts';

it('sectionTexts(tree) has what is read under each heading, a block a line, without what is found elsewhere', () => {
  const tree = h(null, [
    h('p', ['The ', h('b', 'time'), ' on air', h('span', { class: 'cites' }, '3'), '.']),
    h('div', { class: 'margin' }, 'computed'),
    h('h2', { id: 'by-hand' }, ['By hand', h('a', { class: 'anchor', href: '#by-hand' }, '#')]),
    h('ul', [h('li', 'one'), h('li', ['two ', h('math', [h('mi', 'S'), h('mi', 'F')])])]),
    h('p', h('math', { display: 'block' }, [h('mi', 'x')])),
    h('figcaption', [h('span', { class: 'listing-name' }, 'a.py'), h('span', { class: 'ran' }, 'ran')]),
    h('section', { class: 'instrument' }, 'inputs'),
    h('section', { class: 'references' }, 'Semtech'),
  ]);
  expect(sectionTexts(tree)).toEqual([
    { heading: '', anchor: '', text: 'The time on air.' },
    { heading: 'By hand', anchor: 'by-hand', text: 'one\ntwo SF\na.py\nran' },
  ]);
});
