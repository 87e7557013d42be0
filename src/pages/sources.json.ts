import { toCsl } from '../corpus/references.ts';
import { library } from '../site/library.ts';

export async function GET() {
  const { sources } = await library();
  return new Response(JSON.stringify(sources.map(({ key, topic: _topic, file: _file, line: _line, ...source }) => toCsl(key, source))));
}
