import { linesThatLeave, type MinutesCopy } from '#domain/exchange/minutes/published-minutes.ts';
import type { SessionRule } from '#domain/exchange/session-rule.ts';
import { textsOf } from '../news/news-publishing.ts';
import type { Publishable } from '../publication/publishable.ts';

/** Everything in minutes that readers would see, for the second editor. */
export function textsOfMinutes({
  title,
  lines,
}: Pick<MinutesCopy, 'title' | 'lines'>): Record<string, string> {
  return Object.assign(
    textsOf('title', title),
    ...lines.map(({ number, words, speaker }) => ({
      ...textsOf(`line${number}`, words),
      ...(speaker === null ? {} : { [`speaker${number}`]: speaker }),
    })),
  );
}

/**
 * What becomes of minutes when the second editor has decided. The rule of that moment binds them, and what
 * somebody said under an alias goes with whoever has stepped back since.
 */
export const MINUTES_PUBLISHING: Publishable = {
  kind: 'minutes',
  async published({ client }, { id: session, version, at }) {
    const { rows } = await client.query<{
      asked: MinutesCopy | null;
      rule: SessionRule;
      aliases: string[];
    }>(
      `select m.asked, s.rule, array(select x.name from exchange.session_speaker x
           where x.session_id = s.id and x.alias) as aliases
       from exchange.minutes m join exchange.session s on s.id = m.session_id
       where m.session_id = $1 for update of m`,
      [session],
    );
    const [row] = rows;
    if (row === undefined || row.asked === null || row.asked.version !== version) return;
    const { asked, rule, aliases } = row;
    const lines = linesThatLeave(asked.lines, rule).filter(
      ({ alias, speaker }) => !alias || (speaker !== null && aliases.includes(speaker)),
    );
    await client.query(
      `update exchange.minutes set published = $2, asked = null, published_at = $3
       where session_id = $1`,
      [session, lines.length === 0 ? null : JSON.stringify({ ...asked, lines }), at],
    );
  },
  async sentBack({ client }, { id }) {
    await client.query('update exchange.minutes set asked = null where session_id = $1', [id]);
  },
  async takenDown({ client }, { id }) {
    await client.query('update exchange.minutes set published = null where session_id = $1', [id]);
  },
};
