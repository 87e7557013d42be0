/** Whether a text holds at least one word of a query: the beginning of a Latin word (its stem, roughly), or two characters of a Han one. */
export function holdsQuery(text: string, query: string): boolean {
  const folded = text.toLowerCase();
  const words: string[] = query.toLowerCase().match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];
  return words.some((word) => piecesOf(word).some((piece) => folded.includes(piece)));
}

function piecesOf(word: string): string[] {
  if (!/^\p{Script=Han}/u.test(word)) return [word.slice(0, Math.max(Math.min(word.length, 3), Math.ceil(word.length * 0.6)))];
  return word.length === 1 ? [word] : Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2));
}
