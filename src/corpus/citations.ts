export interface Citation {
  key: string;
  locator: string;
}

/** `[@a, §4.1; @b]`, as it stands in running text. What is longer is none: looking for its end must not take for ever. */
export const citationPattern = /\[@[a-z0-9][^\]]{0,1000}\]/g;

/** Reads one bracket of citations. A part without `@` belongs to the locator before it. */
export function parseCitations(text: string): Citation[] {
  return text
    .replace(/^\[|\]$/g, '')
    .split(/;\s*(?=@)/)
    .map((part) => {
      const match = /^\s*@([a-z0-9][a-z0-9-]*)\s*(?:[,，]\s*)?([\s\S]*)$/.exec(part);
      return { key: match?.[1] ?? '', locator: (match?.[2] ?? '').trim().replace(/\s+/g, ' ') };
    })
    .filter(({ key }) => key !== '');
}
