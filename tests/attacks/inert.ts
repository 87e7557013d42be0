import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { miniature } from '../mistakes/miniature.ts';

/** What breaks out of HTML, of an attribute, of JSON-LD, of XML and of Markdown wherever one of them forgets to escape. */
export const poison = `</script><script>alert(document.domain)</script>"'><img src=x onerror=alert(document.domain)>](javascript:alert) \`]]>&lt;`;

/** Keys whose values are text for readers; those of a language are, too. */
const texts = new Set([
  'en',
  'zh-cn',
  'title',
  'question',
  'statement',
  'where',
  'literal',
  'publisher',
  'author',
  'format',
  'description',
  'signs',
  'tool',
  'command',
]);

/** A good folder whose every text for readers, in records and in running text, is hostile: nothing in it may be refused, and nothing may act. */
export async function hostileFolder(): Promise<string> {
  const folder = await miniature();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (name.endsWith('.yaml')) writeFileSync(path, sealed(stringify(poisoned(parse(readFileSync(path, 'utf8'))))));
    const [, front, body] = (name.endsWith('.mdx') && /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, 'utf8'))) || [];
    if (front !== undefined) writeFileSync(path, `---\n${stringify(poisoned(parse(front)))}---\n${body}`);
  }
  const topic = join(folder, 'topics/time-on-air');
  for (const half of ['en.mdx', 'zh-cn.mdx']) appendFileSync(join(topic, half), running);
  const listing = join(topic, 'listings/airtime.py');
  appendFileSync(listing, `# ${poison}\n# \`\`\`\n# <script>alert(document.domain)</script>\n`);
  const record = `${listing}.run.yaml`;
  const sha256 = sha256Of(readFileSync(listing));
  const run = parse(readFileSync(record, 'utf8')) as { output: string };
  writeFileSync(record, stringify({ ...run, sha256, output: `\`\`\`\n${poison}\n${run.output}` }));
  return folder;
}

const sha256Of = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** An edition whose last line is its seal gets that of its own text. */
const sealed = (text: string) => text.replace(/^([\s\S]*\n)seal: .*\n$/, (_, above: string) => `${above}seal: ${sha256Of(above)}\n`);

function poisoned(value: unknown, key = ''): unknown {
  if (key === 'sha256') return value;
  if (typeof value === 'string') return texts.has(key) ? value + poison : value;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]));
}

/** Running text in which everything that could act is written as text. */
const running = `
\\<script>alert(document.domain)\\</script> &lt;script&gt;alert(document.domain)&lt;/script&gt; \`<script>alert(document.domain)</script>\`

[\\<img src=x onerror=alert>](https://example.org/?"onmouseover="alert "x' onmouseover='alert") $\\text{</script><script>alert</script>}$

<Note title='"><script>alert(document.domain)</script>'>
\\](javascript:alert)
</Note>

\`\`\`text
</code></pre><script>alert(document.domain)</script>
\`\`\`
`;
