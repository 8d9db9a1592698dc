import type { Wording } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { textsOf } from '../news/news-publishing.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';

interface Words {
  readonly id: string;
  readonly alt: Wording;
  readonly caption: Wording | null;
}

/** Puts a picture with its words before the second editor. */
export function askForPicture(taking: Taking, deps: ExchangeDeps, { id, alt, caption }: Words) {
  const title = alt.versions.en?.text ?? alt.versions[alt.source]?.text ?? id;
  return askToPublish(taking, deps, {
    ...{ kind: 'picture' as const, id, version: 1, title },
    texts: { ...textsOf('alt', alt), ...(caption === null ? {} : textsOf('caption', caption)) },
  });
}
