/* nginx and Caddy as Debian has them, started on loopback with the configuration that `npm run server-files` writes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caddyConfiguration } from '../../scripts/server-files/caddy.ts';
import { nginxConfiguration } from '../../scripts/server-files/nginx.ts';

export const serverNames = ['nginx', 'Caddy'] as const;
export type ServerName = (typeof serverNames)[number];

/** Debian's place for the module; elsewhere nginx is tested without it. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Encodings that a server sends, the one first that it prefers. */
export const encodingsOf = (name: ServerName): string[] => (name === 'Caddy' ? ['br', 'zstd', 'gzip'] : existsSync(brotliModule) ? ['br', 'gzip'] : ['gzip']);

export const isInstalled = (name: ServerName): boolean => spawnSync(name.toLowerCase(), [name === 'nginx' ? '-v' : 'version']).status === 0;

export interface Running {
  port: number;
  /** Address of the site, with its base path. */
  address: string;
  stop(): Promise<void>;
}

/** Starts a server for a site's folder under a base path. */
export async function start(name: ServerName, siteDir: string, base: string): Promise<Running> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-server-'));
  const port = await freePort();
  const [command, ...args] = name === 'nginx' ? nginx(work, { base, siteDir, port }) : caddy(work, { base, siteDir, port });
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work } });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  await answers(port, child, () => `${name} did not start:\n${said}`);
  const stop = async () => {
    await ended(child);
    rmSync(work, { recursive: true, force: true });
  };
  return { port, address: `http://localhost:${port}${base}`, stop };
}

type Place = { base: string; siteDir: string; port: number };

function nginx(work: string, place: Place): [string, ...string[]] {
  const brotli = existsSync(brotliModule);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${join(work, kind)};`);
  writeFileSync(join(work, 'touchstone.conf'), nginxConfiguration(place, { brotli }));
  writeFileSync(
    join(work, 'nginx.conf'),
    [
      ...(brotli ? [`load_module ${brotliModule};`] : []),
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'daemon off;\nworker_processes 1;\nerror_log stderr warn;',
      `pid ${join(work, 'pid')};`,
      'events { worker_connections 1024; }',
      `http {\naccess_log off;\n${temporary.join('\n')}\ninclude ${join(work, 'touchstone.conf')};\n}\n`,
    ].join('\n'),
  );
  return ['nginx', '-e', 'stderr', '-c', join(work, 'nginx.conf')];
}

function caddy(work: string, place: Place): [string, ...string[]] {
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, 'Caddyfile'), caddyConfiguration(place));
  return ['caddy', 'run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile'];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(port: number, child: ChildProcess, message: () => string): Promise<void> {
  const until = Date.now() + 20_000;
  while (!(await opens(port))) {
    if (child.exitCode !== null || Date.now() > until) {
      await ended(child);
      throw new Error(message());
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function opens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
