import { atomsOf } from './tokens.ts';

/** Folded names of one word that terms of the glossary share and spell differently: "lora" of LoRA and LoRa. */
export function homographsOf(terms: readonly { id: string; names: readonly string[] }[]): Set<string> {
  const owners = new Map<string, Map<string, string>>();
  for (const { id, names } of terms) {
    for (const name of names) {
      const [atom, more] = atomsOf(name);
      if (!atom || more || atom.han) continue;
      const spellings = owners.get(atom.text) ?? new Map<string, string>();
      owners.set(atom.text, spellings);
      spellings.set(id, atom.raw);
    }
  }
  return new Set([...owners].filter(([, spellings]) => new Set(spellings.values()).size > 1 && spellings.size > 1).map(([text]) => text));
}
