import { z } from 'zod';
import {
  barToPublish,
  PUBLICATION_STATES,
  publish,
  SUBJECT_KINDS,
  sendBack,
  takeDown,
} from '#domain/exchange/publication/publication.ts';
import { id } from '#domain/id.ts';
import { answeredFinding, personFinding } from '#domain/person-check.ts';
import type { Problem, ProblemCode } from '#domain/problem.ts';
import { decodeCursor, encodeCursor } from '../../page-cursor.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { publishable } from './publishable.ts';

const PAGE = 50;
const LINE = `p.id, p.subject_kind, p.subject_id, p.version, p.title, p.state, p.asked_at, p.decided_at,
  p.taken_down_at, asker.name as asked_by, decider.name as decided_by, taker.name as taken_down_by,
  p.asked_by = exchange.me() as own, jsonb_array_length(p.findings) as found`;
const FROM = `exchange.publication p
  left join exchange.participant asker on asker.id = p.asked_by
  left join exchange.participant decider on decider.id = p.decided_by
  left join exchange.participant taker on taker.id = p.taken_down_by`;

const line = z.object({
  ...{ id: z.uuid(), subject_kind: z.enum(SUBJECT_KINDS), subject_id: z.uuid() },
  ...{ version: z.number(), title: z.string(), state: z.enum(PUBLICATION_STATES) },
  ...{ asked_at: z.coerce.date(), decided_at: z.coerce.date().nullable() },
  taken_down_at: z.coerce.date().nullable(),
  ...{ asked_by: z.string().nullable(), decided_by: z.string().nullable() },
  ...{ taken_down_by: z.string().nullable(), own: z.boolean(), found: z.number() },
});
const whole = line.extend({
  texts: z.record(z.string(), z.string()),
  ...{ findings: z.array(personFinding), answered: z.array(answeredFinding) },
  ...{ reason: z.string().nullable(), taken_down_because: z.string().nullable() },
});
const query = z.strictObject({
  state: z.enum(PUBLICATION_STATES).default('waiting'),
  after: z.string().max(300).optional(),
});
const cursor = z.tuple([z.string().max(40), z.uuid()]);
const params = z.object({ id });

/** The second editor's desk: what waits, the check's findings, publishing, sending back, taking down. */
export function addPublicationRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/publications',
    {
      schema: {
        querystring: query,
        response: { 200: z.object({ rows: z.array(line), next: z.string().nullable() }) },
      },
    },
    async (request, reply) => {
      const { state } = request.query;
      const after = decodeCursor(cursor, request.query.after);
      const rows = await deps.exchange.as(request.participant.id, async (taking) => {
        if (!taking.holdsAny('editor', 'organiser')) return null;
        const found = await taking.client.query<z.infer<typeof line>>(
          `select ${LINE} from ${FROM} where p.state = $1
             and ($2::timestamptz is null or (p.asked_at, p.id) < ($2, $3::uuid))
           order by p.asked_at desc, p.id desc limit $4`,
          [state, after?.[0] ?? null, after?.[1] ?? null, PAGE + 1],
        );
        return found.rows;
      });
      if (rows === null) return sendProblem(reply, { code: 'not_allowed' });
      const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
      const next = last && encodeCursor([last.asked_at.toISOString(), last.id]);
      return { rows: rows.slice(0, PAGE), next: next ?? null };
    },
  );

  app.get(
    '/api/exchange/publications/:id',
    { schema: { params, response: { 200: whole } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<z.infer<typeof whole>>(
          `select ${LINE}, p.texts, p.findings, p.answered, p.reason, p.taken_down_because
             from ${FROM} where p.id = $1`,
          [request.params.id],
        ),
      );
      return found.rows[0] ?? sendProblem(reply, { code: 'gone' });
    },
  );

  app.post(
    '/api/exchange/publications/:id/publish',
    { schema: { params, body: publish, response: { 204: z.null() } } },
    async (request, reply) => {
      const { answered } = request.body;
      const bar = await decide(deps, request, 'published', answered, null);
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );

  app.post(
    '/api/exchange/publications/:id/send-back',
    { schema: { params, body: sendBack, response: { 204: z.null() } } },
    async (request, reply) => {
      const bar = await decide(deps, request, 'returned', [], request.body.reason);
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );

  app.post(
    '/api/exchange/takedowns',
    { schema: { body: takeDown, response: { 204: z.null() } } },
    async (request, reply) => {
      const { subject_kind: kind, subject_id: subject, reason } = request.body;
      const by = request.participant.id;
      const at = deps.clock();
      const bar = await deps.exchange.as(by, async (taking): Promise<Problem | null> => {
        if (!taking.holdsAny('editor', 'organiser')) return { code: 'not_allowed' };
        const { rows } = await taking.client.query<{ version: number }>(
          `update exchange.publication set state = 'taken_down', taken_down_by = $3, taken_down_at = $4,
             taken_down_because = $5
           where subject_kind = $1 and subject_id = $2 and state = 'published' returning version`,
          [kind, subject, by, at, reason],
        );
        const noun = publishable(kind);
        if (rows.length === 0 && !(await noun?.unasked?.(taking, subject))) return { code: 'gone' };
        const version = Math.max(1, ...rows.map((row) => row.version));
        const what = { id: subject, version, at, by, reason };
        await noun?.takenDown(taking, what, deps);
        await note(taking, deps, at, 'taken_down', kind, subject, version);
        return null;
      });
      return bar ? sendProblem(reply, bar) : reply.code(204).send(null);
    },
  );
}

interface Asked {
  subject_kind: string;
  subject_id: string;
  version: number;
  state: (typeof PUBLICATION_STATES)[number];
  asked_by: string;
  findings: z.infer<typeof personFinding>[];
}

async function decide(
  deps: ExchangeDeps,
  request: { participant: { id: string }; params: { id: string } },
  to: 'published' | 'returned',
  answered: z.infer<typeof answeredFinding>[],
  reason: string | null,
): Promise<Problem | null> {
  const by = request.participant.id;
  const at = deps.clock();
  return deps.exchange.as(by, async (taking) => {
    const { rows } = await taking.client.query<Asked>(
      `select subject_kind, subject_id, version, state, asked_by, findings
         from exchange.publication where id = $1 for update`,
      [request.params.id],
    );
    const [asked] = rows;
    if (asked === undefined) return { code: 'gone' };
    if (!taking.holdsAny('editor', 'organiser')) return { code: 'not_allowed' };
    const bar = barTo(to, asked, by, answered);
    if (bar) return { code: bar };
    const { subject_kind: kind, subject_id: subject, version } = asked;
    const noun = publishable(kind);
    const what = { id: subject, version, at, by };
    const barred = to === 'published' ? await noun?.bar?.(taking, what) : null;
    if (barred) return barred;
    await taking.client.query(
      `update exchange.publication set state = $2, decided_by = $3, decided_at = $4, answered = $5,
         reason = $6 where id = $1`,
      [request.params.id, to, by, at, JSON.stringify(answered), reason],
    );
    if (to === 'published') await noun?.published(taking, what, deps);
    else await noun?.sentBack?.(taking, { ...what, reason }, deps);
    await note(
      taking,
      deps,
      at,
      to === 'published' ? 'published' : 'sent_back',
      kind,
      subject,
      version,
    );
    return null;
  });
}

/** Whoever asked may take it back, but not publish it. */
function barTo(
  to: 'published' | 'returned',
  asked: Asked,
  by: string,
  answered: z.infer<typeof answeredFinding>[],
): ProblemCode | null {
  if (to === 'published') return barToPublish(asked, by, answered);
  return asked.state === 'waiting' ? null : 'publication_decided';
}

async function note(
  { client, participant }: Taking,
  deps: ExchangeDeps,
  at: Date,
  action: string,
  kind: string,
  subject: string,
  version: number,
): Promise<void> {
  await client.query(
    `insert into exchange.log (id, at, participant_id, action, subject_kind, subject_id, details)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [deps.newId(), at, participant, action, kind, subject, { version }],
  );
}
