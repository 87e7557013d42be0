import { type Definition, definitionIn } from '../instruments/define.ts';

const modules = import.meta.glob<Record<string, unknown>>(['../instruments/*.ts', '!../instruments/*.test.ts', '!../instruments/{define,inputs,registry}.ts'], {
  eager: true,
});

/** All instruments, by id. A definition is found by its file's name. */
export const instruments: Definition[] = Object.entries(modules)
  .map(([path, module]) => {
    const id = path.replace(/^.*\/|\.ts$/g, '');
    const definition = definitionIn(module, id);
    if (!definition) throw new Error(`${path} exports no definition whose id is "${id}"`);
    return definition;
  })
  .sort((a, b) => a.id.localeCompare(b.id));
