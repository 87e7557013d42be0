import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../settings.ts';
import { makeSbom, settle } from './sbom.ts';

const written = (serialNumber: string, timestamp: string, version: string, folder: string) => ({
  bomFormat: 'CycloneDX',
  serialNumber,
  metadata: { timestamp, tools: [{ name: 'cli', version }], component: { name: folder, type: 'library' } },
  components: [{ name: 'zod' }],
});

describe('settle(sbom, name, seconds)', () => {
  it('makes one document of what npm writes differently each time', () => {
    const one = settle(written('urn:uuid:1', '2026-01-01T00:00:00Z', '10.8.2', 'checkout'), 'touchstone', 0);
    const two = settle(written('urn:uuid:2', '2026-02-02T00:00:00Z', '11.19.1', 'elsewhere'), 'touchstone', 0);
    expect(one).toBe(two);
    expect(JSON.parse(one)).toMatchObject({ metadata: { timestamp: '1970-01-01T00:00:00.000Z', component: { name: 'touchstone', type: 'application' } } });
  });
  it('gives each content a serial number of its own, in the form that CycloneDX 1.5 asks for', () => {
    const serial = (name: string) => (JSON.parse(settle(written('', '', '', ''), name, 0)) as { serialNumber: string }).serialNumber;
    expect(serial('a')).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(serial('a')).not.toBe(serial('b'));
  });
});

describe('makeSbom(seconds)', () => {
  it('names every dependency of package.json in its exact version', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const { components } = JSON.parse(makeSbom(0)) as { components: { 'bom-ref': string }[] };
    const named = new Set(components.map((one) => one['bom-ref']));
    expect(Object.entries(dependencies).filter(([name, version]) => !named.has(`${name}@${version}`))).toEqual([]);
  });
});
