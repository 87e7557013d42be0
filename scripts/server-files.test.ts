import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { headersOf, securityHeaders } from '../src/http/headers.ts';
import { usualSettings } from './server-files/server-settings.ts';
import { headersFile, redirectsFile } from './server-files/static-hosts.ts';
import { serverFiles } from './server-files.ts';
import { root } from './settings.ts';

const inDeploy = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8');

describe('deploy/', () => {
  it.each(Object.entries(serverFiles(usualSettings)))('%s is what "npm run server-files" writes', (name, text) => expect(inDeploy(name)).toBe(text));

  it('has a unit and a container file that name the folders and the port of the Caddyfile', () => {
    const { siteDir, port } = usualSettings;
    expect(inDeploy('Caddyfile')).toContain(`{$SITE_DIR:${siteDir}}`);
    expect(inDeploy('touchstone.service')).toContain(`--config ${siteDir.replace(/\/site$/, '/server')}/Caddyfile`);
    expect(inDeploy('Containerfile')).toContain(`EXPOSE ${port}`);
    expect(inDeploy('Containerfile')).toMatch(/^COPY site \/site\nENV SITE_DIR=\/site$/m);
    expect(inDeploy('Containerfile')).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
  });

  it('has a workflow for GitHub Pages that runs scripts of package.json and publishes what they build, with its address', () => {
    interface Step {
      run?: string;
      uses?: string;
      with?: Record<string, unknown>;
      env?: Record<string, string>;
    }
    const { jobs } = parse(inDeploy('github-pages.yml')) as { jobs: Record<string, { steps: Step[]; permissions?: Record<string, string> }> };
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const steps = jobs.build?.steps ?? [];
    const runs = steps.flatMap(({ run }) => (run ? [run] : []));
    expect(runs).toEqual(['npm ci', 'npm run build']);
    expect(Object.keys(scripts)).toContain('build');
    expect(steps.find(({ run }) => run === 'npm run build')?.env).toEqual({
      SITE: expect.stringContaining('outputs.origin'),
      BASE: expect.stringContaining('outputs.base_path'),
    });
    expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact'))?.with).toEqual({ path: 'dist' });
    // The history gives the dates of change; a shallow clone has none.
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout'))?.with).toEqual({ 'fetch-depth': 0 });
    expect(jobs.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  });
});

/** What both hosts make of `_headers`, as long as no header stands in two rules that fit (their documentation: * stands for anything). */
function apply(text: string, address: string): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const rule of text.split(/\n(?=\/)/)) {
    const [pattern = '', ...lines] = rule.trim().split('\n');
    const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    if (!new RegExp(`^${escaped.join('.*')}$`).test(address)) continue;
    for (const line of lines) {
      const [, name = '', value = ''] = /^ {2}([^:]+): (.+)$/.exec(line) ?? [];
      if (name in sent) throw new Error(`${name} stands in two rules for ${address}`);
      sent[name] = value;
    }
  }
  return sent;
}

describe.each(['/', '/kb/'])('_headers for %s', (base) => {
  const sent = (file: string) => apply(headersFile(base), base + file);
  it('gives every file the security headers, and hashed files their year, no header twice', () => {
    for (const file of ['en/', 'en/index.html', 'assets/a.DoZ3UNHE.js', 'icon.svg', 'en/topics/zigbee/index.md'])
      expect(sent(file), file).toMatchObject(securityHeaders);
    const script = headersOf('assets/a.DoZ3UNHE.js');
    expect(sent('assets/a.DoZ3UNHE.js')['Cache-Control']).toBe(script['Cache-Control']);
    expect(sent('en/')['Cache-Control']).toBeUndefined();
  });
  it('names the type of Markdown, which hosts do not know everywhere', () => {
    expect(sent('en/topics/zigbee/index.md')['Content-Type']).toBe('text/markdown; charset=utf-8');
  });
  it('has lines short enough for both hosts (2,000 characters at Cloudflare Pages)', () => {
    for (const line of headersFile(base).split('\n')) expect(line.length).toBeLessThan(2000);
  });
});

describe('_redirects', () => {
  it('lead browsers that ask for favicon.ico to the icon', () => expect(redirectsFile('/')).toBe('/favicon.ico /icon.svg 301\n'));
  it('put a site under its path, since hosts serve the folder at their root', () => {
    expect(redirectsFile('/kb/').split('\n')).toEqual(['/kb/favicon.ico /kb/icon.svg 301', '/ /kb/ 302', '/kb/* /:splat 200', '']);
  });
});
