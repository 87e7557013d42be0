/** Index of the last of the ascending values that is at most `value`; -1 if none is. */
export function lastAtMost<Value extends number | string>(values: readonly Value[], value: Value): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as Value) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Those of the ascending texts that begin with `beginning`. */
export function beginningWith(beginning: string, texts: readonly string[]): string[] {
  const before = lastAtMost(texts, beginning);
  const from = texts[before] === beginning ? before : before + 1;
  let to = from;
  while (texts[to]?.startsWith(beginning)) to += 1;
  return texts.slice(from, to);
}
