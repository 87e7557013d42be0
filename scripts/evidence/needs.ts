import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunPlan } from '../../src/schema/run-record.ts';

/** Versions of the programs and Python packages of a run, as they are on this machine; those that are missing are left out. */
export interface Present {
  programs: Record<string, string>;
  python: Record<string, string>;
}

const known = new Map<string, string | undefined>();

function once(key: string, find: () => string | undefined): string | undefined {
  if (!known.has(key)) known.set(key, find());
  return known.get(key);
}

/** The first version number that `<program> --version` prints; "?" if it prints none, undefined if there is no such program. */
function programVersion(program: string): string | undefined {
  return once(program, () => {
    const { error, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 60_000 });
    return error ? undefined : (/\d+(?:\.\d+)+/.exec(`${stdout}\n${stderr}`)?.[0] ?? '?');
  });
}

/** Version of an installed Python package. */
function packageVersion(name: string): string | undefined {
  return once(`python ${name}`, () => {
    const { status, stdout } = spawnSync('python', ['-c', 'import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))', name], {
      encoding: 'utf8',
    });
    return status === 0 ? stdout.trim() : undefined;
  });
}

export function present({ programs, python }: RunPlan['needs']): Present {
  const versions = (names: string[], find: (name: string) => string | undefined) =>
    Object.fromEntries(names.flatMap((name) => ((version) => (version === undefined ? [] : [[name, version]]))(find(name))));
  return { programs: versions(Object.keys(programs), programVersion), python: versions(Object.keys(python), packageVersion) };
}

/** What of a run's needs is missing on this machine, and how to get it; empty if nothing is. */
export function missing(needs: RunPlan['needs'], here: Present, beside: string): string[] {
  const programs = Object.entries(needs.programs).filter(([name]) => here.programs[name] === undefined);
  const python = Object.entries(needs.python).filter(([name]) => here.python[name] === undefined);
  const folders = Object.entries(needs.beside).filter(([name]) => !existsSync(join(beside, name)));
  return [
    ...programs.map(([name, version]) => `no program ${name} ${version} on the PATH${needs.get ? ` (${needs.get})` : ''}`),
    ...(python.length === 0
      ? []
      : [`no Python package ${python.map(([name]) => name).join(', ')} (pip install ${python.map(([name, version]) => `${name}==${version}`).join(' ')})`]),
    ...folders.map(([name, what]) => `no ${join(beside, name)} (${what})`),
  ];
}

/** Where this machine has another version than the record: "numpy 2.4.5 (record: 2.4.6)". */
export function otherVersions(needs: RunPlan['needs'], here: Present): string[] {
  return (['programs', 'python'] as const).flatMap((kind) =>
    Object.entries(needs[kind]).flatMap(([name, version]) => (here[kind][name] === version ? [] : [`${name} ${here[kind][name]} (record: ${version})`])),
  );
}
