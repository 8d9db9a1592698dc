import { z } from 'zod';
import {
  type ComplaintAct,
  complaint,
  complaintAct,
  complaintCount,
  complaintPage,
} from '#domain/complaint/complaint.ts';
import { owedOf, type Step, standingOf } from '#domain/complaint/standing.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { instant } from '#domain/time.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { decodeCursor, encodeCursor } from '../page-cursor.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { complaintById, complaintRows, listedOf } from './complaint-rows.ts';
import { sweepComplaints } from './sweep-complaints.ts';

const params = z.object({ id });
const cursor = z.tuple([instant, z.uuid()]);
const PAGE = 50;

/**
 * What the complaints officer reads and does. To everybody else there is no complaint; a coordinator
 * gets a bare count. No row of the read log says which file one is about: nobody has looked.
 */
export function addComplaintRoutes(app: ServerApp, deps: Deps): void {
  sweepComplaints(app, deps);

  app.get(
    '/api/complaints',
    {
      schema: {
        querystring: z.strictObject({ after: z.string().max(300).optional() }),
        response: { 200: complaintPage },
      },
    },
    async (request, reply) => {
      const now = deps.clock();
      const after = decodeCursor(cursor, request.query.after);
      const found = await deps.database.as(request.actor, async (acting) => {
        if (!hears(acting)) return null;
        const rows = await complaintRows(acting, after, PAGE);
        const details = { rows: rows.length };
        await logRead(acting, { action: 'complaints_listed', details }, now);
        const model = await newestModel(acting);
        return rows.map((row) => listedOf(row, model, now));
      });
      if (found === null) return sendProblem(reply, gone);
      const last = found.length === PAGE ? found.at(-1) : undefined;
      const next = last === undefined ? null : encodeCursor([last.received_at, last.id]);
      return { complaints: found, next };
    },
  );

  app.get(
    '/api/complaints/:id',
    { schema: { params, response: { 200: complaint } } },
    async (request, reply) => {
      const now = deps.clock();
      const found = await deps.database.as(request.actor, async (acting) => {
        if (!hears(acting)) return null;
        const model = await newestModel(acting);
        const one = await complaintById(acting, request.params.id, model, now);
        if (one !== null) await logRead(acting, { action: 'complaint_opened' }, now);
        return one;
      });
      return found ?? sendProblem(reply, gone);
    },
  );

  app.post(
    '/api/complaints/:id/acts',
    { schema: { params, body: complaintAct, response: { 200: complaint } } },
    async (request, reply) => {
      const now = deps.clock();
      const done = await deps.database.as(request.actor, async (acting) => {
        if (!hears(acting)) return gone;
        const problem = await act(acting, request.params.id, request.body, now);
        if (problem !== null) return problem;
        const model = await newestModel(acting);
        return (await complaintById(acting, request.params.id, model, now)) ?? gone;
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.get(
    '/api/complaints/count',
    { schema: { response: { 200: complaintCount } } },
    async (request, reply) => {
      const now = deps.clock();
      const counted = await deps.database.as(request.actor, async (acting) =>
        acting.role === 'coordinator' || hears(acting) ? countOpen(acting, now) : null,
      );
      return counted ?? sendProblem(reply, gone);
    },
  );
}

const gone: Problem = { code: 'gone' };

function hears({ role }: Acting): boolean {
  return role === 'complaints_officer';
}

/** Writes one step; the same step again is the same. Two who answer at once wait for each other. */
async function act(
  acting: Acting,
  complaint_id: string,
  said: ComplaintAct,
  now: Date,
): Promise<Problem | null> {
  await acting.client.query(`select pg_advisory_xact_lock(hashtext('complaint'), hashtext($1))`, [
    complaint_id,
  ]);
  const known = await complaintById(acting, complaint_id, null, now);
  if (known === null) return gone;
  if (known.steps.some((step) => step.id === said.id)) return null;
  // After the answer the file is still noted in; what the person is told is told once.
  if (known.standing === 'answered' && said.kind !== 'noted') return { code: 'complaint_answered' };
  if (known.standing === 'heard' && said.kind === 'acknowledged') return { code: 'already_so' };
  const { numInsertedOrUpdatedRows } = await acting.tx
    .insertInto('complaint_event')
    .values({
      ...{ id: said.id, complaint_id, kind: said.kind, words: said.words ?? null, at: now },
      ...{ outcome: said.kind === 'decided' ? said.outcome : null, by_account: acting.actor.id },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? null : { code: 'already_so' };
}

async function countOpen(acting: Acting, now: Date) {
  const { rows } = await acting.client.query<Step & { of_complaint: string; at: Date }>(
    'select of_complaint, kind, outcome, at from complaint_steps()',
  );
  const steps = new Map<string, Step[]>();
  for (const { of_complaint, at, ...step } of rows) {
    const earlier = steps.get(of_complaint) ?? [];
    steps.set(of_complaint, [...earlier, { ...step, at: at.toISOString() }]);
  }
  const model = await newestModel(acting);
  const standing = [...steps.values()].map(standingOf);
  const open = standing.filter((one) => one.standing !== 'answered');
  const late = open.filter((one) => owedOf(one, model, now.toISOString()).overdue);
  return { open: open.length, overdue: late.length };
}
