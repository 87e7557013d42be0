import { h } from 'hastscript';
import { z } from 'zod';
import { listingAnchor, pageAddress } from '../../corpus/address.ts';
import { textOf, withGrounds } from '../claims.ts';
import type { Scope } from '../scope.ts';
import { findListing, listingsShown } from './listing.ts';
import { defineWord } from './word.ts';

const attributes = z.strictObject({ of: z.string().min(1) });

type Run = z.infer<typeof attributes>;

/** Where the reader finds the listing and its output: on this page, else in the topic's entry or a chapter of it (rule "runs" sees to it that it is there). */
function address({ of }: Run, scope: Scope): string {
  const { body, topic, locale } = scope.document;
  const { kind, slug } = scope.tools.shownIn.get(`${topic}/${of}`) ?? { kind: 'entry', slug: topic };
  return `${listingsShown(body).includes(of) ? '' : scope.href(pageAddress(kind, slug, locale))}#${listingAnchor(of)}`;
}

/** `<Run of="effects.py">1.134</Run>`: a figure that the recorded run of a listing printed, linked to that listing. */
export const run = defineWord<Run>({
  content: 'text',
  attributes,
  toElements(run, children, scope) {
    findListing(run.of, scope);
    const href = address(run, scope);
    const link = h('a', { class: 'value', href, title: scope.t.printedBy(run.of) }, children);
    return [withGrounds(link, { kind: 'run', listing: run.of, shown: textOf(link), href: href.startsWith('#') ? scope.ownHref + href : href })];
  },
  toMarkdown: () => '[',
  toMarkdownEnd: (run, scope) => `](${address(run, scope)})`,
});
