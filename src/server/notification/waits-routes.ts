import { type RawBuilder, sql } from 'kysely';
import { may } from '#domain/access/rights.ts';
import { WAITING_LISTS, type WaitingList, waits } from '#domain/account/waits.ts';
import type { Acting } from '../database.ts';
import type { Deps } from '../deps.ts';
import type { ServerApp } from '../server-app.ts';

interface Waiting {
  /** Whose list it is: the same question that the list itself asks. */
  readonly of: (acting: Acting) => boolean;
  readonly rows: (acting: Acting, now: Date) => RawBuilder<unknown>;
}

/** What waits in a list, as the list says it; the policies of the tables keep it within reach. */
const WAITING: Readonly<Record<WaitingList, Waiting>> = {
  concerns: {
    of: ({ role }) => role !== null && may(role, 'close_concern', 'protection'),
    rows: () => sql`select from concern where closed_at is null and case_id in (
      select r.case_id from case_reach r
      where r.key = any (homeward_keys()) and r.compartment = 'protection')`,
  },
  emergency_openings: {
    of: ({ role }) =>
      role === 'data_protection_officer' || (role !== null && may(role, 'approve', 'general')),
    rows: () => sql`select from emergency_opening where reviewed_at is null`,
  },
  parked: {
    of: ({ role }) => role === 'supervisor',
    rows: () => sql`select from parked_command where settled_at is null`,
  },
  transfers: {
    of: ({ role }) => role !== null && may(role, 'answer_transfer', 'general'),
    rows: () => sql`select from transfer_request t where t.status = 'proposed' and exists (
      select from case_reach r where r.case_id = t.case_id and r.compartment = 'transfer')`,
  },
  packets: {
    of: ({ role, organisation_id }) => role === 'partner' && organisation_id !== null,
    rows: ({ organisation_id }, now) => sql`select from referral_packet
      where organisation_id = ${organisation_id} and status = 'requested' and not withdrawn
        and (vanishes_at is null or vanishes_at > ${now})`,
  },
  complaints: {
    of: ({ role }) => role === 'complaints_officer',
    // Whoever writes again after an answer waits again.
    rows: () => sql`select from complaint c where not exists (
      select from complaint_event d where d.complaint_id = c.id and d.kind = 'decided'
        and not exists (select from complaint_event r where r.complaint_id = c.id
          and r.kind = 'replied' and (r.at, r.id) > (d.at, d.id)))`,
  },
  duplicates: {
    of: ({ role }) => role === 'intake_officer',
    rows: () => sql`select from duplicates_to_settle(null, ${MOST})`,
  },
};

/** Nobody works through more at a sitting; counting on would cost more than it says. */
const MOST = 100;

/** How much waits in the account's own lists, for its first screen: numbers only. */
export function addWaitsRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/waits', { schema: { response: { 200: waits } } }, async (request) =>
    deps.database.as(request.actor, async (acting) => {
      const found: Partial<Record<WaitingList, number>> = {};
      for (const list of WAITING_LISTS) {
        const waiting = WAITING[list];
        if (!waiting.of(acting)) continue;
        const { rows } = await sql<{ count: number }>`select count(*)::int as count
          from (${waiting.rows(acting, deps.clock())} limit ${MOST}) as waiting`.execute(acting.tx);
        found[list] = rows[0]?.count ?? 0;
      }
      return { waits: found };
    }),
  );
}
