import { lateness, type Status } from '#domain/exchange/recommendation/follow-up.ts';
import type { RecommendationRow } from '#domain/exchange/recommendation/recommendation.ts';
import type { Taking } from '../exchange-database.ts';

/** A moment as it travels. */
export const instantOf = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const institution = (alias: string) =>
  `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'country', ${alias}.country)`;

/** The columns of a line of the board; `$1` is the moment at which one looks. */
export const BOARD = `r.id, r.edition_id, e.slug as edition, e.title as edition_title, e.starts_on,
  r.number, r.theme, r.text, r.adopted_on, r.body, r.status, r.due_on, r.review_on,
  ($1::timestamptz at time zone e.time_zone)::date as today,
  (select ${institution('i')} from exchange.institution i where i.id = r.lead_id) as lead,
  (select coalesce(jsonb_agg(${institution('i')} order by i.slug), '[]') from exchange.institution i
    where i.id = any (r.co_owner_ids)) as co_owners,
  (select n.number from exchange.recommendation n
    where n.replaces_id = r.id and n.adopted_on is not null) as replaced_by
  from exchange.recommendation r join exchange.edition e on e.id = r.edition_id`;

export interface BoardLine extends Omit<RecommendationRow, 'late'> {
  readonly edition_title: RecommendationRow['text'];
  readonly starts_on: string;
  /** The day at the edition's host: by it something is late. */
  readonly today: string;
}

/** What somebody looks for on the board; null = everything. */
export interface BoardFilter {
  readonly edition: string | null;
  readonly status: Status | null;
  readonly theme: string | null;
  /** The country of the lead owner. */
  readonly country: string | null;
  readonly stage: 'draft' | 'adopted' | null;
  readonly late: boolean;
  /** An institution that leads or helps. */
  readonly owner: string | null;
}
export const EVERYTHING: BoardFilter = {
  ...{ edition: null, status: null, theme: null, country: null, stage: null, late: false },
  owner: null,
};

export type BoardCursor = readonly [starts_on: string, edition: string, number: number];

/** Lines of the board that the participant may see: the newest edition first, there by number. */
export async function boardLines(
  { client }: Taking,
  filter: BoardFilter,
  { now, after = null, limit }: { now: Date; after?: BoardCursor | null; limit: number },
): Promise<(BoardLine & Pick<RecommendationRow, 'late'>)[]> {
  const { rows } = await client.query<BoardLine>(
    `select ${BOARD}
     where ($2::text is null or e.slug = $2) and ($3::text is null or r.status = $3)
       and ($4::text is null or r.theme = $4)
       and ($5::text is null or exists (select from exchange.institution i
         where i.id = r.lead_id and i.country = $5))
       and case $6::text when 'draft' then r.adopted_on is null
         when 'adopted' then r.adopted_on is not null else true end
       and ($7::uuid is null or r.lead_id = $7 or $7 = any (r.co_owner_ids))
       and (not $8::boolean or (r.adopted_on is not null and r.status not in ('done', 'declined')
         and not exists (select from exchange.recommendation n
           where n.replaces_id = r.id and n.adopted_on is not null)
         and least(r.due_on, r.review_on) < ($1::timestamptz at time zone e.time_zone)::date))
       and ($9::date is null or (e.starts_on < $9 or (e.starts_on = $9
         and (e.slug > $10 or (e.slug = $10 and r.number > $11)))))
     order by e.starts_on desc, e.slug, r.number limit $12`,
    [
      ...[now, filter.edition, filter.status, filter.theme, filter.country, filter.stage],
      ...[filter.owner, filter.late, after?.[0] ?? null, after?.[1] ?? '', after?.[2] ?? 0, limit],
    ],
  );
  return rows.map((row) => ({ ...row, late: lateOf(row) }));
}

/** Whether a line is late on the day at its host. */
export function lateOf(row: BoardLine): RecommendationRow['late'] {
  const { status, adopted_on, due_on, review_on, replaced_by, today } = row;
  return lateness({ status, adopted_on, due_on, review_on, replaced: replaced_by !== null }, today);
}

/** So that whoever adopts and whoever speaks do so one after the other. */
export async function lockRecommendation({ client }: Taking, id: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('recommendation ' || $1, 0))`, [
    id,
  ]);
}
