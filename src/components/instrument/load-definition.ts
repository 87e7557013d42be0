import { type Definition, definitionIn } from '../../instruments/define.ts';

const definitions = import.meta.glob<Record<string, unknown>>([
  '../../instruments/*.ts',
  '!../../instruments/*.test.ts',
  '!../../instruments/{define,inputs,registry}.ts',
]);

/** Fetches an instrument's definition in the browser. */
export async function loadDefinition(id: string): Promise<Definition | undefined> {
  const module = await definitions[`../../instruments/${id}.ts`]?.();
  return definitionIn(module ?? {}, id);
}
