import { textsOf } from '../news/news-publishing.ts';
import type { Publishable } from '../publication/publishable.ts';
import { type ProceedingsCopy, sessionsNow } from './proceedings-rows.ts';

/** Everything in proceedings that readers would see, for the second editor. */
export function textsOfProceedings({
  abstract: ofAll,
  sessions,
}: Pick<ProceedingsCopy, 'abstract' | 'sessions'>): Record<string, string> {
  return Object.assign(
    textsOf('abstract', ofAll),
    ...sessions.map(({ title, abstract, people }, at) => ({
      ...textsOf(`session${at + 1}`, title),
      ...(abstract === null ? {} : textsOf(`abstract${at + 1}`, abstract)),
      ...(people.length === 0
        ? {}
        : { [`speakers${at + 1}`]: people.map(({ name }) => name).join(', ') }),
    })),
  );
}

/**
 * What becomes of proceedings when the second editor has decided. Who has stepped back since they were put
 * together is not in what goes out.
 */
export const PROCEEDINGS_PUBLISHING: Publishable = {
  kind: 'proceedings',
  async published({ client }, { id: edition, version, at }) {
    const { rows } = await client.query<{ asked: ProceedingsCopy | null }>(
      'select asked from exchange.proceedings where edition_id = $1 for update',
      [edition],
    );
    const asked = rows[0]?.asked;
    if (!asked || asked.version !== version) return;
    const now = await sessionsNow(client, edition);
    const sessions = asked.sessions.map((session) => {
      const still = now.find((one) => one.id === session.id)?.people ?? [];
      const people = session.people.filter(({ name }) => still.some((one) => one.name === name));
      return { ...session, people };
    });
    await client.query(
      `update exchange.proceedings set published = $2, asked = null, published_at = $3
       where edition_id = $1`,
      [edition, JSON.stringify({ ...asked, sessions }), at],
    );
  },
  async sentBack({ client }, { id }) {
    await client.query('update exchange.proceedings set asked = null where edition_id = $1', [id]);
  },
  async takenDown({ client }, { id }) {
    await client.query('update exchange.proceedings set published = null where edition_id = $1', [
      id,
    ]);
  },
};
