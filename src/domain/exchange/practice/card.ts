import { z } from 'zod';
import { id } from '../../id.ts';
import { text } from '../../text.ts';
import { day } from '../../time.ts';
import { languageTag } from '../wording.ts';
import { evidenceAnswers } from './evidence-level.ts';
import { study } from './gap-map.ts';
import { maturityAnswers } from './maturity.ts';
import { COST_BANDS, LICENCES, SCOPES, STAGES, TARGET_GROUPS, THEMES } from './vocabulary.ts';

/** The texts of a card with their longest length; each is a wording of its own, in as many languages as there are. */
export const CARD_TEXTS = {
  title: 200,
  one_line: 300,
  summary: 2000,
  partners: 1000,
  problem: 4000,
  change_idea: 4000,
  steps: 6000,
  staffing: 2000,
  legal_basis: 2000,
  tools: 4000,
  safeguards: 4000,
  results: 4000,
  did_not_work: 4000,
  transfer_conditions: 4000,
  how_to_adopt: 4000,
  sources: 4000,
  contact: 500,
} as const satisfies Record<string, number>;
export type CardText = keyof typeof CARD_TEXTS;
export const CARD_TEXT_NAMES = Object.keys(CARD_TEXTS) as CardText[];

const several = <T extends readonly [string, ...string[]]>(of: T) =>
  z.array(z.enum(of)).max(of.length);
const year = z.int().min(1950).max(2100);

/** What is no text: chosen from closed lists, so that it is found in every language. */
export const CARD_FACTS = {
  country: z.string().regex(/^[A-Z]{2}$/),
  scope: z.enum(SCOPES).nullable(),
  themes: several(THEMES),
  target_groups: several(TARGET_GROUPS),
  stages: several(STAGES),
  from_year: year.nullable(),
  /** Null while it runs. */
  to_year: year.nullable(),
  cost_band: z.enum(COST_BANDS).nullable(),
  evidence: evidenceAnswers,
  maturity: maturityAnswers,
  studies: z.array(study).max(30),
  handle: text(200).nullable(),
  licence: z.enum(LICENCES),
  review_on: day.nullable(),
} as const;
export type CardFact = keyof typeof CARD_FACTS;
export const CARD_FACT_NAMES = Object.keys(CARD_FACTS) as CardFact[];
export type CardFacts = { [K in CardFact]: z.infer<(typeof CARD_FACTS)[K]> };

/** The sections in which a card is written and read, in their order. */
export const CARD_SECTIONS = {
  about: [
    'title',
    'one_line',
    'summary',
    'country',
    'scope',
    'themes',
    'target_groups',
    'stages',
    'from_year',
    'to_year',
    'partners',
  ],
  need: ['problem', 'change_idea'],
  work: ['steps', 'staffing', 'cost_band', 'legal_basis', 'tools', 'safeguards'],
  results: ['results', 'did_not_work', 'studies', 'evidence', 'maturity'],
  transfer: ['transfer_conditions', 'how_to_adopt'],
  sources: ['sources', 'handle', 'licence', 'contact', 'review_on'],
} as const satisfies Record<string, readonly (CardText | CardFact)[]>;
export type CardSection = keyof typeof CARD_SECTIONS;

export const beginPractice = z.strictObject({
  practice_id: id,
  language: languageTag,
  title: text(CARD_TEXTS.title),
  country: CARD_FACTS.country,
});

const edited = <T extends z.ZodType>(value: T) => z.strictObject({ value, was: value }).optional();
/**
 * One save of a section: each changed field with the value that its author had before them, so that only
 * what somebody else changed meanwhile stands against it.
 */
export const savePractice = z.strictObject({
  /** The row's version that the author saw. */
  seen: z.int().min(1),
  language: languageTag,
  texts: z.strictObject(mapped(CARD_TEXTS, (most) => edited(z.union([z.literal(''), text(most)])))),
  facts: z.strictObject({
    country: edited(CARD_FACTS.country),
    scope: edited(CARD_FACTS.scope),
    themes: edited(CARD_FACTS.themes),
    target_groups: edited(CARD_FACTS.target_groups),
    stages: edited(CARD_FACTS.stages),
    from_year: edited(CARD_FACTS.from_year),
    to_year: edited(CARD_FACTS.to_year),
    cost_band: edited(CARD_FACTS.cost_band),
    evidence: edited(CARD_FACTS.evidence),
    maturity: edited(CARD_FACTS.maturity),
    studies: edited(CARD_FACTS.studies),
    handle: edited(CARD_FACTS.handle),
    licence: edited(CARD_FACTS.licence),
    review_on: edited(CARD_FACTS.review_on),
  }),
});
export type SavePractice = z.infer<typeof savePractice>;

function mapped<K extends string, V, T>(of: Record<K, V>, make: (value: V) => T): Record<K, T> {
  return Object.fromEntries(
    Object.entries(of).map(([key, value]) => [key, make(value as V)]),
  ) as Record<K, T>;
}

/** What a reviewer cannot do without. A card that says nothing of what did not work is not finished. */
const NEEDED_TEXTS: readonly CardText[] = [
  'title',
  'one_line',
  'summary',
  'problem',
  'steps',
  'safeguards',
  'results',
  'did_not_work',
  'transfer_conditions',
  'contact',
];
const NEEDED_LISTS = ['themes', 'target_groups', 'stages'] as const;

/** The fields that are still empty and must not be when the card is submitted. */
export function missingFields(
  texts: Readonly<Partial<Record<CardText, string>>>,
  facts: Pick<CardFacts, (typeof NEEDED_LISTS)[number] | 'review_on'>,
): (CardText | CardFact)[] {
  return [
    ...NEEDED_TEXTS.filter((name) => (texts[name] ?? '').trim() === ''),
    ...NEEDED_LISTS.filter((name) => facts[name].length === 0),
    ...(facts.review_on === null ? (['review_on'] as const) : []),
  ];
}
