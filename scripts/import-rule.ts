/*
 * Who may import whom (the table of README.md), and no cycles. Part of `npm run lint`; prints every breach and exits 1.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './settings.ts';

/** For each part of the house, the parts of the house and the packages that it may import (itself always; Node's own modules where named). */
const may: Record<string, string[]> = {
  'src/models': [],
  'src/i18n': [],
  'src/http': ['node'],
  'src/offline': [],
  'src/schema': ['src/i18n', 'zod'],
  'src/corpus': ['src/schema', 'src/i18n', 'yaml', 'zod', 'node'],
  'src/figures': ['src/i18n', 'd3-scale'],
  'src/instruments': ['src/models', 'src/i18n', 'node'],
  'src/search': ['src/http', 'src/schema', 'src/i18n', 'stemmer'],
  'src/components/instrument': ['src/instruments', 'src/models', 'src/i18n', 'src/figures', 'preact', 'preact-render-to-string', 'katex'],
  'src/prose': [
    'src/corpus',
    'src/schema',
    'src/i18n',
    'src/instruments',
    'src/models',
    'src/figures',
    'src/components/instrument',
    'node',
    'acorn',
    'hast',
    'hastscript',
    'mdast',
    'mdast-util-to-string',
    'mdast-util-mdx-jsx',
    'rehype-katex',
    'rehype-stringify',
    'remark-cjk-friendly',
    'remark-gfm',
    'remark-math',
    'remark-mdx',
    'remark-parse',
    'remark-rehype',
    'shiki',
    'unified',
    'unist-util-visit',
    'zod',
  ],
  'src/site': ['src/models', 'src/corpus', 'src/schema', 'src/i18n', 'src/instruments', 'src/search', 'astro', 'node', 'pinyin-pro'],
  'src/components/page': ['src/components/instrument', 'src/corpus', 'src/http', 'src/offline', 'src/site', 'src/search', 'src/i18n', 'src/styles'],
  'src/pages': [
    'src/components/page',
    'src/components/instrument',
    'src/corpus',
    'src/http',
    'src/instruments',
    'src/site',
    'src/search',
    'src/i18n',
    'src/styles',
    'astro',
    'node',
  ],
  'src/styles': [],
  scripts: ['src/corpus', 'src/http', 'src/offline', 'src/prose', 'src/schema', 'src/i18n', 'src/instruments', 'src/models', 'src/search', 'src/figures', '*'],
};

const parts = Object.keys(may).sort((a, b) => b.length - a.length);
const partOf = (path: string) => parts.find((part) => path.startsWith(`${part}/`));

interface Import {
  from: string;
  line: number;
  /** Path in the project, or the package's name. */
  to: string;
}

/** Every import of a file, with its line. */
export function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ].map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    const line = text.slice(0, (match.index ?? 0) + match[0].length).split('\n').length;
    const to = name.startsWith('.')
      ? relative(root, resolve(root, dirname(path), name.replace(/\?.*$/, '')))
      : name.startsWith('node:')
        ? 'node'
        : packageName(name);
    return { from: path, line, to };
  });
}

function packageName(name: string): string {
  if (name.startsWith('astro:') || name.startsWith('astro/')) return 'astro';
  return name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name);
}

/** Imports that the table does not allow. Tests may import anything. */
export function breaches(files: string[]): string[] {
  return files
    .filter((file) => !file.includes('.test.'))
    .flatMap(importsOf)
    .flatMap(({ from, line, to }) => {
      const own = partOf(from);
      if (!own) return [];
      const target = partOf(to) ?? to;
      const allowed = may[own] ?? [];
      const fine = target === own || allowed.includes(target) || (allowed.includes('*') && !target.startsWith('src/'));
      return fine ? [] : [`${from}:${line}  ${own} may not import ${to}`];
    });
}

/** Circles of imports, each told once, by the files on it. */
export function cycles(files: string[]): string[] {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .map(({ to }) => to)
        .filter((to) => files.includes(to)),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return found;
}

export function sourceFiles(): string[] {
  return ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|astro|mjs)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
}

if (process.argv[1] === import.meta.filename) {
  const files = sourceFiles();
  const wrong = [...breaches(files), ...cycles(files).map((circle) => `circle: ${circle}`)];
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) console.error(`\n${wrong.length} breaches of the import rule (README.md: who may import whom).`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
