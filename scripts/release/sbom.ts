import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../settings.ts';
import { sha256 } from './checksums.ts';

interface Sbom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: { name: string; type: string } };
  [key: string]: unknown;
}

/**
 * The packages that the site is built with, from the lock file, as a CycloneDX document. npm writes it; what differs from run to run there
 * (serial number, time, npm's own version, the folder's name as that of the project) is replaced by what follows from the commit.
 */
export function makeSbom(seconds: number): string {
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
  const npm = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (npm.status !== 0) throw new Error(`npm sbom failed: ${npm.error?.message ?? npm.stderr}`);
  return settle(JSON.parse(npm.stdout) as Sbom, name, seconds);
}

/** The same document with nothing in it that differs between two runs. */
export function settle(sbom: Sbom, name: string, seconds: number): string {
  const { tools: _, ...metadata } = sbom.metadata;
  const settled = {
    ...sbom,
    serialNumber: undefined as string | undefined,
    metadata: { ...metadata, timestamp: new Date(seconds * 1000).toISOString(), component: { ...metadata.component, name, type: 'application' } },
  };
  settled.serialNumber = `urn:uuid:${uuidOf(JSON.stringify(settled))}`;
  return `${JSON.stringify(settled, null, 2)}\n`;
}

/** A UUID of version 8 (RFC 9562, 5.8) whose free bits are a digest of a text. */
function uuidOf(text: string): string {
  const digits = sha256(text);
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, variant + digits.slice(17, 20), digits.slice(20, 32)].join('-');
}
