import { cacheControl, hashedFolder, mediaTypes, redirects, securityHeaders } from '../../src/http/headers.ts';

/**
 * `_headers` as Netlify and Cloudflare Pages read it. Where two rules name one header, the first host takes the nearer rule and the second joins
 * both values, so no header stands in two rules; what a rule leaves out (Cache-Control of all but hashed files, most media types) both hosts
 * send rightly of themselves: `max-age=0, must-revalidate`, and the registered type.
 */
export function headersFile(base: string): string {
  const rule = (path: string, headers: Record<string, string>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return [
    rule(`${base}*`, securityHeaders),
    rule(`${base}${hashedFolder}*`, { 'Cache-Control': cacheControl.hashed }),
    rule(`${base}*.md`, { 'Content-Type': mediaTypes.md ?? '' }),
  ].join('\n');
}

/** `_redirects` for the same hosts. They serve the folder at their root, so a site under a base path is rewritten to it. */
export function redirectsFile(base: string): string {
  const lines = Object.entries(redirects).map(([from, to]) => `${base}${from} ${base}${to} 301`);
  if (base !== '/') lines.push(`/ ${base} 302`, `${base}* /:splat 200`);
  return `${lines.join('\n')}\n`;
}
