import { en, type Messages } from './en.ts';
import { type Locale, type Localized, languageTag } from './locales.ts';
import { zhCn } from './zh-cn.ts';

const all: Localized<Messages> = { en, 'zh-cn': zhCn };

/** Interface text in a language. */
export function messages(locale: Locale): Messages {
  return all[locale];
}

/** `24 November 2026`, `2026年11月24日`; a partial date stays partial. */
export function formatDate(date: string, locale: Locale): string {
  return dateFormat(locale, date.split('-').length).format(new Date(date));
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Kept once made: to make one takes far longer than to use it, and every page shows dates. */
function dateFormat(locale: Locale, parts: number): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(parts > 1 ? { month: 'long' } : {}),
    ...(parts > 2 ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  };
  const known = dateFormats.get(`${locale} ${parts}`) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : languageTag[locale], options);
  dateFormats.set(`${locale} ${parts}`, known);
  return known;
}
