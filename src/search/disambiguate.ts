/** A name with several meanings, as search knows it. */
export interface Ambiguity {
  /** What people type, lower case. */
  spellings: string[];
  title: string;
  href: string;
  meanings: Meaning[];
}

export interface Meaning {
  /** The name as it is written in this meaning: LoRA, LoRa. */
  name: string;
  topic: string;
  hue: string;
  signs: string;
  href: string;
}

/** The ambiguous name that a query is, or holds as a word; undefined if its meaning is not in question. */
export function ambiguityOf(query: string, all: readonly Ambiguity[]): Ambiguity | undefined {
  const words: string[] = query.toLowerCase().match(/[\p{Script=Latin}\d-]+|\p{Script=Han}+/gu) ?? [];
  return all.find(({ spellings }) => spellings.some((spelling) => words.includes(spelling)));
}
