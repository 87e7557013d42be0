/** The languages of the site, in order of preference. The one list: everything else is derived from it. */
export const locales = ['zh-cn', 'en'] as const;

export type Locale = (typeof locales)[number];

/** A reader's text in every language. */
export type Localized<T = string> = Record<Locale, T>;

/** BCP 47 tag for `lang` attributes, `Intl` and hreflang. */
export const languageTag: Localized = { 'zh-cn': 'zh-CN', en: 'en' };

/** What each language calls itself. */
export const languageName: Localized = { 'zh-cn': '简体中文', en: 'English' };

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh-cn' : 'en';
}
