import type pg from 'pg';
import type { ShownCard } from '#domain/exchange/model/model-card.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { dayFrom, editionId } from './editions.ts';
import { demoPackage } from './model-package.ts';
import { ENDORSEMENT, QUESTIONS, SECTIONS, SUMMARY, TITLE } from './model-texts.ts';
import { practiceId } from './practice.ts';
import { demoRecommendation } from './recommendation/recommendations.ts';
import { institutionId, participantId, SEED_TIME } from './told.ts';

export const DEMO_MODEL = {
  ...{ id: fixedId('exchange:model:homeward'), slug: 'uz-support-after-coming-home', version: 2 },
} as const;

/** One model with its package, its review by peers and its endorsement at the first edition. */
export async function seedModels(owner: pg.ClientBase, today: string): Promise<void> {
  const { id, slug } = DEMO_MODEL;
  const made = demoPackage();
  const by = participantId('nodira');
  const at = SEED_TIME.toISOString();
  const sections = SECTIONS.map(([kind, body]) => ({
    ...{ id: fixedId(`exchange:model-section:${kind}`), kind, body },
  }));
  const questions = QUESTIONS.map(({ asker, country, question, answer }) => ({
    ...{ id: fixedId(`exchange:model-question:${asker}`), asker, country, question, answer },
    ...{ asked_at: at, answered_at: answer === null ? null : at },
  }));
  const edition = await editionTitle(owner);
  const endorsement = {
    ...{ id: fixedId('exchange:model-endorsement:1'), ...ENDORSEMENT, model_version: 2 },
    ...{ decided_on: dayFrom(today, -329), edition: { slug: 'homecoming-1', title: edition } },
    session: null,
  };
  const shown: ShownCard = {
    ...{ title: TITLE, summary: SUMMARY, country: 'UZ', institution_id: institutionId('registan') },
    ...{ review: 'open', sections, endorsements: [endorsement], file: made.hash },
    practice_id: practiceId('bridge-classes'),
    questions: questions
      .filter(({ answer }) => answer !== null)
      .map(({ asker: _asker, ...question }) => question),
  };
  await owner.query(
    `insert into exchange.model_card (id, slug, title, summary, country, institution_id, state, review,
       shown, published_at, created_by, created_at, practice_id)
     values ($1, $2, $3, $4, 'UZ', $5, 'published', 'open', $6, $7, $8, $7, $9)`,
    [
      ...[id, slug, JSON.stringify(TITLE), JSON.stringify(SUMMARY), institutionId('registan')],
      ...[JSON.stringify(shown), SEED_TIME, by, practiceId('bridge-classes')],
    ],
  );
  // What the first dialogue said of the first ten days became its first week.
  await owner.query(
    `update exchange.recommendation set came_of_kind = 'model', came_of_id = $2 where id = $1`,
    [demoRecommendation('homecoming-1', 3), id],
  );
  await owner.query(
    `insert into exchange.model_file (id, card_id, hash, file, manifest, public_key, uploaded_by,
       uploaded_at, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      ...[fixedId('exchange:model-file:1'), id, made.hash, made.file],
      ...[JSON.stringify(made.manifest), made.key, by, SEED_TIME],
    ],
  );
  for (const { id: section, kind, body } of sections) {
    await owner.query(
      'insert into exchange.model_section (id, card_id, kind, body) values ($1, $2, $3, $4)',
      [section, id, kind, JSON.stringify(body)],
    );
  }
  for (const { id: question, asker, country, question: words, answer } of questions) {
    await owner.query(
      `insert into exchange.model_question (id, card_id, asked_by, country, question, asked_at, answer,
         answered_by, answered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[question, id, participantId(asker), country, JSON.stringify(words), SEED_TIME],
        ...(answer === null ? [null, null, null] : [JSON.stringify(answer), by, SEED_TIME]),
      ],
    );
  }
  await owner.query(
    `insert into exchange.model_endorsement (id, card_id, body, words, edition_id, decided_on,
       model_version, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, 2, $7, $8)`,
    [
      ...[endorsement.id, id, JSON.stringify(ENDORSEMENT.body), JSON.stringify(ENDORSEMENT.words)],
      ...[editionId('homecoming-1'), endorsement.decided_on, by, SEED_TIME],
    ],
  );
}

async function editionTitle(owner: pg.ClientBase) {
  const { rows } = await owner.query('select title from exchange.edition where id = $1', [
    editionId('homecoming-1'),
  ]);
  return rows[0].title;
}
