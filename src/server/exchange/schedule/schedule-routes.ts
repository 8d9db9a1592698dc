import { z } from 'zod';
import { conflictsAt } from '#domain/exchange/schedule/conflicts.ts';
import { difference } from '#domain/exchange/schedule/difference.ts';
import { aroundOf, planOf, programmeOf, scheduleDraft } from '#domain/exchange/schedule/draft.ts';
import { sessionPlace } from '#domain/exchange/schedule/session-input.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { logged } from './logged.ts';
import { findEdition, loadDraft } from './schedule-rows.ts';
import { lastWhole } from './version-rows.ts';

const gone = { code: 'gone' } as const;
const answer = z.object({ version: z.int() });

/** The draft of a programme, whole, and moving a session in it. */
export function addScheduleRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions/:edition/schedule',
    {
      schema: {
        params: z.object({ edition: z.string().max(80) }),
        response: { 200: scheduleDraft },
      },
    },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) => {
        const edition = await findEdition(taking, request.params.edition);
        if (edition === undefined || !mayLook(taking, edition.id)) return gone;
        const draft = await loadDraft(taking, edition);
        const before = await lastWhole(taking, edition.id);
        return { ...draft, changes: difference(before, programmeOf(draft)).length };
      });
      return 'code' in found ? sendProblem(reply, found) : found;
    },
  );

  app.put(
    '/api/exchange/sessions/:id/place',
    { schema: { params: z.object({ id }), body: sessionPlace, response: { 200: answer } } },
    async (request, reply) => {
      const { version, room_id, starts_at, anyway } = request.body;
      const sessionId = request.params.id;
      const done = await deps.exchange.as(request.participant.id, async (taking) => {
        const draft = await draftAround(taking, sessionId);
        if (draft === undefined) return gone;
        const known = draft.sessions.find((one) => one.id === sessionId);
        if (known === undefined) return gone;
        if (known.version !== version) return { code: 'version_conflict' } satisfies Problem;
        if (room_id !== null && !draft.rooms.some((room) => room.id === room_id)) {
          return wrong('room_id', 'unknown');
        }
        if (starts_at !== null && known.minutes === null) return wrong('minutes', 'required');
        const plans = draft.sessions.map(planOf);
        const moved = { ...planOf(known), roomId: room_id, startsAt: starts_at };
        const conflicts = conflictsAt(moved, plans, aroundOf(draft));
        const reasons = [...new Set(conflicts.map(({ reason }) => reason))].sort();
        if (reasons.length > 0 && !anyway) {
          return { code: 'session_does_not_fit', details: { reasons } } satisfies Problem;
        }
        await taking.client.query(
          'update exchange.session set room_id = $2, starts_at = $3, version = version + 1 where id = $1',
          [sessionId, room_id, starts_at],
        );
        const action = reasons.length > 0 ? 'placed_anyway' : 'placed';
        await logged(taking, deps, action, 'session', sessionId, { reasons });
        return { version: version + 1 };
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

/** Whoever works on a conference sees its draft; only the organiser changes it. */
function mayLook(taking: Taking, edition: string): boolean {
  return taking.holds(edition, 'organiser', 'editor', 'moderator', 'interpreter');
}

/** The draft that holds a session, locked: two organisers who move at once each see the other's move. */
async function draftAround(taking: Taking, sessionId: string) {
  const { rows } = await taking.client.query<{ edition_id: string }>(
    'select edition_id from exchange.session where id = $1 for update',
    [sessionId],
  );
  const of = rows[0]?.edition_id;
  if (of === undefined || !taking.holds(of, 'organiser')) return undefined;
  await taking.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [of]);
  const edition = await findEdition(taking, of);
  return edition === undefined ? undefined : await loadDraft(taking, edition);
}

function wrong(field: string, code: string): Problem {
  return { code: 'invalid_input', fields: [{ path: `body.${field}`, code }] };
}
