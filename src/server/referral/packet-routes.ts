import { sql } from 'kysely';
import { z } from 'zod';
import { packetContent } from '#domain/case/packet.ts';
import { mayAnswerWeek } from '#domain/case/packet-template.ts';
import { OPEN_STATUSES, REFERRAL_STATUSES, referralAnswer } from '#domain/case/referral-answer.ts';
import { sentWeek } from '#domain/case/schooling-state.ts';
import { id } from '#domain/id.ts';
import { day, instant } from '#domain/time.ts';
import { PAGE } from '../case/file-routes.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import { newestModel } from '../programme/newest-model.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';

const query = z.strictObject({
  /** The last referral of the page before; the newest come first. */
  after: id.optional(),
});

const listed = z.object({
  referral_id: id,
  /** For the envelope of an answer; opens nothing. */
  case_id: id,
  service_id: id,
  urgency: z.enum(['routine', 'urgent']),
  status: z.enum(REFERRAL_STATUSES),
  /** The person has withdrawn the consent: please do nothing more. */
  withdrawn: z.boolean(),
  sent_at: instant,
  answer_due_on: day,
  answered_at: instant.nullable(),
  vanishes_at: instant.nullable(),
  abilities: z.array(z.enum(['answer', 'answer_week', 'raise_concern'])),
});
type Listed = z.infer<typeof listed>;

const opened = listed.extend({
  purpose: z.string(),
  content: packetContent.nullable(),
  answers: z.array(z.object({ at: instant, channel: z.string(), answer: referralAnswer })),
  replies: z.array(z.object({ at: instant, words: z.string(), picked_on: day.optional() })),
  /** The weeks that a school sent, as they stand; of a request that it may read. */
  weeks: z.array(sentWeek),
});

/**
 * The inbox of a receiving service: what was sent to the own organisation and has not vanished. A list
 * names nobody; a packet is opened one by one, and each opening stands in the read log.
 */
export function addPacketRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/packets',
    {
      schema: {
        querystring: query,
        response: { 200: z.object({ packets: z.array(listed), next: id.nullable() }) },
      },
    },
    async (request, reply) => {
      const packets = await deps.database.as(request.actor, async (acting) => {
        if (!isReceiver(acting)) return null;
        const found = await inbox(acting, request.query.after ?? null, deps.clock());
        const details = { rows: found.length };
        await logRead(acting, { action: 'packets_listed', details }, deps.clock());
        return found;
      });
      if (packets === null) return sendProblem(reply, { code: 'gone' });
      const last = packets.length === PAGE ? packets.at(-1)?.referral_id : undefined;
      return { packets, next: last ?? null };
    },
  );

  app.get(
    '/api/packets/:id',
    { schema: { params: z.object({ id }), response: { 200: opened } } },
    async (request, reply) => {
      const packet = await deps.database.as(request.actor, async (acting) => {
        if (!isReceiver(acting)) return null;
        const found = await onePacket(acting, request.params.id, deps.clock());
        if (found === undefined) return null;
        const { case_id, person_id, ...shown } = found;
        const details = { referral: request.params.id };
        const read = { action: 'packet_opened' as const, case_id, person_id, details };
        await logRead(acting, read, deps.clock());
        return { ...shown, case_id };
      });
      return packet === null ? sendProblem(reply, { code: 'gone' }) : packet;
    },
  );
}

function isReceiver(acting: Acting): boolean {
  return acting.role === 'partner' && acting.organisation_id !== null;
}

const MOMENT = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
const moment = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', ${MOMENT})`;

const LISTED = sql`referral_id, case_id, service_id, urgency, status, withdrawn,
  ${moment('sent_at')} as sent_at, answer_due_on, ${moment('answered_at')} as answered_at,
  ${moment('vanishes_at')} as vanishes_at`;

/** The policy says the same; said again for the plan, and by the server's own clock. */
const own = (acting: Acting, now: Date) => sql`organisation_id = ${acting.organisation_id}
  and (vanishes_at is null or vanishes_at > ${now})`;

async function inbox(acting: Acting, after: string | null, now: Date): Promise<Listed[]> {
  const { rows } = await sql<Omit<Listed, 'abilities'>>`
    select ${LISTED} from referral_packet where ${own(acting, now)}
      and (${after}::uuid is null or referral_id < ${after}::uuid)
    order by referral_id desc limit ${PAGE}`.execute(acting.tx);
  return rows.map(withAbilities);
}

async function onePacket(acting: Acting, referralId: string, now: Date) {
  const { rows } = await sql<Omit<z.infer<typeof opened>, 'abilities'> & { person_id: string }>`
    select ${LISTED}, person_id, purpose, content, answers, replies,
      case when content is null then '[]' else weeks end as weeks
    from referral_packet where ${own(acting, now)} and referral_id = ${referralId}
    limit 1`.execute(acting.tx);
  const found = rows[0];
  if (found === undefined) return undefined;
  const shown = withAbilities(found);
  // What a school alone can say; a clinic is not asked who came.
  const model = found.withdrawn ? null : await newestModel(acting);
  const school = model !== null && mayAnswerWeek(model, found);
  return school ? { ...shown, abilities: [...shown.abilities, 'answer_week' as const] } : shown;
}

function withAbilities<Row extends Pick<Listed, 'status'>>(
  row: Row,
): Row & Pick<Listed, 'abilities'> {
  const open = OPEN_STATUSES.includes(row.status);
  return { ...row, abilities: open ? ['answer', 'raise_concern'] : ['raise_concern'] };
}
