/* What nginx and Caddy answer, header by header, with the files of deploy/ against the built site. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodedEndings, smallestBytes } from '../../scripts/compress-site.ts';
import { compressible, endingOf, headersOf, mediaTypes, securityHeaders } from '../../src/http/headers.ts';
import { expectNone, filesOf } from '../site/sites.ts';
import { type Answer, ask, decoded } from './ask.ts';
import { behind, combinations } from './deployed.ts';
import { encodingsOf } from './servers.ts';

/** Headers of an answer that are not as they should be, each exactly once. */
const faults = (what: string, { headers, times }: Answer, wanted: Record<string, string>): string[] =>
  Object.entries(wanted).flatMap(([name, value]) => {
    const key = name.toLowerCase();
    return headers[key] === value && times.get(key) === 1 ? [] : [`${what}: ${name} is "${headers[key]}" (sent ${times.get(key) ?? 0} times), not "${value}"`];
  });

describe.each(combinations)('$name, site at $base', ({ name, site, base }) => {
  const open = behind(name, site);

  const get = (file: string, headers: Record<string, string> = {}, method?: string) => ask(open.server.port, encodeURI(base + file), headers, method);
  const bytesOf = (file: string) => readFileSync(join(site.dir, file));
  // The page of missing addresses has none of its own.
  const files = filesOf(site).filter((file) => endingOf(file) in mediaTypes && file !== '404.html');
  const kinds = [...Map.groupBy(files, (file) => `${file.split('/').length > 1 ? file.split('/')[0] : ''} ${endingOf(file)}`).values()].map(
    (same) => same.find((file) => statSync(join(site.dir, file)).size >= smallestBytes) ?? (same[0] as string),
  );
  const text = kinds.filter((file) => compressible.includes(endingOf(file)) && statSync(join(site.dir, file)).size >= smallestBytes);

  it('sends every header of the table, once, with one file of each kind from each folder, and the file itself', async () => {
    expect(new Set(kinds.map(endingOf))).toEqual(new Set(Object.keys(mediaTypes)));
    const found: string[] = [];
    for (const file of kinds) {
      const answer = await get(file);
      if (answer.status !== 200) found.push(`${file}: status ${answer.status}`);
      if (!answer.body.equals(bytesOf(file))) found.push(`${file}: the body is not the file`);
      if (!answer.headers.etag) found.push(`${file}: no ETag`);
      found.push(...faults(file, answer, headersOf(file)));
    }
    expectNone(found);
  });

  it('sends a folder as its index.html, and leads an address without the slash there', async () => {
    const answer = await get('en/');
    expect([answer.status, ...faults('en/', answer, headersOf('en/index.html'))]).toEqual([200]);
    expect(answer.body.equals(bytesOf('en/index.html'))).toBe(true);
    const lead = await get('en');
    expect([301, 308]).toContain(lead.status);
    expect(lead.headers.location).toBe(`${base}en/`);
    expectNone(faults('en', lead, securityHeaders));
  });

  it('chooses an encoding that was asked for, its best first, and says that it chose (Vary)', async () => {
    const ours = encodingsOf(name);
    const best = (accepted: string[]) => ours.find((one) => accepted.includes(one));
    const found: string[] = [];
    for (const file of text) {
      for (const accept of ['gzip, deflate, br, zstd', 'gzip, deflate', 'br', 'zstd', 'identity', '']) {
        const answer = await get(file, accept ? { 'Accept-Encoding': accept } : {});
        const what = `${file} for "${accept}"`;
        const wanted = best(accept.split(', '));
        if (answer.headers['content-encoding'] !== wanted) found.push(`${what}: encoding ${answer.headers['content-encoding']}, not ${wanted}`);
        if (!decoded(answer).equals(bytesOf(file))) found.push(`${what}: the body is not the file`);
        found.push(...faults(what, answer, { ...headersOf(file), Vary: 'Accept-Encoding' }));
      }
    }
    expectNone(found);
  });

  it('sends the files that the build has compressed, not what it would make itself', async () => {
    const ending = { br: 'br', zstd: 'zst', gzip: 'gz' } as Record<string, string>;
    for (const encoding of encodingsOf(name)) {
      const { body } = await get('en/', { 'Accept-Encoding': encoding });
      expect(body.equals(readFileSync(join(site.dir, `en/index.html.${ending[encoding]}`))), encoding).toBe(true);
    }
    expect(Object.values(ending).sort()).toEqual([...encodedEndings].sort());
  });

  it('answers 304 without a body to the ETag that it gave, an ETag for each encoding, and the file to any other', async () => {
    const found: string[] = [];
    for (const file of kinds) {
      const tags = new Map<string, string>();
      for (const encoding of ['identity', ...encodingsOf(name)]) {
        const accept = { 'Accept-Encoding': encoding };
        const { headers } = await get(file, accept);
        const etag = headers.etag ?? '';
        tags.set(headers['content-encoding'] ?? 'identity', etag);
        const again = await get(file, { ...accept, 'If-None-Match': etag });
        if (again.status !== 304 || again.body.length > 0) found.push(`${file} (${encoding}): status ${again.status}, ${again.body.length} bytes`);
        const { 'Content-Type': _, ...wanted } = headersOf(file);
        found.push(...faults(`${file} (${encoding}), 304`, again, wanted));
        const other = await get(file, { ...accept, 'If-None-Match': '"another"' });
        if (other.status !== 200 || !decoded(other).equals(bytesOf(file))) found.push(`${file} (${encoding}): status ${other.status} for another ETag`);
      }
      if (new Set(tags.values()).size !== tags.size) found.push(`${file}: two encodings have one ETag: ${[...tags].join(' ')}`);
    }
    expectNone(found);
  });

  it('answers 404 with the page of missing addresses, which nobody may keep, whatever was asked for', async () => {
    const page = bytesOf('404.html');
    const [there, missing] = [await get('en/'), await get('nothing/')];
    for (const path of [`${base}nothing/`, `${base}assets/nothing.js`, `${base}en/nothing.md`, ...(base === '/' ? [] : ['/', '/nothing', '/en/'])]) {
      for (const asked of [
        {},
        { 'Accept-Encoding': 'br, gzip' },
        { 'If-None-Match': there.headers.etag ?? '' },
        { 'If-None-Match': missing.headers.etag ?? '*' },
        { 'If-None-Match': '*' },
      ]) {
        const answer = await ask(open.server.port, path, asked as Record<string, string>);
        expect([path, answer.status]).toEqual([path, 404]);
        expect(decoded(answer).equals(page), path).toBe(true);
        expectNone(faults(path, answer, headersOf('404.html')));
      }
    }
  });

  it('serves nothing from outside of the site, however it is asked', async () => {
    const outside = readFileSync(join(open.place, 'current/SHA256SUMS'), 'utf8').slice(0, 64);
    const up = ['..', '%2e%2e', '.%2e', '..%2f..', '..%5c..', '%252e%252e', '..%c0%af'];
    const paths = up.flatMap((dots) =>
      ['', 'en/', 'assets/'].flatMap((folder) => [`${base}${folder}${dots}/SHA256SUMS`, `${base}${folder}${dots}/${dots}/SHA256SUMS`]),
    );
    const alias = [`${base.slice(0, -1)}../SHA256SUMS`, `${base}en../SHA256SUMS`, `${base}assets../SHA256SUMS`, `//SHA256SUMS`, `${base}%00/../SHA256SUMS`];
    for (const path of [...paths, ...alias, '/etc/passwd', `${base}../../../../../../etc/passwd`, `${base}..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd`]) {
      const { status, body } = await ask(open.server.port, path);
      expect([path, status < 400 || status === 500]).toEqual([path, false]);
      expect(body.includes(outside) || body.includes('root:')).toBe(false);
    }
  });

  it('leads favicon.ico to the icon, gives HEAD what it gives GET but the body, and takes nothing else', async () => {
    const icon = await get('favicon.ico');
    expect([icon.status, icon.headers.location]).toEqual([301, `${base}icon.svg`]);
    const head = await get('en/', {}, 'HEAD');
    expect([head.status, head.body.length, ...faults('HEAD', head, headersOf('en/index.html'))]).toEqual([200, 0]);
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('en/', {}, method)).status, method).toBe(405);
  });

  if (base !== '/') {
    it('leads the path without its slash to the site, and has nothing beside it', async () => {
      const lead = await ask(open.server.port, base.slice(0, -1));
      expect([lead.status, lead.headers.location]).toEqual([301, base]);
      expect((await ask(open.server.port, `${base.slice(0, -1)}x/en/`)).status).toBe(404);
    });
  }
});
