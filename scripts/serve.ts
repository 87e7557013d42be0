import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Served {
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site under its base path, as any static server would: plain files, index.html for folders, 404.html for the rest, and
 * precompressed files where they exist. Takes the next free port if the wished one is taken; 0 asks for any.
 */
export async function serve(dir: string, base: string, port: number): Promise<Served> {
  const files = sirv(dir, { brotli: true, gzip: true, dev: false, etag: true });
  const missing = join(dir, '404.html');
  const page = existsSync(missing) ? readFileSync(missing) : Buffer.from('404');
  const server = createServer((request, response) => {
    const refuse = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(page);
    };
    const url = request.url ?? '/';
    if (base !== '/' && `${url.split('?')[0]}/` === base) {
      response.writeHead(301, { Location: base });
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
