import type { Programme } from '#domain/exchange/schedule/programme.ts';
import { textsOf } from '../news/news-publishing.ts';
import { tellWhoAsked } from '../publication/looked-at.ts';
import type { Publishable } from '../publication/publishable.ts';

const workspace = '/workspace/schedule';

/**
 * The words of a programme as readers get them: of a session by its number, `abstract_12.ru`, of a room or track
 * by its place in the list, `room2.ru`. Most rooms were checked when they were named; those of a file were not.
 */
export function textsOfProgramme({
  rooms,
  tracks,
  sessions,
}: Pick<Programme, 'rooms' | 'tracks' | 'sessions'>): Record<string, string> {
  return Object.assign(
    {},
    ...rooms.map(({ name }, at) => textsOf(`room${at + 1}`, name)),
    ...tracks.map(({ name }, at) => textsOf(`track${at + 1}`, name)),
    ...sessions.map(({ number, title, abstract }) => ({
      ...textsOf(`title_${number}`, title),
      ...(abstract === null ? {} : textsOf(`abstract_${number}`, abstract)),
    })),
  );
}

/**
 * Words of a programme in which the check found somebody. The desk clears the words; the organiser releases,
 * so that nothing half moved goes out with them. Taken down, no version until now is read any more.
 */
export const PROGRAMME_PUBLISHING: Publishable = {
  kind: 'programme',
  published: (taking, what, deps) =>
    tellWhoAsked(taking, deps, 'look_done', { subject: ['programme', what], workspace }),
  sentBack: (taking, what, deps) =>
    tellWhoAsked(taking, deps, 'look_sent_back', { subject: ['programme', what], workspace }),
  async unasked({ client }, edition) {
    const { rowCount } = await client.query(
      'select from exchange.programme_version where edition_id = $1 and taken_down_at is null',
      [edition],
    );
    return (rowCount ?? 0) > 0;
  },
  async takenDown({ client }, { id, at }) {
    await client.query(
      `update exchange.programme_version set taken_down_at = $2
       where edition_id = $1 and taken_down_at is null`,
      [id, at],
    );
  },
};
