import type { ScheduleDraft } from '#domain/exchange/schedule/draft.ts';
import type { ImportPlan } from '#domain/exchange/schedule/import-plan.ts';
import { newWording, type Wording } from '#domain/exchange/wording.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { logged } from './logged.ts';

type Edition = ScheduleDraft['edition'];

/** What an edition has already, by which a file is compared. */
export async function existingOf({ client }: Taking, edition: Edition) {
  const names = async (table: 'room' | 'track') => {
    const { rows } = await client.query<{ id: string; name: Wording }>(
      `select id, name from exchange.${table} where edition_id = $1`,
      [edition.id],
    );
    return new Map(
      rows.flatMap(({ id, name }) => Object.values(name.versions).map(({ text }) => [text, id])),
    );
  };
  const { rows } = await client.query<{ id: string; origin: string | null }>(
    'select id, origin from exchange.session where edition_id = $1',
    [edition.id],
  );
  const [rooms, tracks] = [await names('room'), await names('track')];
  return {
    ...{ startsOn: edition.starts_on, endsOn: edition.ends_on, zone: edition.time_zone },
    ...{ rooms: new Set(rooms.keys()), tracks: new Set(tracks.keys()), count: rows.length },
    ...{ roomIds: rooms, trackIds: tracks },
    // Our own sessions keep their id when they come back from a file of ours.
    guids: new Set(rows.flatMap(({ id, origin }) => (origin === null ? [id] : [id, origin]))),
  };
}

interface BringIn {
  readonly edition: Edition;
  readonly plan: ImportPlan;
  /** The language of the file's texts, where a session does not say its own. */
  readonly lang: string;
  readonly by: string;
}

/** Writes what the plan says, all of it or nothing: drafts, which nobody sees before the next release. */
export async function bringIn(
  taking: Taking,
  deps: ExchangeDeps,
  { edition, plan, lang, by }: BringIn,
): Promise<void> {
  const { client } = taking;
  const { roomIds, trackIds } = await existingOf(taking, edition);
  const wording = (text: string, said: string | null = null) =>
    JSON.stringify(newWording({ lang: said ?? lang, text }, by, deps.clock()));
  for (const [table, names, ids] of [
    ['room', plan.rooms, roomIds],
    ['track', plan.tracks, trackIds],
  ] as const) {
    for (const name of names) {
      const id = deps.newId();
      ids.set(name, id);
      await client.query(
        `insert into exchange.${table} (id, edition_id, name, standing) values ($1, $2, $3, $4)`,
        [id, edition.id, wording(name), ids.size],
      );
    }
  }
  for (const one of plan.sessions) {
    await client.query(
      `insert into exchange.session (id, edition_id, room_id, track_id, title, abstract, kind, starts_at,
         minutes, languages, do_not_record, origin, named_in_file, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[deps.newId(), edition.id, one.room === null ? one.roomId : roomIds.get(one.room)],
        ...[one.track === null ? null : trackIds.get(one.track), wording(one.title, one.language)],
        ...[
          one.abstract === '' ? null : wording(one.abstract, one.language),
          one.kind,
          one.startsAt,
          one.minutes,
        ],
        ...[one.language === null ? [] : [one.language], one.doNotRecord, one.guid],
        ...[one.persons.slice(0, 60), deps.clock()],
      ],
    );
  }
  await logged(taking, deps, 'brought_in', 'edition', edition.id, {
    sessions: plan.sessions.length,
  });
}
