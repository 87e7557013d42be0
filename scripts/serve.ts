import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { endingOf, headersOf, redirects, securityHeaders } from '../src/http/headers.ts';

export interface Served {
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site under its base path, as any static server would: plain files, index.html for folders, 404.html for the rest,
 * precompressed files where they exist, and the headers of src/http/headers.ts. Takes the next free port if the wished one is taken; 0 asks for any.
 */
export async function serve(dir: string, base: string, port: number): Promise<Served> {
  const files = sirv(dir, {
    brotli: true,
    gzip: true,
    dev: false,
    etag: true,
    setHeaders: (response, path) => send(response, headersOf(fileAt(path.slice(1)))),
  });
  const missing = join(dir, '404.html');
  const page = existsSync(missing) ? readFileSync(missing) : Buffer.from('404');
  const server = createServer((request, response) => {
    const refuse = () => {
      send(response, headersOf('404.html'));
      response.writeHead(404);
      response.end(page);
    };
    const url = request.url ?? '/';
    send(response, securityHeaders);
    const [path = '/'] = url.split('?');
    const elsewhere = moved(base, path);
    if (elsewhere !== undefined) {
      response.writeHead(301, { Location: elsewhere });
      response.end();
      return;
    }
    if (!url.startsWith(base)) return refuse();
    request.url = `/${url.slice(base.length)}`;
    files(request, response, refuse);
  });
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** The file that an address means; one without an ending is a folder's. */
const fileAt = (path: string): string => (endingOf(path) === '' ? `${path.replace(/\/?$/, '/')}index.html` : path);

/** Where an address without a page of its own leads. */
function moved(base: string, path: string): string | undefined {
  if (base !== '/' && `${path}/` === base) return base;
  const known = Object.entries(redirects).find(([from]) => path === base + from);
  return known && base + known[1];
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const attempt = (wished: number, left: number) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && left > 0) attempt(wished + 1, left - 1);
        else reject(error);
      });
      server.listen(wished, () => {
        server.removeAllListeners('error');
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : wished);
      });
    };
    attempt(port, 50);
  });
}
