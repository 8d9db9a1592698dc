import {
  agenda,
  agendaQuery,
  sessions,
  unansweredList,
  unansweredQuery,
} from '#domain/case/commission-list.ts';
import { caseNumber } from '#domain/case/row.ts';
import { dayAt } from '#domain/zone.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { lastUnanswered } from '../evidence/frozen-unanswered.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

const DAY = 86_400_000;
/** No list is longer on a page, whoever asks. */
const PAGE = 50;
const MOST = 200;

/** What commissions decided and nobody has answered, and agendas that name no one. */
export function addCommissionRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/commission/unanswered',
    { schema: { querystring: unansweredQuery, response: { 200: unansweredList } } },
    async (request, reply) => {
      const { after } = request.query;
      const found = await deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'supervisor' && acting.role !== 'coordinator') return null;
        const model = await newestModel(acting);
        if (model?.commissions === undefined) return null;
        const { silence_days, source_citation, verified } = model.commissions;
        const rule = { silence_days, source_citation, verified };
        const today = dayAt(deps.clock().toISOString(), model.time_zone);
        if (acting.role === 'coordinator') {
          return { ...rule, waiting: null, next: null, counts: await lastUnanswered(acting) };
        }
        const waiting = await waitingOf(acting, today, silence_days, after);
        const details = { list: 'commission_unanswered', rows: waiting.length };
        await logRead(acting, { action: 'listed', details }, deps.clock());
        const last = waiting.length === PAGE ? waiting.at(-1) : undefined;
        const next = last === undefined ? null : `${last.decided_on}.${last.id}`;
        return { ...rule, waiting, next, counts: null };
      });
      return found ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.get(
    '/api/commission/sessions',
    { schema: { response: { 200: sessions } } },
    async (request, reply) => {
      const found = await deps.database.as(request.actor, async (acting) =>
        acting.role === 'supervisor' ? sessionsOf(acting) : null,
      );
      return found === null ? sendProblem(reply, { code: 'gone' }) : { sessions: found };
    },
  );

  app.get(
    '/api/commission/agenda',
    { schema: { querystring: agendaQuery, response: { 200: agenda } } },
    async (request, reply) => {
      const { commission, session_on } = request.query;
      const found = await deps.database.as(request.actor, async (acting) => {
        if (acting.role !== 'supervisor') return null;
        const rows = await acting.tx
          .selectFrom('commission_matter')
          .select('case_id')
          .where('commission', '=', commission)
          .where('session_on', '=', session_on)
          .where('decided_on', 'is', null)
          .where('over_on', 'is', null)
          .execute();
        const details = { list: 'commission_agenda', rows: rows.length };
        await logRead(acting, { action: 'printed', details }, deps.clock());
        // By number: the order in which they were written down says nothing either.
        return rows.map(({ case_id }) => caseNumber(case_id)).toSorted();
      });
      return found === null ? sendProblem(reply, { code: 'gone' }) : { numbers: found };
    },
  );
}

async function waitingOf(
  acting: Acting,
  today: string,
  silence: number,
  after: { readonly decided_on: string; readonly id: string } | undefined,
) {
  const before = new Date(Date.parse(today) - silence * DAY).toISOString().slice(0, 10);
  let query = acting.tx
    .selectFrom('commission_matter')
    .select(['id', 'case_id', 'agency', 'decided_on', 'due_on'])
    .where('decided_on', '<', before)
    .where('over_on', 'is', null);
  if (after !== undefined) {
    const { decided_on, id } = after;
    query = query.where((row) =>
      row.or([
        row('decided_on', '>', decided_on),
        row.and([row('decided_on', '=', decided_on), row('id', '>', id)]),
      ]),
    );
  }
  const rows = await query.orderBy('decided_on').orderBy('id').limit(PAGE).execute();
  return rows.map(({ case_id, agency, decided_on, due_on, ...row }) => ({
    ...{ ...row, case_id, number: caseNumber(case_id), agency: agency ?? '' },
    ...{ decided_on: decided_on ?? today, due_on: due_on ?? today },
    days: Math.round((Date.parse(today) - Date.parse(decided_on ?? today)) / DAY),
  }));
}

async function sessionsOf(acting: Acting) {
  const rows = await acting.tx
    .selectFrom('commission_matter')
    .select((row) => ['commission', 'session_on', row.fn.countAll<string>().as('matters')])
    .where('decided_on', 'is', null)
    .where('over_on', 'is', null)
    .groupBy(['commission', 'session_on'])
    .orderBy('session_on')
    .orderBy('commission')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, matters: Number(row.matters) }));
}
