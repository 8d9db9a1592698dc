import type pg from 'pg';
import {
  CARD_FACT_NAMES,
  CARD_TEXT_NAMES,
  type CardFacts,
} from '#domain/exchange/practice/card.ts';
import { folded } from '#domain/exchange/practice/search.ts';
import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import { personCheck } from '#domain/person-check.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { textsOf, WHOLE, type WholeRow } from '../practice/practice-row.ts';
import { cardToShow, type ShownReview } from '../practice/practice-version.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { DEMO_PRACTICES } from './practice/demo-practices.ts';
import { DEMO_REVIEWS } from './practice/demo-reviews.ts';
import type { DemoPractice, DemoText } from './practice/practice-text.ts';
import { institutionId, participantId } from './told.ts';

const LANGUAGES = ['en', 'ru', 'uz-Latn'] as const;
const NO_FACTS: CardFacts = {
  ...{ country: 'UZ', scope: null, themes: [], target_groups: [], stages: [] },
  ...{ from_year: null, to_year: null, cost_band: null, evidence: {}, studies: [], handle: null },
  maturity: { criteria: [], places: 0, in_a_norm: false },
  ...{ licence: 'CC-BY-4.0', review_on: null },
};

export function practiceId(key: string): string {
  return fixedId(`exchange:practice:${key}`);
}

/** The library: twenty cards on their way, with the reviews that two colleagues of other countries gave. */
export async function seedPractice(owner: pg.ClientBase, today: string, now: Date): Promise<void> {
  for (const [at, card] of DEMO_PRACTICES.entries()) {
    const made = new Date(now.getTime() - (60 - at) * 86_400_000);
    await addCard(owner, card, today, made);
    await addReviews(owner, card, made);
    if (card.state === 'published' || card.state === 'accepted')
      await addVersion(owner, card, made);
  }
}

async function addCard(owner: pg.ClientBase, card: DemoPractice, today: string, made: Date) {
  const author = DEMO_EXPERTS.find((one) => one.username === card.author);
  if (author === undefined) throw new Error(`nobody writes ${card.key}`);
  const facts: CardFacts = {
    ...NO_FACTS,
    review_on: `${Number(today.slice(0, 4)) + 2}-06-30`,
    ...card.facts,
  };
  const names = [...CARD_TEXT_NAMES, ...CARD_FACT_NAMES];
  const values = [
    ...CARD_TEXT_NAMES.map((name) => {
      const said = card.texts[name];
      return said === undefined ? null : JSON.stringify(wordingOf(card, said, author.name, made));
    }),
    ...CARD_FACT_NAMES.map((name) =>
      name === 'evidence' || name === 'maturity' || name === 'studies'
        ? JSON.stringify(facts[name])
        : facts[name],
    ),
  ];
  const reviewed = !['draft', 'submitted'].includes(card.state);
  await owner.query(
    `insert into exchange.practice (id, author_id, institution_id, state, round, accepted_round,
       published_version, created_at, changed_at, ${names.join(', ')})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, ${names.map((_, at) => `$${at + 9}`).join(', ')})`,
    [
      ...[practiceId(card.key), author.id, institutionId(author.institution), card.state],
      card.state === 'draft' ? 0 : 1,
      reviewed && card.state !== 'in_review' && card.state !== 'returned' ? 1 : null,
      card.state === 'published' ? 1 : null,
      ...[made, ...values],
    ],
  );
}

function wordingOf(card: DemoPractice, said: DemoText, by: string, at: Date): Wording {
  const texts = typeof said === 'string' ? { [card.source]: said } : byLanguage(said);
  let made = newWording({ lang: card.source, text: texts[card.source] ?? '' }, by, at);
  for (const [lang, text] of Object.entries(texts)) {
    if (lang === card.source) continue;
    const next = reword(made, { lang, text }, made.revision, 'Otabek Juraev', at);
    if (!('code' in next)) made = next;
  }
  return made;
}

function byLanguage(said: readonly string[]): Record<string, string> {
  return Object.fromEntries(LANGUAGES.map((lang, at) => [lang, said[at] ?? '']));
}

async function addReviews(owner: pg.ClientBase, card: DemoPractice, made: Date) {
  const reviewers = reviewersOf(card);
  const reviews = DEMO_REVIEWS[card.key] ?? DEMO_REVIEWS[card.state] ?? [];
  for (const [at, review] of reviews.entries()) {
    const reviewer = reviewers[at];
    if (reviewer === undefined) continue;
    const given = review.decision !== null;
    await owner.query(
      `insert into exchange.practice_review (id, practice_id, round, reviewer_id, country, asked_by, asked_at,
         decision, criteria, contested, summary, language, decided_at)
       values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[fixedId(`exchange:review:${card.key}:${at}`), practiceId(card.key), reviewer.id],
        ...[reviewer.country, participantId('nodira'), made, review.decision],
        given ? JSON.stringify(review.criteria) : null,
        review.contested ?? [],
        given ? review.summary : null,
        ...[given ? 'en' : null, given ? new Date(made.getTime() + (at + 5) * 86_400_000) : null],
      ],
    );
  }
  if (card.state !== 'in_review') return;
  await owner.query('update exchange.practice set reviewers = $2 where id = $1', [
    practiceId(card.key),
    reviewers.slice(0, reviews.length).map(({ id }) => id),
  ]);
}

/** Two colleagues of other countries; those who sign in to the demo first. */
function reviewersOf(card: DemoPractice) {
  return ['ravshan', 'anneke', 'kavita.iyer', 'saule.kenzhebek']
    .flatMap((username) => DEMO_EXPERTS.find((one) => one.username === username) ?? [])
    .filter((one) => one.country !== card.facts.country && one.username !== card.author)
    .slice(0, 2);
}

async function addVersion(owner: pg.ClientBase, card: DemoPractice, made: Date) {
  const id = practiceId(card.key);
  const { rows } = await owner.query<WholeRow>(
    `select ${WHOLE} from exchange.practice p where p.id = $1`,
    [id],
  );
  const { rows: given } = await owner.query(
    `select country, decision, criteria, contested, summary, language, decided_at
       from exchange.practice_review where practice_id = $1 and decision is not null order by decided_at`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`${card.key} is not there`);
  const reviews: ShownReview[] = given.map((one) => ({
    ...one,
    decided_at: one.decided_at.toISOString(),
  }));
  const shown = cardToShow(row, reviews);
  const texts = textsOf(shown.texts);
  const published = card.state === 'published' ? new Date(made.getTime() + 9 * 86_400_000) : null;
  const titles = Object.values(shown.texts.title.versions).map(({ text }) => text);
  await owner.query(
    `insert into exchange.practice_version (practice_id, version, card, words, word_index, made_at,
       published_at, review_on, latest)
     values ($1, 1, $2, $3, setweight(to_tsvector('simple', $4), 'A') || to_tsvector('simple', $3), $5, $6,
       $7, $8)`,
    [
      ...[id, JSON.stringify(shown), folded(Object.values(texts).join(' '))],
      ...[folded(titles.join(' ')), made, published, row.review_on, published !== null],
    ],
  );
  await owner.query(
    `insert into exchange.publication (id, subject_kind, subject_id, version, title, asked_by, asked_at,
       texts, findings, state, decided_by, decided_at)
     values ($1, 'practice', $2, 1, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[fixedId(`exchange:publication:${card.key}`), id, titles[0], row.author_id, made],
      ...[JSON.stringify(texts), JSON.stringify(personCheck(texts))],
      published === null ? 'waiting' : 'published',
      published === null ? null : participantId('nodira'),
      published,
    ],
  );
}
