import { z } from 'zod';
import { CARD_TEXT_NAMES } from '#domain/exchange/practice/card.ts';
import {
  confirmed,
  EVIDENCE_CRITERIA,
  EVIDENCE_LEVELS,
  evidenceLevel,
} from '#domain/exchange/practice/evidence-level.ts';
import { MATURITIES, maturity } from '#domain/exchange/practice/maturity.ts';
import { same } from '#domain/exchange/practice/merge.ts';
import { REVIEW_CRITERIA, REVIEW_DECISIONS } from '#domain/exchange/practice/review.ts';
import { folded } from '#domain/exchange/practice/search.ts';
import type { Taking } from '../exchange-database.ts';
import {
  cardFacts,
  cardWordings,
  factsOf,
  textsOf,
  type WholeRow,
  wordingsOf,
} from './practice-row.ts';

/** A review as readers see it: its country and its reasons, not its name. */
export const shownReview = z.object({
  country: z.string().nullable(),
  decision: z.enum(REVIEW_DECISIONS),
  criteria: z.record(z.enum(REVIEW_CRITERIA), z.object({ met: z.boolean(), reason: z.string() })),
  contested: z.array(z.enum(EVIDENCE_CRITERIA)),
  ...{ summary: z.string(), language: z.string(), decided_at: z.string() },
});
export type ShownReview = z.infer<typeof shownReview>;

/** What is kept of a version for ever. */
export const shownCard = z.object({
  texts: cardWordings,
  facts: cardFacts,
  institution_id: z.uuid().nullable(),
  evidence: z.enum(EVIDENCE_LEVELS),
  maturity: z.enum(MATURITIES),
  reviews: z.array(shownReview),
});
export type ShownCard = z.infer<typeof shownCard>;

interface ReviewRow extends Omit<ShownReview, 'decided_at'> {
  decided_at: Date;
}

/** The reviews of the card's last round that were given. */
export async function givenReviews({ client }: Taking, row: WholeRow): Promise<ShownReview[]> {
  const { rows } = await client.query<ReviewRow>(
    `select country, decision, criteria, contested, summary, language, decided_at
       from exchange.practice_review
      where practice_id = $1 and round = $2 and decision is not null order by decided_at, id`,
    [row.id, row.round],
  );
  return rows.map((one) => ({ ...one, decided_at: one.decided_at.toISOString() }));
}

/** The card as readers would see it, with both scales worked out: what a reviewer contests does not count. */
export function cardToShow(row: WholeRow, reviews: readonly ShownReview[]): ShownCard {
  const facts = factsOf(row);
  const contested = reviews.flatMap((review) => review.contested);
  return {
    texts: wordingsOf(row),
    facts,
    institution_id: row.institution_id,
    evidence: evidenceLevel(confirmed(facts.evidence, contested)),
    maturity: maturity(facts.maturity),
    reviews: [...reviews],
  };
}

/**
 * Keeps the card as its next version, unpublished. Asked anew before anybody published it, the version is
 * made anew; a published one is never changed.
 */
export async function keepVersion(taking: Taking, row: WholeRow, at: Date): Promise<number> {
  const card = cardToShow(row, await givenReviews(taking, row));
  const texts = textsOf(card.texts);
  const titles = Object.entries(texts).filter(([field]) => field.startsWith('title.'));
  const { rows } = await taking.client.query<{ version: number }>(
    `insert into exchange.practice_version (practice_id, version, card, words, word_index, made_at, review_on)
     select $1, coalesce(max(version) filter (where published_at is not null), 0) + 1, $2, $3,
         setweight(to_tsvector('simple', $4), 'A') || to_tsvector('simple', $3), $5, $6
       from exchange.practice_version where practice_id = $1
     on conflict (practice_id, version) do update set card = excluded.card, words = excluded.words,
       word_index = excluded.word_index, made_at = excluded.made_at,
       review_on = excluded.review_on
     returning version`,
    [
      row.id,
      JSON.stringify(card),
      folded(Object.values(texts).join(' ')),
      folded(titles.map(([, text]) => text).join(' ')),
      at,
      row.review_on,
    ],
  );
  const version = rows[0]?.version;
  if (version === undefined) throw new Error('a version was not kept');
  return version;
}

/** True where nothing but translations differ: then no new review is needed. */
export function onlyTranslated(before: ShownCard, after: ShownCard): boolean {
  return (
    same(before.facts, after.facts) &&
    CARD_TEXT_NAMES.every((name) => {
      const [was, is] = [before.texts[name], after.texts[name]];
      const said = (wording: typeof was) => wording?.versions[wording.source]?.text;
      return (said(was) ?? null) === (said(is) ?? null);
    })
  );
}
