import { z } from 'zod';
import {
  newActivity,
  newIndicator,
  newOwners,
  newReport,
  nextReview,
  reportRefusal,
} from '#domain/exchange/recommendation/follow-up.ts';
import { newWording, type Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import { personCheck } from '#domain/person-check.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { betrayingWords, hardFinds } from '../publication/betraying-words.ts';
import { lockRecommendation } from './recommendation-rows.ts';
import { recommendationWholeOf } from './recommendation-whole.ts';
import { tell } from './tell.ts';

const params = z.object({ id });
const gone: Problem = { code: 'gone' };
const notAllowed: Problem = { code: 'not_allowed' };
const unknown = (path: string): Problem => ({
  ...{ code: 'invalid_input', fields: [{ path: `body.${path}`, code: 'unknown' }] },
});

/** What follows adoption: owners, the indicator, activities, reports, and what came of it. */
export function addFollowUpRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.put(
    '/api/exchange/recommendations/:id/owners',
    { schema: { params, body: newOwners } },
    async (request, reply) => {
      const { lead_id, co_owner_ids, due_on, review_on } = request.body;
      const { id: wanted } = request.params;
      const problem = await deps.exchange.as(request.participant.id, async (taking) => {
        const { client } = taking;
        const found = await recommendationWholeOf(taking, { id: wanted }, deps.clock());
        if (found === null) return gone;
        if (!found.abilities.organise) return notAllowed;
        const ids = lead_id === null ? co_owner_ids : [lead_id, ...co_owner_ids];
        if (new Set(ids).size < ids.length)
          return {
            code: 'invalid_input' as const,
            fields: [{ path: 'body.co_owner_ids', code: 'twice' }],
          };
        const { rows } = await client.query<{ id: string }>(
          'select id from exchange.institution where id = any ($1)',
          [ids],
        );
        const known = new Set(rows.map((one) => one.id));
        if (lead_id !== null && !known.has(lead_id)) return unknown('lead_id');
        if (co_owner_ids.some((one) => !known.has(one))) return unknown('co_owner_ids');
        await client.query(
          `update exchange.recommendation set lead_id = $2, co_owner_ids = $3, due_on = $4,
             review_on = $5, version = version + 1 where id = $1`,
          [wanted, lead_id, co_owner_ids, due_on, review_on],
        );
        await tell(taking, deps, 'owner_named', wanted);
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.put(
    '/api/exchange/recommendations/:id/indicator',
    { schema: { params, body: newIndicator } },
    async (request, reply) => {
      const { lang, name, base, target, unit } = request.body;
      const { id: wanted } = request.params;
      const problem = await deps.exchange.as(request.participant.id, async (taking) => {
        const found = await recommendationWholeOf(taking, { id: wanted }, deps.clock());
        if (found === null) return gone;
        if (!ownsOrOrganises(found.abilities)) return notAllowed;
        const betrays = betrayingWords({ name });
        if (betrays !== null) return betrays;
        await taking.client.query(
          `update exchange.recommendation set indicator_name = $2, indicator_base = $3,
             indicator_target = $4, indicator_unit = $5, version = version + 1 where id = $1`,
          [
            ...[wanted, JSON.stringify(newWording({ lang, text: name }, null, deps.clock()))],
            ...[base, target, unit],
          ],
        );
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.put(
    '/api/exchange/recommendations/:id/activities/:activity',
    { schema: { params: params.extend({ activity: id }), body: newActivity } },
    async (request, reply) => {
      const { lang, title, starts_on, ends_on, done_on } = request.body;
      const { id: wanted, activity } = request.params;
      const now = deps.clock();
      const problem = await deps.exchange.as(request.participant.id, async (taking) => {
        const { client } = taking;
        const found = await recommendationWholeOf(taking, { id: wanted }, now);
        if (found === null) return gone;
        if (!ownsOrOrganises(found.abilities)) return notAllowed;
        const betrays = betrayingWords({ title });
        if (betrays !== null) return betrays;
        if (done_on !== null && done_on > found.today)
          return {
            code: 'day_in_the_future' as const,
            fields: [{ path: 'body.done_on', code: 'day_in_the_future' }],
          };
        const before = found.activities.find((one) => one.id === activity);
        if (before === undefined && found.activities.length >= MOST_ACTIVITIES)
          return { code: 'invalid_input' as const, fields: [{ path: 'body', code: 'too_many' }] };
        const text = before === undefined ? null : retitled(before.title, lang, title, now);
        const words = text ?? newWording({ lang, text: title }, null, now);
        const { rowCount } = await client.query(
          `insert into exchange.activity (id, recommendation_id, title, starts_on, ends_on, done_on,
             institution_id, created_at)
           values ($1, $2, $3, $4, $5, $6,
             (select institution_id from exchange.participant where id = exchange.me()), $7)
           on conflict (id) do update set title = excluded.title, starts_on = excluded.starts_on,
             ends_on = excluded.ends_on, done_on = excluded.done_on
           where activity.recommendation_id = excluded.recommendation_id`,
          [activity, wanted, JSON.stringify(words), starts_on, ends_on, done_on, now],
        );
        return rowCount === 1 ? null : gone;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/exchange/recommendations/:id/reports',
    { schema: { params, body: newReport } },
    async (request, reply) => {
      const { body, participant } = request;
      const { id: wanted } = request.params;
      const now = deps.clock();
      const problem = await deps.exchange.as(participant.id, async (taking) => {
        const { client } = taking;
        await lockRecommendation(taking, wanted);
        const found = await recommendationWholeOf(taking, { id: wanted }, now);
        if (found === null) return gone;
        // The same report again, after an answer that was lost.
        if (found.reports.some((one) => one.id === body.id)) return null;
        const { report: part } = found.abilities;
        const adopted = found.adopted_on !== null;
        if (part === null && adopted && found.replaced_by === null) return notAllowed;
        const replaced = found.replaced_by !== null;
        const state = { status: found.status, adopted, replaced };
        const code = reportRefusal(state, part ?? 'co_owner', body);
        if (code === 'reason_missing')
          return { code, fields: [{ path: 'body.words', code: 'required' }] };
        if (code !== null) return { code };
        const { lang, words, status, value, evidence } = body;
        const said = words === null || words.trim() === '' ? null : { lang, text: words };
        const texts = said === null ? {} : { [`words.${said.lang}`]: said.text };
        const betrays = hardFinds(texts);
        if (betrays !== null) return betrays;
        await client.query(
          `insert into exchange.progress_report (id, recommendation_id, institution_id, participant_id,
             status, words, value, evidence, reported_on, at, held)
           values ($1, $2, case when $3 then null else
             (select institution_id from exchange.participant where id = $4) end, $4, $5, $6, $7, $8, $9,
             $10, $11)`,
          [
            ...[body.id, wanted, part === 'organiser', participant.id, status],
            said === null ? null : JSON.stringify(newWording(said, null, now)),
            ...[value, evidence, found.today, now, personCheck(texts).length > 0],
          ],
        );
        // Words in which the check finds something wait for a second editor; the state of the work does not.
        if (personCheck(texts).length > 0)
          await askToPublish(taking, deps, {
            ...{ kind: 'report', id: body.id, version: 1, texts },
            title: found.text.versions[found.text.source]?.text ?? status,
          });
        await client.query(
          `update exchange.recommendation set status = $2, review_on = $3, version = version + 1
           where id = $1`,
          [wanted, status, nextReview(status, found.today)],
        );
        await tell(taking, deps, 'reported', wanted, { details: { status } });
        return null;
      });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );
}

const MOST_ACTIVITIES = 50;

function ownsOrOrganises(abilities: {
  readonly organise: boolean;
  readonly report: string | null;
}): boolean {
  return abilities.organise || abilities.report !== null;
}

/** The title in the language in which it was said now, its other versions kept. */
function retitled(before: Wording, lang: string, title: string, now: Date): Wording | null {
  if (lang !== before.source) return null;
  const same = before.versions[lang]?.text === title;
  if (same) return before;
  const revision = before.revision + 1;
  const version = { text: title, of: revision, by: null, at: now.toISOString() };
  return { ...before, revision, versions: { ...before.versions, [lang]: version } };
}
