import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createZstdDecompress } from 'node:zlib';
import { root } from '../settings.ts';
import { type Checksums, checksumsName, readChecksums, sha256 } from './checksums.ts';
import { readTar } from './tar.ts';

/** Two machines as unlike as one machine can play: other folders, other time zones on either side of the date line, other languages. */
const machines = [
  { folder: 'one', environment: { TZ: 'Etc/GMT+12', LANG: 'C', LC_ALL: 'C' } },
  { folder: 'another/folder/deeper', environment: { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' } },
];

/** Releases the committed state twice, each from a fresh clone with nothing cached; returns what differs: nothing, if all is well. */
export async function differences(log: (line: string) => void = console.log): Promise<string[]> {
  const work = mkdtempSync(join(tmpdir(), 'touchstone-verify-'));
  try {
    const releases: string[] = [];
    for (const { folder, environment } of machines) {
      const clone = join(work, folder);
      mkdirSync(clone, { recursive: true });
      const { status, stderr } = spawnSync('git', ['clone', '--quiet', root, clone], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`git clone failed: ${stderr}`);
      symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'dir');
      log(`release from a clone in ${clone} (TZ=${environment.TZ}, LANG=${environment.LANG})`);
      const release = join(clone, 'release');
      await run(clone, release, environment);
      releases.push(release);
    }
    const [one = '', two = ''] = releases;
    const [first, second] = [sumsIn(one), sumsIn(two)];
    for (const [file, sum] of first) log(`${sum}  ${file}`);
    const unequal = unlike(first, second);
    const archive = unequal.find((file) => file.endsWith('.tar.zst'));
    return archive ? [...unequal, ...unlike(await contentOf(join(one, archive)), await contentOf(join(two, archive)))] : unequal;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const sumsIn = (folder: string) => readChecksums(readFileSync(join(folder, checksumsName), 'utf8'));

/** Names whose sums differ, or that only one of two has. */
export function unlike(first: Checksums, second: Checksums): string[] {
  return [...new Set([...first.keys(), ...second.keys()])].filter((name) => first.get(name) !== second.get(name)).sort();
}

async function contentOf(archive: string): Promise<Checksums> {
  const sums: Checksums = new Map();
  for await (const { name, bytes } of readTar(createReadStream(archive).pipe(createZstdDecompress()))) sums.set(name, sha256(bytes));
  return sums;
}

function run(clone: string, release: string, environment: Record<string, string>): Promise<void> {
  const { CACHE_DIR: _, SOURCE_DATE_EPOCH: __, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/release.ts', release], {
      cwd: clone,
      env: { ...inherited, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the release in ${clone} ended with code ${code}`))));
  });
}
