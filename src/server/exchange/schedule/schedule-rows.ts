import type { DraftSession, ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import type { Taking } from '../exchange-database.ts';

export const MOST_SESSIONS_OF_EDITION = 400;

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The edition that `key` (id or slug) names, as far as this participant may see it. */
export async function findEdition({ client }: Taking, key: string) {
  const { rows } = await client.query<ScheduleDraft['edition']>(
    `select id, slug, title, state, starts_on, ends_on, time_zone, languages
     from exchange.edition where id::text = $1 or slug = $1`,
    [key],
  );
  return rows[0];
}

/** The whole draft of an edition's programme; for whoever keeps it. */
export async function loadDraft(
  taking: Taking,
  edition: ScheduleDraft['edition'],
): Promise<Omit<ScheduleDraft, 'changes'>> {
  const { client } = taking;
  const of = [edition.id];
  const named = (table: 'room' | 'track') =>
    client.query<ScheduleDraft['rooms'][number]>(
      `select id, name, version from exchange.${table} where edition_id = $1 order by standing, id limit 100`,
      of,
    );
  const [rooms, tracks, sessions, people, addresses, availability, released] = [
    await named('room'),
    await named('track'),
    await client.query<SessionRow>(SESSIONS, [edition.id, MOST_SESSIONS_OF_EDITION]),
    await client.query<PersonRow>(PEOPLE, of),
    await client.query<AddressRow>(
      'select session_id, lang, url from exchange.session_address where edition_id = $1 order by lang',
      of,
    ),
    await client.query<{ participant_id: string; from_at: Date; until_at: Date }>(
      `select participant_id, from_at, until_at from exchange.availability
       where edition_id = $1 order by from_at`,
      of,
    ),
    await client.query<{ number: number; released_at: Date; taken_down: boolean }>(
      `select number, released_at, taken_down_at is not null as taken_down from exchange.programme_version
       where edition_id = $1 order by number desc limit 1`,
      of,
    ),
  ];
  const last = released.rows[0];
  return {
    edition,
    rooms: rooms.rows,
    tracks: tracks.rows,
    sessions: sessions.rows.map((row) => sessionOf(row, people.rows, addresses.rows)),
    availability: availability.rows.map(({ participant_id, from_at, until_at }) => ({
      ...{ participant_id, from: from_at.toISOString(), until: until_at.toISOString() },
    })),
    released:
      last === undefined
        ? null
        : {
            ...{ number: last.number, at: last.released_at.toISOString() },
            taken_down: last.taken_down,
          },
  };
}

interface SessionRow
  extends Omit<DraftSession, 'starts_at' | 'people' | 'addresses' | 'moved_anyway'> {
  readonly starts_at: Date | null;
  readonly moved_at: Date | null;
  readonly moved_by: string | null;
}
type PersonRow = DraftSession['people'][number] & { readonly session_id: string };
interface AddressRow {
  readonly session_id: string;
  readonly lang: string;
  readonly url: string;
}

function sessionOf(row: SessionRow, people: PersonRow[], addresses: AddressRow[]): DraftSession {
  const { moved_at, moved_by, starts_at, ...rest } = row;
  const at = iso(moved_at);
  return {
    ...rest,
    starts_at: iso(starts_at),
    people: people
      .filter(({ session_id }) => session_id === row.id)
      .map(({ session_id: _, ...person }) => person),
    addresses: Object.fromEntries(
      addresses
        .filter(({ session_id }) => session_id === row.id)
        .map(({ lang, url }) => [lang, url]),
    ),
    moved_anyway: at === null ? null : { at, by: moved_by ?? '' },
  };
}

const SESSIONS = `select s.id, s.number, s.version, s.state, s.title, s.abstract, s.kind, s.room_id, s.track_id,
    s.starts_at, s.minutes, s.languages, s.rule, s.do_not_record, s.named_in_file,
    moved.at as moved_at, moved.by as moved_by
  from exchange.session s
  left join lateral (
    select l.at, p.name as by from exchange.log l
    left join exchange.participant p on p.id = l.participant_id
    where l.subject_kind = 'session' and l.subject_id = s.id
      and l.action = 'placed_anyway'
      and not exists (select from exchange.log later where later.subject_kind = 'session'
        and later.subject_id = s.id and later.action = 'placed' and later.at > l.at)
    order by l.at desc limit 1) moved on true
  where s.edition_id = $1 order by s.starts_at nulls last, s.number limit $2`;

const PEOPLE = `select x.session_id, x.participant_id, x.name, x.alias, x.part, i.name as affiliation, p.country
  from exchange.session_speaker x
  left join exchange.participant p on p.id = x.participant_id
  left join exchange.institution i on i.id = p.institution_id
  where x.edition_id = $1 order by x.part = 'interpreter', x.part = 'moderator', x.standing, x.name`;
