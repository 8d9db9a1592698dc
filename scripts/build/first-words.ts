import type { Plugin, Rolldown } from 'vite';

/** Name of the `meta` of index.html that says, as JSON, where the first words of each language lie. */
const NAME = 'first-words';
const CATALOGUE = /\/locales\/(\w+)\.po$/;
/** The sign-in of the exchange comes a moment later, and with it no further words. */
const ENTRANCE = /\/src\/web\/exchange\/entrance\.tsx$/;
/** As the macros of Lingui write the id of a message, and as the minifier quotes it. */
const MESSAGE_ID = /["'`]([\w+/=-]{6})["'`]/g;

/**
 * The sign-in needs a tenth of all words: those of the code that comes first are put into a file of their own, so that
 * on a bad line the first page does not wait for the words of every screen. Read by `src/web/language.ts`.
 */
export function firstWords(): Plugin {
  const catalogues = new Map<string, Readonly<Record<string, unknown>>>();
  const addresses: Record<string, string> = {};
  return {
    name: NAME,
    apply: 'build',
    transform: {
      order: 'post',
      handler(code, id) {
        const locale = CATALOGUE.exec(id)?.[1];
        if (locale === undefined) return;
        const written = /JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(code)?.[1];
        if (written === undefined) this.error('a catalogue is not written as it used to be');
        catalogues.set(locale, JSON.parse(JSON.parse(written)));
      },
    },
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const ids = new Set([...firstCode(bundle).matchAll(MESSAGE_ID)].map(([, id]) => id ?? ''));
        for (const [locale, words] of catalogues) {
          const first = Object.entries(words).filter(([id]) => ids.has(id));
          const source = JSON.stringify(Object.fromEntries(first));
          const file = this.emitFile({ type: 'asset', name: `${NAME}-${locale}.json`, source });
          addresses[locale] = `/${this.getFileName(file)}`;
        }
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { name: NAME, content: JSON.stringify(addresses) },
          injectTo: 'head',
        },
      ],
    },
  };
}

/** All code that the page loads before it draws the one sign-in or the other. */
function firstCode(bundle: Rolldown.OutputBundle): string {
  const seen = new Map<string, string>();
  const follow = (name: string): void => {
    const one = bundle[name];
    if (one?.type !== 'chunk' || seen.has(name)) return;
    seen.set(name, one.code);
    for (const next of one.imports) follow(next);
  };
  for (const [name, one] of Object.entries(bundle)) {
    if (one.type !== 'chunk') continue;
    if (one.isEntry || one.moduleIds.some((id) => ENTRANCE.test(id))) follow(name);
  }
  return [...seen.values()].join('\n');
}
