import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locked } from './lock.ts';

let place = '';
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('locked(place, action)', () => {
  it('lets one deployment in at a time, and the next one after it, even if it failed', async () => {
    const second = locked(place, () => locked(place, async () => 'both'));
    await expect(second).rejects.toThrow(`Process ${process.pid} is deploying to this folder right now`);
    expect(await locked(place, async () => 'then')).toBe('then');
    expect(existsSync(join(place, '.deploying'))).toBe(false);
  });
  it('takes over what a process left that has ended', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(place, '.deploying'), String(pid));
    expect(await locked(place, async () => 'taken')).toBe('taken');
  });
});
