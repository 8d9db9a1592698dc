import type pg from 'pg';
import type { Fact } from '#domain/case/fact.ts';
import type { CaseState } from '#domain/case/state.ts';

// What `verify` compares: the facts of some cases, and all that was projected from them.

/** So many cases are read at once. */
const AT_ONCE = 500;

export interface FactRow {
  id: string;
  case_id: string;
  position: number;
  kind: string;
  version: number;
  compartment: Fact['compartment'];
  actor_kind: Fact['actor']['kind'];
  actor_id: string;
  role: Fact['role'];
  device_id: string | null;
  said_at: Date;
  recorded_at: Date;
  body_hash: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
  body: string | null;
  salt: Buffer | null;
}

export interface Projected
  extends Record<'meetings' | 'groups' | 'course_wishes', Record<string, unknown>[]> {
  case_id: string;
  position: number;
  hash: Buffer;
  state: CaseState;
  state_at: number;
  row: Record<string, unknown> | null;
  tasks: Record<string, unknown>[];
  milestones: Record<string, unknown>[];
  approvals: Record<string, unknown>[];
  packets: Record<string, unknown>[];
  concerns: Record<string, unknown>[];
  requests: Record<string, unknown>[];
  emergencies: Record<string, unknown>[];
  withheld: Record<string, unknown>[];
  matters: Record<string, unknown>[];
  assistance: Record<string, unknown>[];
  transfers: Record<string, unknown>[];
  reach: Record<string, unknown>[];
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const moment = (column: string) => `to_char(${column} at time zone 'UTC', ${MOMENT})`;

/** What the tables say of the next cases after `after`, of `only` these where they are named. */
export async function projected(
  owner: pg.ClientBase,
  after: string,
  only?: readonly string[],
): Promise<Projected[]> {
  const { rows } = await owner.query<Projected>(
    `select h.case_id, h.position, h.hash, h.state, coalesce(h.state_at, h.position) as state_at,
       (select to_jsonb(c) - 'xid' || jsonb_build_object('stage_since', ${moment('c.stage_since')},
          'opened_at', ${moment('c.opened_at')}, 'closed_at', ${moment('c.closed_at')})
        from case_file c where c.id = h.case_id) as row,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'ref', t.ref,
          'account_id', t.account_id, 'due_at', ${moment('t.due_at')}, 'details', t.details)
          || case t.compartment when 'general' then '{}'::jsonb
            else jsonb_build_object('compartment', t.compartment) end), '[]')
        from task t where t.case_id = h.case_id) as tasks,
       (select coalesce(jsonb_agg(to_jsonb(m) - 'xid'
          || jsonb_build_object('recorded_at', ${moment('m.recorded_at')})), '[]')
        from milestone m where m.case_id = h.case_id) as milestones,
       (select coalesce(jsonb_agg(to_jsonb(a) - 'xid'
          || jsonb_build_object('proposed_at', ${moment('a.proposed_at')},
            'decided_at', ${moment('a.decided_at')})), '[]')
        from approval a where a.case_id = h.case_id) as approvals,
       (select coalesce(jsonb_agg(to_jsonb(p) - '{organisation_receives,content,reminded_at,escalated_at}'::text[]
          || jsonb_build_object('sent_at', ${moment('p.sent_at')},
            'answered_at', ${moment('p.answered_at')},
            'vanishes_at', ${moment('p.vanishes_at')})), '[]')
        from referral_packet p where p.case_id = h.case_id) as packets,
       (select coalesce(jsonb_agg(to_jsonb(n)
          || jsonb_build_object('raised_at', ${moment('n.raised_at')},
            'due_at', ${moment('n.due_at')}, 'closed_at', ${moment('n.closed_at')})), '[]')
        from concern n where n.case_id = h.case_id) as concerns,
       (select coalesce(jsonb_agg(to_jsonb(q)
          || jsonb_build_object('recorded_at', ${moment('q.recorded_at')})), '[]')
        from authority_request q where q.case_id = h.case_id) as requests,
       (select coalesce(jsonb_agg(to_jsonb(e)
          || jsonb_build_object('opened_at', ${moment('e.opened_at')}, 'until', ${moment('e.until')},
            'reviewed_at', ${moment('e.reviewed_at')})), '[]')
        from emergency_opening e where e.case_id = h.case_id) as emergencies,
       (select coalesce(jsonb_agg(to_jsonb(w)
          || jsonb_build_object('withheld_at', ${moment('w.withheld_at')},
            'ended_at', ${moment('w.ended_at')})), '[]')
        from withholding w where w.case_id = h.case_id) as withheld,
       (select coalesce(jsonb_agg(to_jsonb(m)), '[]')
        from commission_matter m where m.case_id = h.case_id) as matters,
       (select coalesce(jsonb_agg(to_jsonb(a)
          || jsonb_build_object('recorded_at', ${moment('a.recorded_at')})), '[]')
        from assistance a where a.case_id = h.case_id) as assistance,
       (select coalesce(jsonb_agg(to_jsonb(t)
          || jsonb_build_object('proposed_at', ${moment('t.proposed_at')},
            'over_at', ${moment('t.over_at')})), '[]')
        from transfer_request t where t.case_id = h.case_id) as transfers,
       (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from mentoring m
        join mentor_activity a on a.mentoring_id = m.id where m.case_id = h.case_id) as meetings,
       (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from group_member a
        join group_membership m using (id) where m.case_id = h.case_id) as groups,
       (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from course_wish w
        where w.case_id = h.case_id) as course_wishes,
       (select coalesce(jsonb_agg(jsonb_build_object('key', r.key, 'compartment', r.compartment,
          'until', ${moment('r.until')}) || case when r.reads_to is null then '{}'::jsonb
          else jsonb_build_object('reads_to', ${moment('r.reads_to')}, 'reads_up_to', r.reads_up_to,
            'kept', exists (select from person_as_given g where g.case_id = r.case_id
              and g.reads_to = r.reads_to)) end), '[]')
        from case_reach r where r.case_id = h.case_id) as reach
     from case_head h where h.case_id > $1 and ($2::uuid[] is null or h.case_id = any ($2))
     order by h.case_id limit ${AT_ONCE}`,
    [after, only ?? null],
  );
  return rows;
}

/** The facts of these cases in their order. */
export async function factRows(owner: pg.ClientBase, cases: readonly string[]): Promise<FactRow[]> {
  const { rows } = await owner.query<FactRow>(
    `select f.*, b.body, b.salt from fact f left join fact_body b on b.fact_id = f.id
     where f.case_id = any ($1) order by f.case_id, f.position`,
    [cases],
  );
  return rows;
}
