/** Files that can be taken along, by address under the site's path (`en/topics/zigbee/`): digest of what is in them, and bytes. */
export type KeptList = Record<string, [digest: string, bytes: number]>;

/** What the build tells the service worker; it stands in the worker's first line. */
export interface Edition {
  /** Digest of the whole site. */
  version: string;
  /** Address of the KeptList. */
  list: string;
  /** Scripts, style sheets and fonts: what any page may need beside itself. */
  shell: string[];
  /** Pages that stand in for those that are not kept, by language. */
  standIns: Record<string, string>;
  /** Search, by language: its way in, the folder of its index, and, where the index is small enough to be kept unasked, one file with all of it. */
  search: Record<string, { manifest: string; folder: string; whole?: string }>;
}

/** What a page asks of the worker, each with a port for the Answer. */
export type Asked =
  /** Says that a page was opened: it is kept, if so asked with the search of its language. */
  | { ask: 'visit'; path: string; search: boolean }
  | { ask: 'state' }
  /** Takes along the files of the list from this number on, as many as go into one step. */
  | { ask: 'take'; from: number }
  | { ask: 'remove' };

/** What is kept, and what could be. */
export interface KeptState {
  /** undefined where the list cannot be had: no network, and not taken along. */
  whole?: { files: number; bytes: number };
  kept: { files: number; bytes?: number };
  /** The whole site is there. */
  isWhole: boolean;
  /** Those that were read, with the text of their `<title>`; none where the whole site is there. */
  pages: { path: string; title: string }[];
}

/** How far taking along has come; `changed`: another edition of the site has been put in place meanwhile. */
export type Taken = { next: number; bytes: number; isDone: boolean } | { fault: 'changed' | 'full' | 'network' };
