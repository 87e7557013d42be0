import { createHash } from 'node:crypto';
import { firstScript } from './first-script.ts';

const firstHash = createHash('sha256').update(firstScript).digest('base64');

const directives = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${firstHash}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** The policy as every page carries it in a `<meta>`, so that it holds on servers that send no headers of ours. */
export const contentSecurityPolicy = directives.join('; ');

/** The policy as servers send it: browsers heed `frame-ancestors` in a header only. */
export const contentSecurityPolicyHeader = [...directives, "frame-ancestors 'none'"].join('; ');
