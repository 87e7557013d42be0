import type { TermRecord } from '../corpus/corpus.ts';
import type { Locale } from '../i18n/locales.ts';

export interface TermMatcher {
  /** Matches any name of any term; the match names the term by `idOf`. */
  pattern: RegExp | undefined;
  idOf(match: string): string | undefined;
}

/**
 * Finds glossary terms in running text: those of the page's topic and those of no topic. A name with a capital inside (LoRa, SNR) is
 * matched as it is written, so that LoRA never stands for LoRa; other Latin names in any case, as whole words.
 */
export function termMatcher(terms: Iterable<TermRecord>, topic: string, locale: Locale): TermMatcher {
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const term of terms) {
    if (term.topic !== topic && term.topic !== '') continue;
    for (const name of [term[locale], ...term.aliases[locale], ...(term.abbreviation ? [term.abbreviation] : [])]) {
      if (/[A-Z]/.test(name.slice(1)) || /^[\x20-\x7e]{1,3}$/.test(name)) exact.set(name, exact.get(name) ?? term.id);
      else folded.set(name.toLowerCase(), folded.get(name.toLowerCase()) ?? term.id);
    }
  }
  const names = [...exact.keys(), ...folded.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return { pattern: undefined, idOf: () => undefined };
  const alternatives = names.map((name) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    return `${/^\w/.test(name) ? '(?<![\\w-])' : ''}${escaped}${/\w$/.test(name) ? '(?![\\w-])' : ''}`;
  });
  return {
    pattern: new RegExp(alternatives.join('|'), 'gi'),
    idOf: (match) => exact.get(match) ?? folded.get(match.toLowerCase()),
  };
}
