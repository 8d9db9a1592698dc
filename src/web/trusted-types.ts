/** The script of the service worker: the only address that may become a worker. */
export const WORKER_URL = '/sw.js';

interface Policies {
  createPolicy(
    name: 'default',
    rules: {
      createHTML: (text: string) => string;
      createScriptURL: (url: string) => string;
    },
  ): unknown;
}

/**
 * The one Trusted Types policy. A worker may come from our own worker file only, and "HTML" may be set
 * only where it cannot make an element: Mantine writes the text of its style elements that way, which
 * holds no `<`. Nothing may become a script.
 */
export function installTrustedTypes(): void {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policies?.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('HTML from text is not allowed here');
      return text;
    },
    createScriptURL(url) {
      if (new URL(url, location.origin).href === new URL(WORKER_URL, location.origin).href) {
        return url;
      }
      throw new TypeError('a worker may only come from our own worker file');
    },
  });
}
