import { readdirSync } from 'node:fs';
import { type Definition, definitionIn } from './define.ts';

/** Ids of all instruments: the names of the definition files. */
export function instrumentIds(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !['define.ts', 'registry.ts', 'inputs.ts'].includes(name))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort();
}

/** All definitions by id, for programs that run under Node (the site finds them by `import.meta.glob`). */
export async function loadInstruments(): Promise<Map<string, Definition>> {
  const loaded = new Map<string, Definition>();
  for (const id of instrumentIds()) {
    const module = (await import(`./${id}.ts`)) as Record<string, unknown>;
    const definition = definitionIn(module, id);
    if (!definition) throw new Error(`src/instruments/${id}.ts exports no definition whose id is "${id}"`);
    loaded.set(id, definition);
  }
  return loaded;
}
