import type { SubjectKind } from '#domain/exchange/publication/publication.ts';
import { ADOPTION_PUBLISHING } from '../adoption/adoption-publishing.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { MATERIAL_PUBLISHING } from '../material/material-publishing.ts';
import { MINUTES_PUBLISHING } from '../minutes/minutes-publishing.ts';
import { MODEL_PUBLISHABLE } from '../model/publish-model.ts';
import { NEWS_PUBLISHING } from '../news/news-publishing.ts';
import { PICTURE_PUBLISHING } from '../picture/picture-publishing.ts';
import { PRACTICE_PUBLISHING } from '../practice/practice-publishing.ts';
import { PROCEEDINGS_PUBLISHING } from '../proceedings/proceedings-publishing.ts';

/** Which version of what; `by` = the editor who acts in the transaction. */
export interface Published {
  readonly id: string;
  readonly version: number;
  readonly at: Date;
  readonly by: string;
}

/** What a noun does when the second editor has decided, in the same transaction. */
export interface Publishable {
  readonly kind: SubjectKind;
  published(taking: Taking, what: Published, deps: ExchangeDeps): Promise<void>;
  sentBack?(taking: Taking, what: Published, deps: ExchangeDeps): Promise<void>;
  /** Hides it at once, every version of it. */
  takenDown(taking: Taking, what: Published, deps: ExchangeDeps): Promise<void>;
}

/** Every noun that is published by a second editor, one line each. */
export const PUBLISHABLE: readonly Publishable[] = [
  PRACTICE_PUBLISHING,
  ADOPTION_PUBLISHING,
  MODEL_PUBLISHABLE,
  MATERIAL_PUBLISHING,
  NEWS_PUBLISHING,
  PROCEEDINGS_PUBLISHING,
  PICTURE_PUBLISHING,
  MINUTES_PUBLISHING,
];

export function publishable(kind: string): Publishable | undefined {
  return PUBLISHABLE.find((one) => one.kind === kind);
}
