import { cacheControl, hashedFolder, mediaTypes, redirects, securityHeaders } from '../../src/http/headers.ts';
import { generatedNote, type ServerSettings } from './server-settings.ts';

/**
 * nginx's configuration of the site, for the http context (`/etc/nginx/conf.d/`). All headers stand at one level, since nginx forgets those of
 * an outer level wherever an inner one adds any. With `brotli` it needs the module brotli_static, and does not start without it.
 */
export function nginxConfiguration({ base, siteDir, port }: ServerSettings, { brotli }: { brotli: boolean }): string {
  const types = Map.groupBy(Object.entries(mediaTypes), ([, type]) => type);
  return `${generatedNote}
# Belongs in the http context, for example as /etc/nginx/conf.d/touchstone.conf. TLS and HTTP/2 are for the server in front, or for lines of yours.
# brotli_static is a module: Debian's package libnginx-mod-http-brotli-static. Without it, delete that line: browsers then get gzip.
# nginx has no module for zstd in Debian; the .zst files lie unused beside the others.

# What is really served decides: a missing asset is answered by 404.html, which nobody may keep for a year.
map $uri $touchstone_cache {
  default "${cacheControl.other}";
  "~^${base}${hashedFolder}" "${cacheControl.hashed}";
}

server {
  listen ${port};
  server_name _;
  server_tokens off;
  # Behind a proxy, nginx knows neither the outer port nor the outer scheme.
  absolute_redirect off;

  types {
${[...types].map(([type, endings]) => `    "${type}" ${endings.map(([ending]) => ending).join(' ')};`).join('\n')}
  }
  default_type application/octet-stream;

  sendfile on;
  tcp_nopush on;
  gzip_static on;
  gzip_vary on;
${brotli ? '  brotli_static on;\n' : ''}
${Object.entries({ ...securityHeaders, 'Cache-Control': '$touchstone_cache' })
  .map(([name, value]) => `  add_header ${name} "${value}" always;`)
  .join('\n')}

  location ${base} {
    alias ${siteDir}/;
    index index.html;
  }
${base === '/' ? '' : `  location = ${base.slice(0, -1)} {\n    return 301 ${base};\n  }\n  location / {\n    return 404;\n  }\n`}${Object.entries(redirects)
  .map(([from, to]) => `  location = ${base}${from} {\n    return 301 ${base}${to};\n  }\n`)
  .join('')}
  error_page 404 ${base}404.html;
  location = ${base}404.html {
    internal;
    alias ${siteDir}/404.html;
  }
}
`;
}
