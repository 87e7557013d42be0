import { createHash } from 'node:crypto';

/** Runs before the first paint: the chosen theme, and the mark that scripts run. The one inline script; the CSP names its hash. */
export const themeScript = `try{var t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}document.documentElement.classList.add('js')`;

const themeHash = createHash('sha256').update(themeScript).digest('base64');

/** Content Security Policy of every page. WebAssembly is for search only; `frame-ancestors` can only be a header (deploy/). */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${themeHash}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
