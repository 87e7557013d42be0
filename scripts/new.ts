/*
 * npm run new -- topic <slug> | chapter <topic> <slug> | question <topic> <slug> | correction <topic> <slug> | instrument <id> | edition <version>
 * Writes the files that a new thing needs, with what must be replaced marked by "…"; an edition's is complete. Nothing that exists is overwritten.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { slug as slugSchema } from '../src/schema/localized.ts';
import { freezeEdition } from './freeze-edition.ts';
import { root, settings } from './settings.ts';
import { chapterFiles, correctionFiles, instrumentFiles, questionFiles, topicFiles } from './templates.ts';

const usage =
  'npm run new -- topic <slug> | chapter <topic> <slug> | question <topic> <slug> | correction <topic> <slug> | instrument <id> | edition <version>';
const [what, ...names] = process.argv.slice(2);
const { contentDir } = settings();

try {
  const files = what === 'edition' ? await freezeEdition(names, settings()) : plan();
  for (const path of Object.keys(files)) if (existsSync(path)) throw new Error(`${relative(root, path)} is there already; choose another name`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(relative(root, path));
  }
  console.log(what === 'edition' ? '\nFrozen: commit it, and change it never.' : '\nNow write; "npm run dev" shows it, "npm run check" says what is missing.');
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 1;
}

function plan(): Record<string, string> {
  const wanted = { topic: 1, chapter: 2, question: 2, correction: 2, instrument: 1 }[what ?? ''];
  if (wanted === undefined || names.length !== wanted) throw new Error('What shall be made?');
  for (const name of names) if (!slugSchema.safeParse(name).success) throw new Error(`"${name}" cannot be an address: use lower-case words joined by hyphens`);
  const [first = '', second = ''] = names;
  if (what === 'instrument') return inFolder(join(root, 'src/instruments'), instrumentFiles(first));
  const topics = join(contentDir, 'topics');
  const existing = existsSync(topics) ? readdirSync(topics) : [];
  if (what === 'topic') return inFolder(join(topics, first), topicFiles(first, existing.length + 1));
  if (!existing.includes(first)) throw new Error(`There is no topic "${first}". Known: ${existing.join(', ')}.`);
  const filesOf = { chapter: chapterFiles, question: questionFiles, correction: correctionFiles }[what as 'chapter' | 'question' | 'correction'];
  return inFolder(join(topics, first), filesOf(second));
}

function inFolder(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [join(folder, name), text]));
}
