import type { Publishable } from '../publication/publishable.ts';

/** What becomes of a model when the second editor has decided: exactly what was asked for is shown. */
export const MODEL_PUBLISHABLE: Publishable = {
  kind: 'model',
  async published({ client }, { id, at }) {
    await client.query(
      `update exchange.model_card set state = 'published', shown = asked, asked = null, published_at = $2
       where id = $1`,
      [id, at],
    );
    await client.query(
      `update exchange.model_file f set published_at = $2 from exchange.model_card c
       where c.id = $1 and f.card_id = c.id and f.hash = c.shown ->> 'file' and f.published_at is null`,
      [id, at],
    );
  },
  async sentBack({ client }, { id }) {
    await client.query(
      `update exchange.model_card set asked = null,
         state = case state when 'waiting' then 'draft' else state end where id = $1`,
      [id],
    );
  },
  async takenDown({ client }, { id }) {
    await client.query(`update exchange.model_card set state = 'taken_down' where id = $1`, [id]);
  },
};
