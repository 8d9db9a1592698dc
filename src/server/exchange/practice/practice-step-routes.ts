import { z } from 'zod';
import { missingFields } from '#domain/exchange/practice/card.ts';
import { afterStep } from '#domain/exchange/practice/practice-state.ts';
import { addEditor, renewPractice } from '#domain/exchange/practice/steps.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { sourceTexts, textsOf, type WholeRow, wordingsOf } from './practice-row.ts';
import { findPractice, mayOf, noteStep } from './practice-step.ts';
import { cardToShow, keepVersion, onlyTranslated, shownCard } from './practice-version.ts';

const params = z.object({ id });
type May = ReturnType<typeof mayOf>;

/** The steps of a card's way that its authors and the editors take. Reviews have routes of their own. */
export function addPracticeStepRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const take = (
    practice: string,
    by: string,
    right: keyof May,
    work: (taking: Taking, row: WholeRow) => Promise<Problem | null>,
  ): Promise<Problem | null> =>
    deps.exchange.as(by, async (taking) => {
      const row = await findPractice(taking, practice, 'to write');
      const may = row && mayOf(taking, row);
      if (row === null || !may?.read) return { code: 'gone' };
      if (!may[right]) return { code: 'practice_not_open' };
      return work(taking, row);
    });

  const step = (
    name: 'submit' | 'publication-request' | 'reopen' | 'archive',
    right: keyof May,
    work: (taking: Taking, row: WholeRow) => Promise<Problem | null>,
  ) =>
    app.post(
      `/api/exchange/practices/:id/${name}`,
      { schema: { params, response: { 204: z.null() } } },
      async (request, reply) => {
        const bar = await take(request.params.id, request.participant.id, right, work);
        return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
      },
    );

  step('submit', 'submit', async (taking, row) => {
    const missing = missingFields(sourceTexts(wordingsOf(row)), row);
    if (missing.length > 0) return { code: 'practice_incomplete', details: { fields: missing } };
    // What only the second editor sent back keeps its reviews.
    const reviewed = row.accepted_round === row.round && row.round > 0;
    await taking.client.query(
      `update exchange.practice set state = $2, round = $3, reviewers = $4, changed_at = $5,
         version = version + 1 where id = $1`,
      [
        ...[row.id, reviewed ? 'accepted' : 'submitted'],
        ...[reviewed ? row.round : row.round + 1, reviewed ? row.reviewers : [], deps.clock()],
      ],
    );
    await noteStep(taking, deps, 'submitted', row.id);
    return null;
  });

  step('publication-request', 'ask_publication', async (taking, row) => {
    if (row.state !== 'accepted' && !(await isTranslationOnly(taking, row)))
      return { code: 'practice_not_open' };
    const version = await keepVersion(taking, row, deps.clock());
    const asked = await askToPublish(taking, deps, {
      ...{ kind: 'practice', id: row.id, version },
      title: inLanguage(row.title, row.title.source).text,
      texts: textsOf(wordingsOf(row)),
    });
    if ('code' in asked) return asked;
    await taking.client.query(
      `update exchange.practice set state = 'accepted', changed_at = $2, version = version + 1 where id = $1`,
      [row.id, deps.clock()],
    );
    await noteStep(taking, deps, 'publication_asked', row.id);
    return null;
  });

  step('reopen', 'reopen', async (taking, row) => {
    await taking.client.query(
      `update exchange.practice set state = 'draft', accepted_round = null, changed_at = $2,
         version = version + 1 where id = $1`,
      [row.id, deps.clock()],
    );
    await noteStep(taking, deps, 'reopened', row.id);
    return null;
  });

  step('archive', 'archive', async (taking, row) => {
    const to = afterStep(row.state, 'archive');
    if (to === null) return { code: 'practice_not_open' };
    if (!taking.holdsAny('editor', 'organiser')) return { code: 'not_allowed' };
    await taking.client.query(
      'update exchange.practice_version set archived_at = $2 where practice_id = $1 and latest',
      [row.id, deps.clock()],
    );
    await taking.client.query(
      'update exchange.practice set state = $2, changed_at = $3, version = version + 1 where id = $1',
      [row.id, to, deps.clock()],
    );
    await noteStep(taking, deps, 'archived', row.id);
    return null;
  });

  app.post(
    '/api/exchange/practices/:id/renewal',
    { schema: { params, body: renewPractice, response: { 204: z.null() } } },
    async (request, reply) => {
      const { review_on } = request.body;
      const today = deps.clock().toISOString().slice(0, 10);
      const bar = await take(
        request.params.id,
        request.participant.id,
        'renew',
        async (taking, row) => {
          if (review_on <= today) return { code: 'day_in_the_past' };
          if (!taking.holdsAny('editor', 'organiser')) return { code: 'not_allowed' };
          await taking.client.query(
            'update exchange.practice_version set review_on = $2 where practice_id = $1 and latest',
            [row.id, review_on],
          );
          await taking.client.query(
            'update exchange.practice set review_on = $2, version = version + 1 where id = $1',
            [row.id, review_on],
          );
          await noteStep(taking, deps, 'renewed', row.id);
          return null;
        },
      );
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );

  app.post(
    '/api/exchange/practices/:id/editors',
    { schema: { params, body: addEditor, response: { 204: z.null() } } },
    async (request, reply) => {
      const bar = await take(
        request.params.id,
        request.participant.id,
        'write',
        async (taking, row) => {
          // Whether the address has an account is not told.
          await taking.client.query(
            `update exchange.practice set editors = array(select distinct e from unnest(editors || a.id) e)
             from exchange_auth.account a
            where exchange.practice.id = $1 and lower(a.email) = lower($2) and a.disabled_at is null
              and cardinality(editors) < 20 and a.id <> author_id`,
            [row.id, request.body.email],
          );
          await noteStep(taking, deps, 'editor_added', row.id);
          return null;
        },
      );
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );
}

/** True where the draft differs from what is published in its translations only. */
async function isTranslationOnly({ client }: Taking, row: WholeRow): Promise<boolean> {
  const { rows } = await client.query<{ card: unknown }>(
    'select card from exchange.practice_version where practice_id = $1 and latest',
    [row.id],
  );
  const before = shownCard.safeParse(rows[0]?.card);
  return before.success && onlyTranslated(before.data, cardToShow(row, []));
}
