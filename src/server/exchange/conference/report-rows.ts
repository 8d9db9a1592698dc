import { reportOf, SMALLEST_CELL } from '#domain/exchange/conference/attendance-report.ts';
import type { ConferenceReport } from '#domain/exchange/conference/attendance-view.ts';
import { toldOf } from '#domain/exchange/conference/proposal-view.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';
import { followUpOf } from './report-follow-up.ts';

/** The report of an edition: everybody who came to at least one session is counted once. */
export async function reportFor(
  taking: Taking,
  edition: string,
  now: Date,
): Promise<ConferenceReport | null> {
  const { client } = taking;
  const head = await client.query<{
    title: Wording;
    starts_on: string;
    ends_on: string;
    registered: number;
  }>(
    `select title, starts_on, ends_on, (select count(*)::integer from exchange.registration r
       where r.edition_id = e.id and r.state = 'approved') as registered
     from exchange.edition e where id = $1`,
    [edition],
  );
  const [found] = head.rows;
  if (found === undefined) return null;
  const { rows: people } = await client.query<{
    country: string | null;
    institution: string | null;
    name: Wording | null;
    languages: string[];
  }>(
    `select p.country, i.slug as institution, i.name, r.languages
     from exchange.registration r join exchange.participant p on p.id = r.participant_id
       left join exchange.institution i on i.id = p.institution_id
     where r.edition_id = $1 and r.state = 'approved' and exists (select from exchange.attendance a
       where a.edition_id = r.edition_id and a.participant_id = r.participant_id)`,
    [edition],
  );
  const sexes = await client.query<{ sex: string | null; came: number }>(
    'select sex, came from exchange.sexes($1)',
    [edition],
  );
  const sessions = await client.query<{
    title: Wording;
    people: number;
    count: number | null;
    mean: number | null;
  }>(
    `select s.title, (select count(*)::integer from exchange.attendance a where a.session_id = s.id) as people,
       f.count, f.mean
     from exchange.session s left join lateral exchange.feedback_unsigned(s.id) f on true
     where s.edition_id = $1 and s.state <> 'cancelled' and s.kind <> 'break'
     order by s.starts_at nulls last, s.id limit 100`,
    [edition],
  );
  const proposals = await client.query<{ state: string; n: number }>(
    `select state, count(*)::integer as n from exchange.proposal
     where edition_id = $1 and state <> 'draft' group by state`,
    [edition],
  );
  const spoken = new Map<string, number>();
  for (const { languages } of people)
    for (const tag of languages) spoken.set(tag, (spoken.get(tag) ?? 0) + 1);
  return {
    ...{ edition: toldOf(found.title), starts_on: found.starts_on, ends_on: found.ends_on },
    registered: found.registered,
    came: {
      countries: reportOf(people.map(({ country }) => country)),
      institutions: reportOf(people.map(({ institution }) => institution)),
      sexes: reportOf(
        sexes.rows.flatMap(({ sex, came }) => Array.from({ length: came }, () => sex)),
      ),
      // Somebody speaks several: these cells overlap, so the rest of a cell is one too.
      languages: [...spoken]
        .map(([code, count]) => ({
          code,
          people:
            count < SMALLEST_CELL ||
            (people.length !== count && people.length - count < SMALLEST_CELL)
              ? null
              : count,
        }))
        .toSorted((a, b) => (b.people ?? -1) - (a.people ?? -1) || (a.code < b.code ? -1 : 1)),
    },
    institutions: Object.fromEntries(
      people.flatMap(({ institution, name }) =>
        institution === null || name === null ? [] : [[institution, toldOf(name)]],
      ),
    ),
    sessions: sessions.rows.map(({ title, people: came, count, mean }) => ({
      title: toldOf(title),
      feedback: count === null || mean === null ? null : { count, mean },
      people: came > 0 && came < SMALLEST_CELL ? null : came,
    })),
    follow_up: await followUpOf(taking, edition, now),
    proposals: Object.fromEntries(proposals.rows.map(({ state, n }) => [state, n])),
  };
}
