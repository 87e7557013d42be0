/*
 * npm test: everything that must hold, in the order in which it is cheap to fail: types, lint, unit tests, content, the site built at / and
 * under /kb/, and the built sites in a real browser.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, settings } from './settings.ts';

const sites = join(root, '.cache/test-sites');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const built = (name: string, base: string) => ({ OUT_DIR: join(sites, name), BASE: base, SITE: 'http://localhost' });

const steps: { name: string; command: string; args: string[]; environment?: Record<string, string> }[] = [
  { name: 'types of pages', command: bin('astro'), args: ['check', '--minimumSeverity', 'warning'], environment: { ASTRO_TELEMETRY_DISABLED: '1' } },
  { name: 'types', command: bin('tsc'), args: ['--noEmit'] },
  { name: 'lint', command: 'npm', args: ['run', '-s', 'lint'] },
  { name: 'unit tests', command: bin('vitest'), args: ['run', '--project', 'unit'] },
  { name: 'content', command: process.execPath, args: ['scripts/check.ts'] },
  { name: 'build at /', command: process.execPath, args: ['scripts/build.ts'], environment: built('root', '/') },
  { name: 'build under /kb/', command: process.execPath, args: ['scripts/build.ts'], environment: built('kb', '/kb/') },
  { name: 'built sites in a browser', command: bin('vitest'), args: ['run', '--project', 'site'], environment: { TEST_SITES: sites } },
];

const only = process.argv.slice(2);
let passed = 0;
rmSync(sites, { recursive: true, force: true });
for (const { name, command, args, environment } of steps) {
  if (only.length > 0 && !only.some((wish) => name.includes(wish))) continue;
  console.log(`\n── ${name}`);
  const started = performance.now();
  const code = await run(command, args, environment);
  if (code !== 0) {
    console.error(`\n${name}: failed (${command.replace(root, '.')} ${args.join(' ')})\n${passed} passed, 1 failed`);
    process.exit(1);
  }
  passed += 1;
  console.log(`── ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
console.log(`\nsteps: ${passed} passed, 0 failed`);

function run(command: string, args: string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, CONTENT_DIR: settings().contentDir, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
