/** A file that goes into an archive: its name there, and its bytes when they are wanted. */
export interface ArchiveEntry {
  /** Path with slashes, without one at its start. */
  name: string;
  read(): Buffer;
}

/** Rights of every file in an archive: read by all, written by its owner, run by nobody. */
export const fileMode = 0o644;

/** Archives hold each name once, in the order of its UTF-8 bytes, so that equal files give equal archives. */
export function inOrder(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const sorted = entries.map((entry) => ({ entry, key: Buffer.from(entry.name) })).sort((a, b) => Buffer.compare(a.key, b.key));
  for (const [index, { entry }] of sorted.entries())
    if (sorted[index + 1]?.entry.name === entry.name) throw new Error(`"${entry.name}" would stand twice in an archive`);
  return sorted.map(({ entry }) => entry);
}
