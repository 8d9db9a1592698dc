import { z } from 'zod';
import {
  CARD_FACT_NAMES,
  CARD_FACTS,
  CARD_TEXT_NAMES,
  type CardFacts,
  type CardText,
} from '#domain/exchange/practice/card.ts';
import type { StoredState } from '#domain/exchange/practice/practice-state.ts';
import { type Wording, wording } from '#domain/exchange/wording.ts';

/** Each text of a card; its title is always there. */
export type CardWordings = Readonly<Record<CardText, Wording | null>> & { readonly title: Wording };

/** A card as it stands in `exchange.practice`. */
export interface PracticeRow extends CardFacts {
  readonly id: string;
  readonly author_id: string;
  readonly editors: string[];
  readonly reviewers: string[];
  readonly institution_id: string | null;
  readonly state: StoredState;
  readonly round: number;
  readonly accepted_round: number | null;
  readonly published_version: number | null;
  readonly version: number;
  readonly changed_at: Date;
}
export type WholeRow = PracticeRow & CardWordings;

/** Everything of a card; the day as a day. */
export const WHOLE = `p.id, p.author_id, p.editors, p.reviewers, p.institution_id, p.state, p.round, p.accepted_round,
  p.published_version, p.version, p.changed_at, ${CARD_TEXT_NAMES.map((name) => `p.${name}`).join(', ')},
  ${CARD_FACT_NAMES.map((name) => (name === 'review_on' ? 'p.review_on::text' : `p.${name}`)).join(', ')}`;

export const cardFacts = z.object(CARD_FACTS);
export const cardWordings = z
  .object(
    Object.fromEntries(CARD_TEXT_NAMES.map((name) => [name, wording.nullable()])) as Record<
      CardText,
      z.ZodNullable<typeof wording>
    >,
  )
  .extend({ title: wording });

export function factsOf(row: WholeRow): CardFacts {
  return Object.fromEntries(CARD_FACT_NAMES.map((name) => [name, row[name]])) as CardFacts;
}
export function wordingsOf(row: WholeRow): CardWordings {
  return Object.fromEntries(
    CARD_TEXT_NAMES.map((name) => [name, row[name]]),
  ) as unknown as CardWordings;
}

/** Every text of the card by field and language, as the check of people and the search want it. */
export function textsOf(wordings: CardWordings): Record<string, string> {
  return Object.fromEntries(
    CARD_TEXT_NAMES.flatMap((name) =>
      Object.entries(wordings[name]?.versions ?? {}).map(([lang, { text }]) => [
        `${name}.${lang}`,
        text,
      ]),
    ),
  );
}

/** What a card says in the language it was first said in. */
export function sourceTexts(wordings: CardWordings): Partial<Record<CardText, string>> {
  return Object.fromEntries(
    CARD_TEXT_NAMES.flatMap((name) => {
      const said = wordings[name];
      const text = said?.versions[said.source]?.text;
      return text === undefined ? [] : [[name, text]];
    }),
  );
}
