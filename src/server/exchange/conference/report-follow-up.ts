import type { ConferenceReport } from '#domain/exchange/conference/attendance-view.ts';
import { toldOf } from '#domain/exchange/conference/proposal-view.ts';
import { editionReport, type Followed } from '#domain/exchange/recommendation/edition-report.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';

interface Row extends Followed {
  readonly text: Wording;
  readonly lead: Wording | null;
}

/**
 * How the recommendations of an edition stand on a day: text, owner, date and the day of the last report.
 * Words of a report are left out: they were written for the board, not for this sheet.
 */
export async function followUpOf(
  { client }: Taking,
  edition: string,
  now: Date,
): Promise<ConferenceReport['follow_up']> {
  const { rows } = await client.query<Row & { today: string }>(
    `select r.id, r.number, r.text, r.status, r.adopted_on, r.due_on, r.review_on, i.name as lead,
       ($2::timestamptz at time zone e.time_zone)::date as today,
       exists (select from exchange.recommendation n
         where n.replaces_id = r.id and n.adopted_on is not null) as replaced,
       (select coalesce(jsonb_agg(jsonb_build_object('reported_on', p.reported_on)), '[]')
         from exchange.progress_report p where p.recommendation_id = r.id) as reports
     from exchange.recommendation r join exchange.edition e on e.id = r.edition_id
       left join exchange.institution i on i.id = r.lead_id
     where r.edition_id = $1 and r.adopted_on is not null order by r.number limit 500`,
    [edition, now],
  );
  const { counts, by_status, silent } = editionReport(rows, rows[0]?.today ?? '');
  return {
    ...{ counts, silent },
    lines: Object.values(by_status)
      .flat()
      .map(({ recommendation: one, latest, late }) => ({
        ...{ number: one.number, text: toldOf(one.text), status: one.status },
        owner: one.lead === null ? null : toldOf(one.lead),
        ...{ due_on: one.due_on, reported_on: latest?.reported_on ?? null, late: late !== null },
      }))
      .toSorted((a, b) => a.number - b.number),
  };
}
