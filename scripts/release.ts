/*
 * npm run release [-- folder]: the site as touchstone-<version>.tar.zst and .zip with SHA256SUMS and SBOM, in release/.
 * npm run release -- --verify: makes the release of this commit twice, from two fresh clones, and compares them byte for byte.
 */
import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { makeRelease } from './release/make-release.ts';
import { differences } from './release/verify.ts';
import { root } from './settings.ts';

const [argument] = process.argv.slice(2);
if (argument === '--verify') await verify();
else if (argument?.startsWith('-')) {
  console.error(`npm run release knows no "${argument}": npm run release [-- folder], npm run release -- --verify.`);
  process.exitCode = 1;
} else await release(resolve(argument ?? join(root, 'release')));

async function release(folder: string): Promise<void> {
  const made = await makeRelease(folder);
  if (!made) {
    process.exitCode = 1;
    return;
  }
  const { name, commit, files } = made;
  const there = relative(process.cwd(), folder) || '.';
  if (commit.changed) console.log('\nThis folder holds changes that are not committed: nobody can make this release again from the commit.');
  console.log(`\nRelease ${name} of commit ${commit.id}, in ${there}:`);
  for (const file of files) console.log(`  ${file}  ${statSync(join(folder, file)).size.toLocaleString('en')} bytes`);
  console.log(`
Verify what was copied:    cd ${there} && sha256sum -c ${files.at(-1)}
Verify what was unpacked:  tar --zstd -xf ${name}.tar.zst && cd ${name} && sha256sum -c --quiet SHA256SUMS
Verify what was built:     npm run release -- --verify     (twice from this commit; then compare with SHA256SUMS)
Put it on a server:        npm run deploy -- ${join(there, `${name}.tar.zst`)} /srv/touchstone`);
}

async function verify(): Promise<void> {
  const differ = await differences();
  if (differ.length === 0) {
    console.log('\nBoth releases are equal, byte for byte.');
    return;
  }
  console.error(`\nThe two releases differ:\n${differ.map((file) => `  ${file}`).join('\n')}`);
  process.exitCode = 1;
}
