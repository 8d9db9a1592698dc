import type { CardFacts, CardText } from '#domain/exchange/practice/card.ts';
import type { StoredState } from '#domain/exchange/practice/practice-state.ts';

/** A text in English, Russian and Uzbek, or in the card's own language alone. */
export type DemoText = readonly [en: string, ru: string, uz: string] | string;

/** One card of the demo world; all institutions and numbers are invented. */
export interface DemoPractice {
  readonly key: string;
  /** The login of its author in the demo world. */
  readonly author: string;
  readonly source: 'en' | 'ru' | 'uz-Latn';
  readonly state: StoredState;
  readonly facts: Partial<CardFacts> &
    Pick<CardFacts, 'country' | 'themes' | 'target_groups' | 'stages'>;
  readonly texts: Readonly<Partial<Record<CardText, DemoText>>>;
}
