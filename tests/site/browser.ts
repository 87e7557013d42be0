/*
 * Finds a Chromium and launches it. On Linux x64 it comes with `npm ci`: packed inside @sparticuz/chromium, unpacked once into the project's
 * cache, with the shared libraries that a bare machine lacks. Elsewhere an installed Chrome or Chromium is used; CHROME_PATH names another one.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { root } from '../../scripts/settings.ts';

const packed = join(root, 'node_modules/@sparticuz/chromium');

const installed: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((file) => join(process.env[folder] ?? '', file)),
  ),
};

const linuxNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];

interface Found {
  path: string;
  /** Where it was unpacked, with the shared libraries and a font that the machine itself may lack. */
  place?: string;
}

/** The browser that the tests use, or an error that says in one sentence how to get one. */
export async function findBrowser(): Promise<Found> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, but there is no such file.`);
    return { path: named };
  }
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(join(packed, 'bin'))) return await unpack();
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => linuxNames.map((name) => join(folder, name)));
  const path = [...(installed[process.platform] ?? []), ...onPath].find((one) => existsSync(one));
  if (!path) throw new Error('No browser was found: install Chrome or Chromium, or set CHROME_PATH to one.');
  return { path };
}

/** Unpacks beside and moves in by one rename, so that a run that was broken off leaves no half of a browser. */
async function unpack(): Promise<Found> {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const place = join(root, '.cache', `browser-${version}`);
  const found = { path: join(place, 'chromium'), place };
  if (existsSync(place)) return found;
  const building = `${place}.${process.pid}`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const { TMPDIR } = process.env;
  try {
    // The package unpacks to the folder for temporary files; this one is ours.
    process.env.TMPDIR = building;
    const { inflate } = await import('@sparticuz/chromium');
    for (const file of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(join(packed, 'bin', file));
    const folders = [join(place, 'fonts/fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
    writeFileSync(join(building, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(place, 'font-cache')}</cachedir></fontconfig>\n`);
    try {
      renameSync(building, place);
    } catch (error) {
      // Another test was faster.
      if (!existsSync(place)) throw error;
    }
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(building, { recursive: true, force: true });
  }
  return found;
}

/** Launches the browser; on a machine without the libraries or fonts that it needs, with those from its package. */
export async function launch(): Promise<Browser> {
  const { path, place } = await findBrowser();
  const fonts = place && !existsSync('/etc/fonts/fonts.conf') ? { FONTCONFIG_FILE: join(place, 'fonts.conf') } : {};
  const start = (environment: NodeJS.ProcessEnv) =>
    chromium.launch({
      executablePath: path,
      // Containers have no user namespaces and a small /dev/shm.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
      env: { ...environment, ...fonts } as Record<string, string>,
    });
  try {
    return await start(process.env);
  } catch (error) {
    if (!place || !/shared librar/.test(String(error))) throw error;
    return await start({ ...process.env, LD_LIBRARY_PATH: [join(place, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') });
  }
}
