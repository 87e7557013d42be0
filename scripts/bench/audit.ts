import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import lighthouse from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../tests/site/browser.ts';
import { median } from './report.ts';

export interface Audit {
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcpMs: number;
  tbtMs: number;
  cls: number;
}

/** Lighthouse as it is set by default: a phone with a slow network, simulated. Each figure is the median of the runs. */
export async function audit(address: string, runs: number): Promise<Audit> {
  const results: Audit[] = [];
  for (let run = 0; run < runs; run++) results.push(await auditOnce(address));
  const middle = (key: keyof Audit) => median(results.map((one) => one[key]));
  return {
    performance: middle('performance'),
    accessibility: middle('accessibility'),
    bestPractices: middle('bestPractices'),
    seo: middle('seo'),
    lcpMs: middle('lcpMs'),
    tbtMs: middle('tbtMs'),
    cls: middle('cls'),
  };
}

async function auditOnce(address: string): Promise<Audit> {
  const port = await freePort();
  const browser = await launchAt(port);
  try {
    const result = await lighthouse(address, { port, output: 'json', logLevel: 'silent' });
    if (!result) throw new Error(`Lighthouse gave nothing for ${address}`);
    const { audits, categories } = result.lhr;
    const score = (key: string) => Math.round((categories[key]?.score ?? Number.NaN) * 100);
    const number = (key: string) => audits[key]?.numericValue ?? Number.NaN;
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      seo: score('seo'),
      lcpMs: number('largest-contentful-paint'),
      tbtMs: number('total-blocking-time'),
      cls: number('cumulative-layout-shift'),
    };
  } finally {
    await browser.close();
  }
}

/** The tests' browser with a door for Lighthouse. What a bare machine lacks lies beside it, if it came with `npm ci`. */
async function launchAt(port: number): Promise<Browser> {
  const { path } = await findBrowser();
  const beside = (name: string) => join(dirname(path), name);
  const start = (environment: NodeJS.ProcessEnv) =>
    chromium.launch({
      executablePath: path,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--remote-debugging-port=${port}`],
      env: environment as Record<string, string>,
    });
  const fonts = existsSync('/etc/fonts/fonts.conf') || !existsSync(beside('fonts.conf')) ? {} : { FONTCONFIG_FILE: beside('fonts.conf') };
  try {
    return await start({ ...process.env, ...fonts });
  } catch (error) {
    if (!existsSync(beside('al2023/lib'))) throw error;
    return await start({ ...process.env, ...fonts, LD_LIBRARY_PATH: beside('al2023/lib') });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port is free'))));
    });
  });
}
