/*
 * What a server sends with each file of the site. The one table: scripts/serve.ts sends it, the server files of deploy/ and the build's
 * `_headers` are written from it, and `npm run test:deploy` asks nginx and Caddy for every line of it.
 */
import { contentSecurityPolicyHeader } from './content-security-policy.ts';

/** Features of browsers that no page uses, instruments included. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** Sent with every response, errors and redirects too. */
export const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicyHeader,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Folder of the files whose names hold a hash of what is in them. */
export const hashedFolder = 'assets/';

/** Hashed files never change; all else is asked for again with its ETag, so that a reader sees a new release at once. */
export const cacheControl = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' };

/** Media type of each kind of file, by the ending of its name. */
export const mediaTypes: Record<string, string> = {
  bib: 'application/x-bibtex; charset=utf-8',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};

/** Kinds that are compressed already. */
const compressed = ['png', 'woff2'];

/** Endings of the files that are worth compressing. */
export const compressible = Object.keys(mediaTypes).filter((ending) => !compressed.includes(ending));

/** Ending of a file's name, without its dot; empty if it has none. */
export const endingOf = (file: string): string => /\.([^./]+)$/.exec(file)?.[1] ?? '';

/** Addresses that browsers try of themselves, and what they mean; both from the site's root. */
export const redirects = { 'favicon.ico': 'icon.svg' };

/** All headers of the table for a file of the site (`en/index.html`). */
export function headersOf(file: string): Record<string, string> {
  return {
    ...securityHeaders,
    'Cache-Control': file.startsWith(hashedFolder) ? cacheControl.hashed : cacheControl.other,
    'Content-Type': mediaTypes[endingOf(file)] ?? 'application/octet-stream',
  };
}
