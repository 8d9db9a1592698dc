import type pg from 'pg';
import {
  type Licence,
  type ProceededSession,
  type ProceedingsSheet,
  proceeded,
  type SessionBehind,
} from '#domain/exchange/proceedings/proceedings.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';

/** Proceedings as they were put before the second editor, and as everybody reads them. */
export interface ProceedingsCopy {
  readonly version: number;
  readonly title: Wording;
  readonly abstract: Wording;
  readonly licence: Licence;
  readonly doi: string | null;
  readonly host: Wording | null;
  readonly country: string | null;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly sessions: readonly ProceededSession[];
}

interface ProceedingsRow {
  readonly abstract: Wording;
  readonly licence: Licence;
  readonly doi: string | null;
  readonly version: number;
  readonly published_at: Date | null;
  readonly state: ProceedingsSheet['state'] | null;
}

/** The sessions of an edition as proceedings may hold them at this moment. */
export async function sessionsNow(
  client: pg.PoolClient,
  edition: string,
): Promise<ProceededSession[]> {
  const { rows } = await client.query<SessionBehind>(
    `select s.id, s.title, s.abstract, s.rule, coalesce((select jsonb_agg(jsonb_build_object(
         'participant_id', x.participant_id, 'name', x.name, 'affiliation', o.name, 'alias', x.alias)
         order by x.standing, x.participant_id)
       from exchange.session_speaker x left join exchange.participant p on p.id = x.participant_id
       left join exchange.institution o on o.id = p.institution_id
       where x.session_id = s.id and x.part in ('speaker', 'moderator')), '[]') as people
     from exchange.session s where s.edition_id = $1 and s.state = 'published' and s.kind <> 'break'
     order by s.starts_at nulls last, s.id limit 200`,
    [edition],
  );
  return rows.map(proceeded);
}

/** Proceedings as those who make them see them; empty ones where nobody has begun. */
export async function proceedingsSheetOf(
  client: pg.PoolClient,
  edition: string,
): Promise<ProceedingsSheet> {
  const { rows } = await client.query<ProceedingsRow>(
    `select q.abstract, q.licence, q.doi, q.version, q.published_at,
       (select p.state from exchange.publication p where p.subject_kind = 'proceedings'
         and p.subject_id = q.edition_id order by p.asked_at desc, p.id desc limit 1) as state
     from exchange.proceedings q where q.edition_id = $1`,
    [edition],
  );
  const [row] = rows;
  return {
    abstract: row?.abstract ?? null,
    licence: row?.licence ?? 'CC-BY-4.0',
    doi: row?.doi ?? null,
    version: row?.version ?? 0,
    state: row?.state ?? 'draft',
    published_at: row?.published_at?.toISOString() ?? null,
    sessions: (await sessionsNow(client, edition)).map((session) => ({
      ...session,
      people: [...session.people],
    })),
  };
}

/** All that would go out now, in one copy. */
export async function copyNow(
  client: pg.PoolClient,
  edition: string,
): Promise<ProceedingsCopy | null> {
  const { rows } = await client.query<Omit<ProceedingsCopy, 'sessions'>>(
    `select q.version, e.title, q.abstract, q.licence, q.doi, o.name as host, o.country,
       e.starts_on, e.ends_on
     from exchange.proceedings q join exchange.edition e on e.id = q.edition_id
     left join exchange.letterhead l on l.edition_id = e.id
     left join exchange.institution o on o.id = l.institution_id where q.edition_id = $1`,
    [edition],
  );
  return rows[0] === undefined
    ? null
    : { ...rows[0], sessions: await sessionsNow(client, edition) };
}

/** Proceedings that everybody reads. */
export interface ProceedingsOut {
  readonly published: ProceedingsCopy;
  readonly published_at: Date;
}

/** The published proceedings of an edition by its slug. */
export async function proceedingsOut(
  { client }: Taking,
  slug: string,
): Promise<ProceedingsOut | undefined> {
  const { rows } = await client.query<ProceedingsOut>(
    `select q.published, q.published_at from exchange.proceedings q
     join exchange.edition e on e.id = q.edition_id where e.slug = $1 and q.published is not null`,
    [slug],
  );
  return rows[0];
}
