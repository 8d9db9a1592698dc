import type { Publishable } from '../publication/publishable.ts';
import { ADOPTION, type AdoptionRow, shownOf } from './adoption-row.ts';

/** Readers see the adoption as it was when the second editor published it. */
export const ADOPTION_PUBLISHING: Publishable = {
  kind: 'adoption',
  async published({ client }, { id, at }) {
    const { rows } = await client.query<AdoptionRow>(
      `select ${ADOPTION} from exchange.adoption a where a.id = $1`,
      [id],
    );
    const [row] = rows;
    if (row === undefined) return;
    await client.query(
      `insert into exchange.adoption_shown (adoption_id, subject_kind, subject_id, shown, published_at)
       values ($1, $2, $3, $4, $5)
       on conflict (adoption_id) do update set shown = excluded.shown, published_at = excluded.published_at`,
      [id, row.subject_kind, row.subject_id, JSON.stringify(shownOf(row)), at],
    );
  },
  async takenDown({ client }, { id }) {
    await client.query('delete from exchange.adoption_shown where adoption_id = $1', [id]);
  },
};
