import { cacheControl, hashedFolder, mediaTypes, redirects, securityHeaders } from '../../src/http/headers.ts';
import { generatedNote, type ServerSettings } from './server-settings.ts';

/**
 * Caddy's configuration of the site. ADDRESS and SITE_DIR change where it listens and what it serves; an ADDRESS that is a domain makes Caddy
 * fetch its certificate.
 */
export function caddyConfiguration({ base, siteDir, port }: ServerSettings): string {
  const headers = (entries: Record<string, string>) =>
    Object.entries(entries)
      .map(([name, value]) => `\t\t${name} "${value}"\n`)
      .join('');
  return `${generatedNote}
# ADDRESS says where it listens: a domain (Caddy then fetches a certificate itself) or a port. SITE_DIR is the folder of the site's files.
{
	admin off
}

# Said last, over what the file server says. A site that was rolled back has older dates than what a browser keeps: ETags tell them apart, dates
# do not.
(last) {
	header {
		Vary "Accept-Encoding"
		-Last-Modified
		-Server
		defer
	}
}

{$ADDRESS::${port}} {
	root * {$SITE_DIR:${siteDir}}

	header {
${headers(securityHeaders)}	}
	@hashed path ${base}${hashedFolder}*
	@other not path ${base}${hashedFolder}*
	header @hashed Cache-Control "${cacheControl.hashed}"
	header @other Cache-Control "${cacheControl.other}"
	import last
${Object.entries(mediaTypes)
  .map(([ending, type]) => `\t@${ending} path *.${ending}\n\theader @${ending} Content-Type "${type}"\n`)
  .join('')}
${Object.entries(redirects)
  .map(([from, to]) => `\tredir ${base}${from} ${base}${to} 301\n`)
  .join('')}${base === '/' ? '' : `\tredir ${base.slice(0, -1)} ${base} 301\n`}
	handle_path ${base}* {
		@write not method GET HEAD
		error @write 405
		file_server {
			precompressed br zstd gzip
		}
	}
	handle {
		error 404
	}

	# What was said of the missing file does not hold for this page, which nobody may keep for a year.
	handle_errors {
		header Cache-Control "${cacheControl.other}"
		header Content-Type "${mediaTypes.html}"
		import last
		# A browser that has this page would be told, in an empty answer, that it has it.
		request_header -If-None-Match
		request_header -If-Modified-Since
		rewrite * /404.html
		file_server {
			precompressed br zstd gzip
		}
	}
}
`;
}
