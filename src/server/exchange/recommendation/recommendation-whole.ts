import { minutesArePublic } from '#domain/exchange/recommendation/minutes.ts';
import type { RecommendationWhole } from '#domain/exchange/recommendation/recommendation.ts';
import type { Taking } from '../exchange-database.ts';
import { OUTCOME } from './came-of.ts';
import { BOARD, type BoardLine, instantOf, lateOf } from './recommendation-rows.ts';

type Found = BoardLine &
  Omit<RecommendationWhole, 'late' | 'abilities' | 'session'> & {
    readonly session: Omit<NonNullable<RecommendationWhole['session']>, 'rule'> & {
      readonly rule: 'public' | 'chatham_house' | 'closed';
    };
    readonly lead_id: string | null;
    readonly co_owner_ids: readonly string[];
    readonly institution_id: string | null;
    readonly speaks_for: string | null;
  };

const PARTS = `
  e.languages, exchange.public_version('recommendation', r.id) is not null as published,
  (select jsonb_build_object('id', s.id, 'title', s.title, 'rule', s.rule,
    'line', coalesce(l.number, out.number), 'minutes_out', out.number is not null)
    from exchange.session s left join exchange.minutes_line l on l.id = r.line_id
    -- A reader has the copy that went out alone, which names the recommendation of a line.
    left join lateral (select (o->>'number')::integer as number
      from exchange.minutes m, jsonb_array_elements(m.published->'lines') o
      where m.session_id = s.id and exchange.public_version('minutes', s.id) is not null
        and ((o->>'number')::integer = l.number or (o->>'recommendation')::integer = r.number)
      limit 1) out on true
    where s.id = r.session_id) as session,
  (select jsonb_build_object('id', o.id, 'number', o.number) from exchange.recommendation o
    where o.id = r.replaces_id) as replaces,
  case when r.indicator_name is not null then jsonb_build_object('name', r.indicator_name,
    'base', r.indicator_base, 'target', r.indicator_target, 'unit', r.indicator_unit) end as indicator,
  ${OUTCOME} as came_of,
  (select coalesce(jsonb_agg(jsonb_build_object('country', p.country, 'stance', p.stance,
      'words', p.words, 'revision', p.revision, 'at', ${instantOf('p.at')}) order by p.country), '[]')
    from exchange.position p where p.recommendation_id = r.id) as positions,
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'author', a.author, 'country', a.country,
      'mine', a.author_id is not distinct from exchange.me(), 'old_words', a.old_words,
      'new_words', a.new_words, 'reason', a.reason, 'state', a.state,
      'decision_reason', a.decision_reason, 'created_at', ${instantOf('a.created_at')})
      order by a.created_at, a.id), '[]')
    from exchange.amendment a where a.recommendation_id = r.id) as amendments,
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title,
      'starts_on', a.starts_on, 'ends_on', a.ends_on, 'done_on', a.done_on)
      order by a.starts_on, a.id), '[]')
    from exchange.activity a where a.recommendation_id = r.id) as activities,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'institution', i.name,
      'status', p.status, 'words', p.words, 'value', p.value, 'evidence', p.evidence,
      'reported_on', p.reported_on, 'held', p.held, 'at', ${instantOf('p.at')}) order by p.at desc, p.id desc), '[]')
    from exchange.progress_report p left join exchange.institution i on i.id = p.institution_id
    where p.recommendation_id = r.id) as reports,
  r.lead_id, r.co_owner_ids,
  (select p.institution_id from exchange.participant p where p.id = exchange.me()) as institution_id,
  (select d.country from exchange.role d where d.participant_id = exchange.me()
    and d.role = 'delegate' and d.revoked_at is null
    and (d.edition_id is null or d.edition_id = r.edition_id)
    order by d.edition_id nulls last limit 1) as speaks_for,`;

/** One recommendation whole, by id or by edition and number; null where there is none for this reader. */
export async function recommendationWholeOf(
  taking: Taking,
  which: { readonly id: string } | { readonly edition: string; readonly number: number },
  now: Date,
): Promise<RecommendationWhole | null> {
  const byId = 'id' in which;
  const { rows } = await taking.client.query<Found>(
    `select ${PARTS} ${BOARD} where ${byId ? 'r.id = $2' : 'e.slug = $2 and r.number = $3'}`,
    byId ? [now, which.id] : [now, which.edition, which.number],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { lead_id, co_owner_ids, institution_id, speaks_for, session, ...shown } = row;
  const { edition_id } = row;
  const organise = taking.holds(edition_id, 'organiser');
  const mine = institution_id !== null;
  const part =
    mine && institution_id === lead_id
      ? ('lead' as const)
      : organise
        ? ('organiser' as const)
        : mine && co_owner_ids.includes(institution_id)
          ? ('co_owner' as const)
          : null;
  return {
    ...shown,
    // Which line of a closed session it was is told to nobody who does not keep its minutes.
    session:
      session === null || minutesArePublic(session.rule) || chairs(taking, edition_id)
        ? session
        : { ...session, line: null, minutes_out: false },
    late: lateOf(row),
    abilities: {
      amend: row.adopted_on === null && takesPart(taking, edition_id),
      chair: row.adopted_on === null && chairs(taking, edition_id),
      translate: taking.holds(edition_id, 'organiser', 'moderator', 'editor', 'interpreter'),
      organise,
      speaks_for: row.adopted_on === null ? speaks_for : null,
      report: row.adopted_on === null || row.replaced_by !== null ? null : part,
    },
  };
}

/** Who chairs the drafting of an edition. */
export function chairs(taking: Taking, edition: string): boolean {
  return taking.holds(edition, 'organiser', 'moderator');
}

/** Who holds any role of an edition; the database asks the same. */
export function takesPart(taking: Taking, edition: string): boolean {
  return taking.holds(
    edition,
    ...(['organiser', 'editor', 'reviewer', 'moderator', 'interpreter'] as const),
    ...(['speaker', 'attendee', 'delegate'] as const),
  );
}
