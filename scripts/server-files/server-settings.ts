/** Where a server finds the site and offers it. */
export interface ServerSettings {
  /** Path under which the site is served, with slashes at both ends. */
  base: string;
  /** Folder of the site's files. */
  siteDir: string;
  port: number;
}

/** As the files in deploy/ have it: the folder that `npm run deploy -- <release> /srv/touchstone` fills, and a port that needs no privilege. */
export const usualSettings: ServerSettings = { base: '/', siteDir: '/srv/touchstone/current/site', port: 8080 };

export const generatedNote = '# Written by `npm run server-files` from src/http/headers.ts: change it there, not here.';
