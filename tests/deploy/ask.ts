import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** How often each header was sent, by lower-case name. */
  times: Map<string, number>;
  /** As it came, in whatever encoding. */
  body: Buffer;
}

/** Asks for an address exactly as it is written: no `..` resolved, nothing decoded, nothing unpacked. */
export function ask(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const names = response.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
        const times = new Map(names.map((name) => [name, names.filter((one) => one === name).length]));
        resolve({ status: response.statusCode ?? 0, headers: response.headers, times, body: Buffer.concat(chunks) });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** A body without its Content-Encoding. */
export function decoded({ headers, body }: Answer): Buffer {
  const encoding = headers['content-encoding'];
  if (encoding === undefined) return body;
  const decode = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync }[encoding];
  if (!decode) throw new Error(`unknown encoding ${encoding}`);
  return decode(body);
}
