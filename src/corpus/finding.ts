/** Something wrong in the content: where, by which rule, what, and what to do about it. */
export interface Finding {
  /** Path relative to the content folder. */
  file: string;
  /** From 1. */
  line: number;
  rule: string;
  message: string;
  suggestion: string;
}

/** `content/topics/x/en.mdx:12  [rule] message` and the remedy under it. */
export function formatFinding(finding: Finding, folder = 'content'): string {
  return `${folder}/${finding.file}:${finding.line}  [${finding.rule}] ${finding.message}\n    → ${finding.suggestion}`;
}

export function compareFindings(a: Finding, b: Finding): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.rule.localeCompare(b.rule);
}

/** The candidate nearest to `word` by edit distance, if near enough to be a slip of the pen. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** "did you mean x?" or the list of what there is. */
export function suggestKey(word: string, candidates: Iterable<string>): string {
  const known = [...candidates];
  const guess = nearest(word, known);
  if (guess !== undefined) return `did you mean "${guess}"?`;
  return known.length === 0 ? 'there is none yet' : `known: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', …' : ''}`;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
