import { createHash } from 'node:crypto';
import type { Locale } from '#domain/account/account.ts';
import { proceedingsPaper } from './proceedings-paper.ts';
import { proceedingsUrl } from './proceedings-record.ts';
import type { ProceedingsOut } from './proceedings-rows.ts';

/** As many files as two editions have languages: who asks for one again does not wait for it to be drawn. */
const MOST_KEPT = 6;

/** Proceedings as a file, and the mark by which a browser knows that it has them already. */
export interface ProceedingsFile {
  readonly bytes: Buffer;
  readonly etag: string;
}

const kept = new Map<string, Promise<ProceedingsFile>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * Proceedings as a file, drawn one after the other, so that many who ask at once do not fill the memory. A file is
 * known by all that stands in it: whatever is taken out of the proceedings is in no file from then on.
 */
export function proceedingsFile(
  base: string,
  lang: Locale,
  edition: string,
  out: ProceedingsOut,
): Promise<ProceedingsFile> {
  const url = proceedingsUrl(base, lang, edition);
  const key = createHash('sha256')
    .update(JSON.stringify([url, out]))
    .digest('hex');
  const known = kept.get(key);
  if (known !== undefined) return known;
  const drawn = last.then(async () => ({
    ...{ bytes: await proceedingsPaper(lang, out, url), etag: `"${key.slice(0, 32)}"` },
  }));
  last = drawn.catch(() => kept.delete(key));
  kept.set(key, drawn);
  for (const old of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(old);
  }
  return drawn;
}
