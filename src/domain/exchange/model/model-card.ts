import { z } from 'zod';
import { id } from '../../id.ts';
import { country, packageHash, packageManifest } from '../../model-package/package-file.ts';
import { day, instant } from '../../time.ts';
import { sourcePractice, sourceRecommendation } from '../recommendation/came-of.ts';
import { said, wording } from '../wording.ts';

export { country };

/** Draft until a second editor has published it; what is taken down is nobody's to read. */
export const CARD_STATES = ['draft', 'waiting', 'published', 'taken_down'] as const;
/** The country experience review: the dossier is written, peers ask, questions are closed. */
export const REVIEW_STATES = ['preparing', 'open', 'closed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What the dossier of a review tells, in this order. */
export const SECTION_KINDS = [
  'context',
  'preparation',
  'working',
  'not_working',
  'results',
  'costs',
  'advice',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A model that a country offers: said in one language, put into the others later. */
export const newCard = z.strictObject({
  id,
  title: said,
  summary: said,
  country,
  institution_id: id.nullable(),
});
export type NewCard = z.infer<typeof newCard>;

export const writeSection = z.strictObject({ text: said });
/** The practice of the library from which the model grew; null = none. */
export const growsFrom = z.strictObject({ practice_id: id.nullable() });
export const setReview = z.strictObject({ review: z.enum(['open', 'closed']) });
export const askQuestion = z.strictObject({ id, question: said });
export const answerQuestion = z.strictObject({ answer: said });
/** A body said that it stands behind the model: which one, where and when, and of which version. */
export const endorse = z.strictObject({
  id,
  body: said,
  words: said,
  /** The conference where it was said, or null. */
  edition_id: id.nullable(),
  session_id: id.nullable(),
  decided_on: day,
  model_version: z.int().min(1).max(100_000),
});
export type Endorse = z.infer<typeof endorse>;

export const modelFile = z.object({
  ...{ hash: packageHash, manifest: packageManifest, key: z.string(), uploaded_at: instant },
  published: z.boolean(),
});
export type ModelFile = z.infer<typeof modelFile>;

export const modelQuestion = z.object({
  ...{ id, question: wording, answer: wording.nullable(), country: country.nullable() },
  ...{ asked_at: instant, answered_at: instant.nullable(), own: z.boolean() },
});
export type ModelQuestion = z.infer<typeof modelQuestion>;

export const modelSection = z.object({ id, kind: z.enum(SECTION_KINDS), body: wording });
export type ModelSection = z.infer<typeof modelSection>;

export const modelEndorsement = z.object({
  ...{ id, body: wording, words: wording, decided_on: day, model_version: z.int() },
  ...{ edition: z.object({ slug: z.string(), title: wording }).nullable() },
  session: wording.nullable(),
});
export type ModelEndorsement = z.infer<typeof modelEndorsement>;

/** A line in the list of models. */
export const cardLine = z.object({
  ...{ id, slug: z.string(), title: wording, country, state: z.enum(CARD_STATES) },
  ...{ review: z.enum(REVIEW_STATES), version: z.int() },
});
export type CardLine = z.infer<typeof cardLine>;

/** A card whole, as those see it who work on it. */
export const modelCard = cardLine.extend({
  ...{ summary: wording, institution_id: id.nullable(), published_at: instant.nullable() },
  /** From which practice it grew, as long as readers may open it. */
  practice: sourcePractice.nullable(),
  /** Of which recommendations it came. */
  recommendations: z.array(sourceRecommendation),
  files: z.array(modelFile),
  sections: z.array(modelSection),
  questions: z.array(modelQuestion),
  endorsements: z.array(modelEndorsement),
  /** What whoever asks may do with it. */
  may: z.object({ edit: z.boolean(), ask: z.boolean(), endorse: z.boolean() }),
});
export type ModelCard = z.infer<typeof modelCard>;

/** What readers see: exactly what the second editor had before them, kept apart from what is worked on. */
export const shownCard = modelCard
  .pick({ title: true, summary: true, country: true, institution_id: true })
  .extend({
    review: z.enum(REVIEW_STATES),
    sections: z.array(modelSection),
    questions: z.array(modelQuestion.omit({ own: true })),
    endorsements: z.array(modelEndorsement),
    file: packageHash.nullable(),
    /** Absent on a card that went out before cards had it. */
    practice_id: id.nullable().optional(),
  });
export type ShownCard = z.infer<typeof shownCard>;

/** How far a review has come, as readers are told. */
export const REVIEW_STEPS = ['preparing', 'open', 'closed', 'endorsed'] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];

export function reviewStep(review: ReviewState, endorsements: readonly unknown[]): ReviewStep {
  return endorsements.length > 0 ? 'endorsed' : review;
}

/** Peers ask, and nobody is a peer of their own country; organisations are peers of every country. */
export function isPeer(cardCountry: string, participantCountry: string | null): boolean {
  return cardCountry !== participantCountry;
}

/** Why a card cannot go out yet, or null. */
export function missingToPublish(card: {
  readonly files: readonly unknown[];
  readonly sections: readonly unknown[];
}): 'model_file_missing' | 'model_dossier_missing' | null {
  if (card.files.length === 0) return 'model_file_missing';
  return card.sections.length === 0 ? 'model_dossier_missing' : null;
}

/** Every text that goes out with a card, by field and language, for the second editor's check. */
export function textsOfCard(card: ShownCard): Record<string, string> {
  const texts: Record<string, string> = {};
  const add = (field: string, value: z.infer<typeof wording> | null) => {
    for (const [lang, { text }] of Object.entries(value?.versions ?? {})) {
      texts[`${field}.${lang}`] = text;
    }
  };
  add('title', card.title);
  add('summary', card.summary);
  for (const { kind, body } of card.sections) add(`dossier.${kind}`, body);
  card.questions.forEach(({ question, answer }, at) => {
    add(`question.${at + 1}`, question);
    add(`answer.${at + 1}`, answer);
  });
  card.endorsements.forEach(({ body, words }, at) => {
    add(`endorsement.${at + 1}.body`, body);
    add(`endorsement.${at + 1}.words`, words);
  });
  return texts;
}
