import type { SubjectKind } from '#domain/exchange/publication/publication.ts';
import type { Problem } from '#domain/problem.ts';
import { ADOPTION_PUBLISHING } from '../adoption/adoption-publishing.ts';
import { EDITION_PUBLISHING } from '../edition/edition-publishing.ts';
import { EVIDENCE_PUBLISHING } from '../evidence/evidence-publishing.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { EXPERT_PUBLISHING } from '../expert/expert-publishing.ts';
import { MATERIAL_PUBLISHING } from '../material/material-publishing.ts';
import { MINUTES_PUBLISHING } from '../minutes/minutes-publishing.ts';
import { MODEL_PUBLISHABLE } from '../model/publish-model.ts';
import { NEWS_PUBLISHING } from '../news/news-publishing.ts';
import { PICTURE_PUBLISHING } from '../picture/picture-publishing.ts';
import { PRACTICE_PUBLISHING } from '../practice/practice-publishing.ts';
import { PROCEEDINGS_PUBLISHING } from '../proceedings/proceedings-publishing.ts';
import {
  RECOMMENDATION_PUBLISHING,
  REPORT_PUBLISHING,
} from '../recommendation/recommendation-publishing.ts';
import { PROGRAMME_PUBLISHING } from '../schedule/programme-publishing.ts';
import { TRANSLATION_PUBLISHING } from '../wording/translation-publishing.ts';

/** Which version of what; `by` = the editor who acts in the transaction. */
export interface Published {
  readonly id: string;
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  /** Why it was sent back or taken down. */
  readonly reason?: string | null;
}

/** What a noun does when the second editor has decided, in the same transaction. */
export interface Publishable {
  readonly kind: SubjectKind;
  /** What stands in the way of sending it out now, said before anything is written. */
  bar?(taking: Taking, what: Published): Promise<Problem | null>;
  published(taking: Taking, what: Published, deps: ExchangeDeps): Promise<void>;
  sentBack?(taking: Taking, what: Published, deps: ExchangeDeps): Promise<void>;
  /** True where something of it is out that nobody had to ask for: it is taken down as well. */
  unasked?(taking: Taking, id: string): Promise<boolean>;
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
  EVIDENCE_PUBLISHING,
  RECOMMENDATION_PUBLISHING,
  REPORT_PUBLISHING,
  TRANSLATION_PUBLISHING,
  MINUTES_PUBLISHING,
  PROGRAMME_PUBLISHING,
  EDITION_PUBLISHING,
  EXPERT_PUBLISHING,
];

export function publishable(kind: string): Publishable | undefined {
  return PUBLISHABLE.find((one) => one.kind === kind);
}
