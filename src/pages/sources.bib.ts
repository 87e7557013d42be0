import { toBibtex } from '../corpus/references.ts';
import { library } from '../site/library.ts';

export async function GET() {
  const { sources } = await library();
  return new Response(`${sources.map((source) => toBibtex(source.key, source)).join('\n\n')}\n`);
}
