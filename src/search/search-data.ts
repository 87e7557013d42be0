import type { Ambiguity } from './disambiguate.ts';

/** What search needs beside the index, in one language: fetched with the first intent to search. */
export interface SearchData {
  ambiguities: Ambiguity[];
  /** Names of topics by slug. */
  topics: Record<string, string>;
  /** Names of kinds. */
  kinds: Record<string, string>;
  text: {
    label: string;
    placeholder: string;
    close: string;
    kind: string;
    topic: string;
    anyKind: string;
    anyTopic: string;
    searching: string;
    failed: string;
    more: string;
    /** `{n}` stands for the number. */
    one: string;
    many: string;
    /** `{q}` stands for the query. */
    nothing: string;
    meaningOf: string;
  };
}
