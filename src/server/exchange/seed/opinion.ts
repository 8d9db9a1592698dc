import type pg from 'pg';
import type { Vote } from '#domain/exchange/opinion/vote.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { countRound } from '../opinion/count-round.ts';
import { seeded } from '../opinion/seeded.ts';
import { editionId } from './editions.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { type DemoStatement, FIRST_WEEKS, WORK } from './opinion-statements.ts';
import { participantId, SEED_TIME, told } from './told.ts';

const SAYS: readonly Vote[] = ['agree', 'disagree', 'pass'];
/** Whoever signs in has not voted yet. */
const VOTERS = DEMO_EXPERTS.filter(({ title }) => title === undefined);

/** Two polls of the coming conference: one counted, of two minds; one open, to which everybody may still vote. */
export async function seedOpinion(owner: pg.ClientBase, _today: string, now: Date): Promise<void> {
  const title = told(
    'What the first weeks need',
    'Что нужно в первые недели',
    'Birinchi haftalarda nima kerak',
  );
  const counted = await poll(owner, 'first-weeks', title, FIRST_WEEKS);
  await votes(owner, counted, FIRST_WEEKS, VOTERS);
  // Counted by the very function that a moderator's click runs, in his name.
  await owner.query('select exchange.begin($1)', [participantId('meilin')]);
  let made = 0;
  const deps = { clock: () => now, newId: () => fixedId(`exchange:opinion:log:${made++}`) };
  await countRound(deps, owner, participantId('meilin'), counted, 'before');
  await owner.query('select exchange.begin(null)');
  const open = await poll(
    owner,
    'work',
    told(
      'Work and income: what helps?',
      'Работа и доход: что помогает?',
      'Ish va daromad: nima yordam beradi?',
    ),
    WORK,
  );
  await votes(owner, open, WORK, VOTERS.slice(0, 23));
  await owner.query(
    `insert into exchange.opinion_statement (id, poll_id, wording, proposed_by, state)
     values ($1, $2, $3, $4, 'proposed')`,
    [
      ...[fixedId('exchange:opinion:work:proposed'), open],
      JSON.stringify(told('Travel to a course should be paid in advance.')),
      participantId('lukas'),
    ],
  );
}

async function poll(
  owner: pg.ClientBase,
  code: string,
  title: ReturnType<typeof told>,
  statements: readonly DemoStatement[],
): Promise<string> {
  const id = fixedId(`exchange:opinion:${code}`);
  await owner.query(
    'insert into exchange.opinion_poll (id, edition_id, title, created_at) values ($1, $2, $3, $4)',
    [id, editionId('homecoming-2'), JSON.stringify(title), SEED_TIME],
  );
  for (const [at, { said }] of statements.entries()) {
    await owner.query(
      `insert into exchange.opinion_statement (id, poll_id, wording, proposed_by, state)
       values ($1, $2, $3, $4, 'let_in')`,
      [statementId(id, at), id, JSON.stringify(told(...said)), participantId('meilin')],
    );
  }
  await owner.query(
    `insert into exchange.opinion_round (poll_id, phase, opened_at) values ($1, 'before', $2)`,
    [id, SEED_TIME],
  );
  return id;
}

const statementId = (poll: string, at: number) => fixedId(`${poll}:${at}`);

/** Most say what their mind says, some do not, and nobody votes on everything. */
async function votes(
  owner: pg.ClientBase,
  poll: string,
  statements: readonly DemoStatement[],
  voters: readonly { id: string }[],
): Promise<void> {
  const random = seeded(poll);
  const rows = voters.flatMap(({ id }, person) =>
    statements.flatMap(({ minds }, at) => {
      if (random() < 0.1) return [];
      const mind = minds[person % 5 < 3 ? 0 : 1] ?? null;
      const astray = SAYS[Math.floor(random() * 3)];
      const answer = mind === null || random() < 0.15 ? astray : mind;
      return [{ statement: statementId(poll, at), participant: id, answer }];
    }),
  );
  await owner.query(
    `insert into exchange.opinion_vote (poll_id, phase, statement_id, participant_id, answer)
     select $1, 'before', statement, participant, answer
     from jsonb_to_recordset($2) as v (statement uuid, participant uuid, answer text)`,
    [poll, JSON.stringify(rows)],
  );
}
