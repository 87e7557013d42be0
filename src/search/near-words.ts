/** The first of the words that is one slip of the finger away from `word`: a letter wrong, missing, doubled or too many, or two swapped. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  return words.find((one) => one !== word && isOneSlip(word, one));
}

/** Whether two words differ by one replaced, left out, added or swapped letter. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let end = 0;
  while (end < short.length - from && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1;
  const left = short.slice(from, short.length - end);
  const right = long.slice(from, long.length - end);
  if (right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
