import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, contentSecurityPolicyHeader } from './content-security-policy.ts';
import { firstScript } from './first-script.ts';
import { compressible, headersOf, securityHeaders } from './headers.ts';

describe('contentSecurityPolicy', () => {
  const parsed = (policy: string) => new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]));
  it('forbids what it does not name, and allows the one inline script by its hash (CSP Level 3, 2.3.1)', () => {
    const policy = parsed(contentSecurityPolicy);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toContain(`'sha256-${createHash('sha256').update(firstScript, 'utf8').digest('base64')}'`);
    expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  });
  it('says in the header what it says in the page, and who may frame it, which browsers ignore in a page', () => {
    expect(contentSecurityPolicy).not.toContain('frame-ancestors');
    expect(contentSecurityPolicyHeader).toBe(`${contentSecurityPolicy}; frame-ancestors 'none'`);
  });
});

describe('headersOf(file)', () => {
  it('lets hashed files be kept for a year and everything else be asked for again', () => {
    expect(headersOf('assets/wake.DNH6ZjsJ.js')['Cache-Control']).toBe('public, max-age=31536000, immutable');
    for (const file of ['index.html', 'en/assets/index.html', 'icon.svg', 'evidence.json']) expect(headersOf(file)['Cache-Control'], file).toBe('no-cache');
  });
  it('names the media type as the registry does (RFC 7763 for Markdown, RFC 8081 for WOFF 2, RFC 9239 for scripts), texts as UTF-8', () => {
    expect(headersOf('en/topics/zigbee/index.md')['Content-Type']).toBe('text/markdown; charset=utf-8');
    expect(headersOf('assets/math.D8PcmOlW.woff2')['Content-Type']).toBe('font/woff2');
    expect(headersOf('assets/wake.DNH6ZjsJ.js')['Content-Type']).toBe('text/javascript; charset=utf-8');
    expect(headersOf('unknown.kind')['Content-Type']).toBe('application/octet-stream');
  });
  it('carries the security headers whatever the file is', () => {
    for (const file of ['index.html', 'assets/a.css', 'unknown']) expect(headersOf(file)).toMatchObject(securityHeaders);
  });
  it('is made of values that fit into a header and into a quoted word of a configuration file', () => {
    for (const value of Object.values(headersOf('index.html'))) expect(value).toMatch(/^[\x20-\x7e]+$/);
    for (const value of Object.values(headersOf('index.html'))) expect(value).not.toMatch(/["\\${}]/);
  });
});

describe('compressible', () => {
  it('holds texts and no pictures or fonts, which are compressed already', () => {
    expect(compressible).toEqual(expect.arrayContaining(['html', 'css', 'js', 'json', 'md', 'svg', 'csv']));
    expect(compressible).not.toEqual(expect.arrayContaining(['png']));
    expect(compressible).not.toEqual(expect.arrayContaining(['woff2']));
  });
});
