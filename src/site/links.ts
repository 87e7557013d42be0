import { normaliseBase, pageAddress, recordAddress, withBase } from '../corpus/address.ts';
import type { PreparedPage } from '../corpus/prepared.ts';
import type { Locale } from '../i18n/locales.ts';

const base = normaliseBase(import.meta.env.BASE_URL);

/** A root address (`/en/topics/`) as it is served. */
export const href = (address: string): string => withBase(base, address);

/** Absolute address of a root address, for other machines. */
export const absolute = (address: string): string => new URL(href(address), import.meta.env.SITE).href;

export const pageHref = (page: Pick<PreparedPage, 'kind' | 'slug' | 'locale'>): string => href(pageAddress(page.kind, page.slug, page.locale));

export const listHref = (list: string, locale: Locale): string => href(`/${locale}/${list}/`);

export const recordHref = (list: Parameters<typeof recordAddress>[0], id: string, locale: Locale): string => href(recordAddress(list, id, locale));
