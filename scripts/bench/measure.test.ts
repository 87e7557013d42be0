import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { measureScript } from './measure.ts';

const dir = mkdtempSync(join(tmpdir(), 'touchstone-measure-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function script(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
}

describe('measureScript', () => {
  it('counts the time and memory of what the script starts', async () => {
    const busy = script('busy.mjs', 'const kept = Buffer.alloc(150e6, 1); const end = Date.now() + 1500; while (Date.now() < end); console.log(kept.length);');
    const outer = script('outer.mjs', `import { spawn } from 'node:child_process'; spawn(process.execPath, [${JSON.stringify(busy)}], { stdio: 'inherit' });`);
    const { wallS, cpuS, largestBytes, togetherBytes } = await measureScript(outer, {});
    expect(wallS).toBeGreaterThan(1.5);
    expect(cpuS).toBeGreaterThan(0.2);
    expect(largestBytes).toBeGreaterThan(150e6);
    expect(togetherBytes).toBeGreaterThan(largestBytes);
  });

  it('is an error with the last words of a script that fails', async () => {
    const failing = script('failing.mjs', "console.error('no such thing'); process.exit(3);");
    await expect(measureScript(failing, {})).rejects.toThrow(/code 3[\s\S]*no such thing/);
  });
});
