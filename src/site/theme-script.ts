import { createHash } from 'node:crypto';

/** Runs before the first paint: the chosen theme, and the marks that scripts run and that the address asks for something. The one inline script; the CSP names its hash. */
export const themeScript = `var d=document.documentElement;try{var t=localStorage.getItem('theme');if(t)d.dataset.theme=t}catch{}d.classList.add('js');if(location.search)d.classList.add('asked')`;

const themeHash = createHash('sha256').update(themeScript).digest('base64');

/** Content Security Policy of every page. `frame-ancestors` can only be a header (deploy/). */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${themeHash}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
