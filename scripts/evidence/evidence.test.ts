import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Changes, miniature } from '../../tests/mistakes/miniature.ts';
import { root } from '../settings.ts';

const listing = 'topics/time-on-air/listings/airtime.py';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The miniature with its run made by `node`, which is there wherever the tests are. */
async function evidence(changes: Changes, ...args: string[]) {
  const folder = await miniature({
    [listing]: 'console.log(1.024);\n',
    [`${listing}.run.yaml`]: record(),
    ...changes,
  });
  const cache = mkdtempSync(join(tmpdir(), 'evidence-cache-'));
  folders.push(folder, cache);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/evidence.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: folder, CACHE_DIR: cache },
  });
  return { folder, status, stdout, stderr };
}

const record = ({ programs = `node: ${process.versions.node}`, more = '', output = '1.024' } = {}) =>
  `command: node airtime.py\ntool: Node.js\nversion: ${process.versions.node}\nneeds:\n  programs: { ${programs} }\n${more}` +
  `date: 2026-11-24\nsha256: ${'f'.repeat(64)}\noutput: |\n  ${output}\n`;

describe('npm run evidence', () => {
  it('makes a run again and finds that it agrees', async () => {
    const { status, stdout } = await evidence({});
    expect(stdout).toMatch(/^agrees {4}time-on-air\/airtime\.py {2}/);
    expect(stdout).toMatch(/1 recorded runs: 1 agree, 0 differ, 0 not run here\. Besides, 0 listings are parts of such runs, and 1 were never run/);
    expect(status).toBe(0);
  });
  it('names the first line that differs, and exits with 1', async () => {
    const { status, stdout } = await evidence({ [`${listing}.run.yaml`]: record({ output: '1.042' }) });
    expect(stdout).toMatch(/^differs {3}time-on-air\/airtime\.py {2}airtime\.py\.run\.yaml, line 1 of the output\n {4}recorded: 1\.042\n {4}now: {6}1\.024\n/);
    expect(status).toBe(1);
  });
  it('says which run was not made, and what is missing', async () => {
    const more = '  python: { no-such-package: 1.2.3 }\n  beside:\n    lib: jars of the project\n  get: from its maker\n';
    const { status, stdout } = await evidence({ [`${listing}.run.yaml`]: record({ programs: 'no-such-program: 1.0.0', more }) });
    expect(stdout).toMatch(/^not run {3}time-on-air\/airtime\.py {2}no program no-such-program 1\.0\.0 on the PATH \(from its maker\)/);
    expect(stdout).toMatch(/no Python package no-such-package \(pip install no-such-package==1\.2\.3\)/);
    expect(stdout).toMatch(/no .*evidence\/time-on-air\/lib \(jars of the project\)/);
    expect(status).toBe(0);
  });
  it('says why a run failed', async () => {
    const { status, stdout } = await evidence({ [listing]: 'console.error("no luck");\nprocess.exit(3);\n' });
    expect(stdout).toMatch(/^differs .* it ended with code 3: no luck/);
    expect(status).toBe(1);
  });
  it('--update writes a new record', async () => {
    const { folder, status, stdout } = await evidence({ [`${listing}.run.yaml`]: record({ output: '1.042' }) }, '--update', 'time-on-air/airtime.py');
    expect(stdout).toMatch(/^recorded {2}time-on-air\/airtime\.py/);
    expect(status).toBe(0);
    expect(readFileSync(join(folder, `${listing}.run.yaml`), 'utf8')).toMatch(/sha256: (?!f{64})[0-9a-f]{64}\noutput: \|\n {2}1\.024\n$/);
  });
  it('refuses a name that it does not know', async () => {
    const { status, stderr } = await evidence({}, 'time-on-air/gone.py');
    expect(stderr).toMatch(/There is no such run\. Known:\n {2}time-on-air\/airtime\.py/);
    expect(status).toBe(1);
  });
});
