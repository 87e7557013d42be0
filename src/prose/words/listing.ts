import { h } from 'hastscript';
import { z } from 'zod';
import { listingAnchor } from '../../corpus/address.ts';
import type { Listing } from '../../corpus/corpus.ts';
import { suggestKey } from '../../corpus/finding.ts';
import { markdownFence, markdownText } from '../../corpus/markdown.ts';
import { formatDate } from '../../i18n/messages.ts';
import { withGrounds } from '../claims.ts';
import { highlight, languageOf } from '../highlight.ts';
import type { Scope } from '../scope.ts';
import { defineWord } from './word.ts';

const attributes = z.strictObject({
  file: z.string().min(1),
  lines: z
    .string()
    .regex(/^\d+-\d+$/, 'expected lines such as "3-20"')
    .optional(),
  output: z.boolean().default(true),
  title: z.string().optional(),
});

/** Files that a text shows. */
export const listingsShown = (body: string): string[] => [...body.matchAll(/<Listing\s[^>]*\bfile="([^"]+)"/g)].map(([, file = '']) => file);

/** The listing of the page's topic; undefined (and a finding) if there is none. */
export function findListing(file: string, scope: Scope): Listing | undefined {
  const { topic } = scope.document;
  const listing = scope.tools.listings.get(`${topic}/${file}`);
  if (!listing) {
    const known = [...scope.tools.listings.values()].filter((one) => one.topic === topic).map((one) => one.name);
    scope.find('listing', `there is no file "${file}" in topics/${topic}/listings/`, suggestKey(file, known));
  }
  return listing;
}

function part(listing: Listing, lines: string | undefined, scope: Scope): string {
  if (!lines) return listing.text.trimEnd();
  const [from = 1, to = 1] = lines.split('-').map(Number);
  const all = listing.text.trimEnd().split('\n');
  if (from < 1 || to > all.length || from > to)
    scope.find('listing', `"${listing.name}" has lines 1 to ${all.length}, not ${lines}`, 'correct the attribute "lines"');
  return all.slice(from - 1, to).join('\n');
}

/** How the run stands to the listing, for readers. */
function ground(listing: Listing, scope: Scope): string {
  const { record } = listing;
  if (!record) return '';
  if ('notRun' in record) return `${scope.t.notRun}: ${record.notRun[scope.document.locale]}`;
  if ('usedBy' in record) return scope.t.partOfRun(record.usedBy);
  return scope.t.ranWith(record.tool, record.version, formatDate(record.date, scope.document.locale));
}

/** `<Listing file="airtime.py" />`: a file that runs, with the output that its run recorded. */
export const listing = defineWord<z.infer<typeof attributes>>({
  content: 'none',
  attributes,
  toElements({ file, lines, output, title }, _children, scope) {
    const listing = findListing(file, scope);
    if (!listing) return [];
    const first = !scope.facts.listings.includes(file);
    if (first) scope.facts.listings.push(file);
    const { record } = listing;
    const shown = output && record && 'output' in record ? record.output.trimEnd() : '';
    const shownFile = h('figure', { class: 'listing', ariaLabel: title ?? file, ...(first ? { id: listingAnchor(file) } : {}) }, [
      h('figcaption', [h('span', { class: 'listing-name' }, title ?? file), h('span', { class: 'ran' }, ground(listing, scope))]),
      highlight(part(listing, lines, scope), languageOf(file)),
      ...(shown
        ? [
            h('p', { class: 'label' }, `${scope.t.output} · ${record && 'command' in record ? record.command : ''}`),
            h('pre', { class: 'output', tabindex: '0' }, h('samp', shown)),
          ]
        : []),
    ]);
    return [withGrounds(shownFile, { kind: 'run', listing: file, href: `${scope.ownHref}#${listingAnchor(file)}` })];
  },
  toMarkdown({ file, lines, output }, scope) {
    const listing = findListing(file, scope);
    if (!listing) return '';
    const { record } = listing;
    const shown = output !== false && record && 'output' in record ? `\n\n${scope.t.output}:\n\n${markdownFence(record.output.trimEnd(), 'text')}` : '';
    return `${markdownFence(part(listing, lines, scope), `${languageOf(file)} ${file}`)}\n\n${markdownText(ground(listing, scope))}${shown}`;
  },
});
