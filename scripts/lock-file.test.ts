import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './settings.ts';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
}

const read = <T>(name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
const { allowScripts, dependencies, devDependencies } =
  read<Record<'allowScripts' | 'dependencies' | 'devDependencies', Record<string, unknown>>>('package.json');
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe('package-lock.json', () => {
  it('holds no package that runs a program when it is installed, but those that package.json allows by name', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(running.filter((name) => allowScripts[name] !== true)).toEqual([]);
    expect(
      Object.keys(allowScripts).filter((name) => !running.includes(name)),
      'allowed, but not there',
    ).toEqual([]);
  });

  it('holds the digest of every package, but for what one other system alone installs and the registry gave none', () => {
    const without = locked.filter(([, { integrity }]) => !integrity);
    expect(without.filter(([, { optional, os, cpu }]) => !(optional && (os || cpu))).map(([path]) => path)).toEqual([]);
    // On Linux x64, where the tests of this project run, every package that `npm ci` installs is held to its digest.
    const here = ({ os, cpu }: Locked) => (!os || os.includes('linux')) && (!cpu || cpu.includes('x64'));
    const musl = (path: string) => /-musl$/.test(path);
    expect(without.filter(([path, one]) => here(one) && !musl(path)).map(([path]) => path)).toEqual([]);
    for (const [path, { integrity }] of locked) if (integrity) expect(integrity, path).toMatch(/^sha(?:512|384|256)-/);
  });

  it('takes every package from one registry, by https, and none from elsewhere', () => {
    const hosts = new Set(locked.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved).origin] : [])));
    expect(hosts.size).toBe(1);
    expect([...hosts][0]).toMatch(/^https:/);
  });

  it('is of exact versions: none that package.json names may change by itself', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
  });
});
