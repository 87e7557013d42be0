import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { build } from '../build-site.ts';
import { compressSite } from '../compress-site.ts';
import { filesIn } from '../files-in.ts';
import { usualSettings } from '../server-files/server-settings.ts';
import { serverFiles } from '../server-files.ts';
import { root, settings } from '../settings.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { type Checksums, checksumsName, sha256, writeChecksums } from './checksums.ts';
import { type Commit, headCommit } from './commit.ts';
import { makeSbom } from './sbom.ts';
import { writeTar } from './tar.ts';
import { writeZip } from './zip.ts';

export interface Release {
  /** `touchstone-0.1.0` */
  name: string;
  commit: Commit;
  /** Names of the files written, in `folder`. */
  files: string[];
}

/** Files of deploy/ that are the same for every site. */
const plainServerFiles = ['Containerfile', 'touchstone.service'];

/** Builds the site, compresses it, and writes both archives, the SBOM and their checksums to `folder`. undefined if the site does not build. */
export async function makeRelease(folder: string, log: (line: string) => void = console.log): Promise<Release | undefined> {
  const commit = headCommit();
  process.env.SOURCE_DATE_EPOCH ??= String(commit.seconds);
  const seconds = Number(process.env.SOURCE_DATE_EPOCH);
  const { name: project, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  const name = `${project}-${version}`;
  const work = mkdtempSync(join(tmpdir(), 'touchstone-release-'));
  try {
    const current = { ...settings(), outDir: join(work, 'site') };
    if (!(await build(current, log))) return undefined;
    const { files } = await compressSite(current.outDir);
    log(`${files} files compressed`);
    const sbom = makeSbom(seconds);
    const about = { name: project, version, commit: commit.id, changed: commit.changed, site: current.site, base: current.base, node: process.versions.node };
    const entries = inFolder(name, [
      ...filesIn(current.outDir).map((file) => ({ name: `site/${file}`, read: () => readFileSync(join(current.outDir, file)) })),
      ...Object.entries(serverFiles({ ...usualSettings, base: current.base })).map(([file, text]) => textEntry(`server/${file}`, text)),
      ...plainServerFiles.map((file) => ({ name: `server/${file}`, read: () => readFileSync(join(root, 'deploy', file)) })),
      textEntry('sbom.cdx.json', sbom),
      textEntry('release.json', `${JSON.stringify(about, null, 2)}\n`),
    ]);
    mkdirSync(folder, { recursive: true });
    await writeArchives(join(folder, name), entries, seconds);
    writeFileSync(join(folder, `${name}.cdx.json`), sbom);
    const written = [`${name}.tar.zst`, `${name}.zip`, `${name}.cdx.json`];
    writeFileSync(join(folder, checksumsName), writeChecksums(new Map(written.map((file) => [file, sha256(readFileSync(join(folder, file)))]))));
    return { name, commit, files: [...written, checksumsName] };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const textEntry = (name: string, text: string): ArchiveEntry => ({ name, read: () => Buffer.from(text) });

/** The entries below one folder, with the checksums of all of them. */
function inFolder(folder: string, entries: ArchiveEntry[]): ArchiveEntry[] {
  const sums: Checksums = new Map(entries.map(({ name, read }) => [name, sha256(read())]));
  return [...entries, textEntry(checksumsName, writeChecksums(sums))].map(({ name, read }) => ({ name: `${folder}/${name}`, read }));
}

async function writeArchives(path: string, entries: ArchiveEntry[], seconds: number): Promise<void> {
  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 19 } });
  await pipeline(Readable.from(writeTar(entries, seconds)), zstd, createWriteStream(`${path}.tar.zst`));
  await pipeline(Readable.from(writeZip(entries, seconds)), createWriteStream(`${path}.zip`));
}
