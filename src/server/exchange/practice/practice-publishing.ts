import type { Publishable } from '../publication/publishable.ts';

/** What becomes of a card when the second editor has decided. */
export const PRACTICE_PUBLISHING: Publishable = {
  kind: 'practice',
  async published({ client }, { id, version, at }) {
    await client.query(
      'update exchange.practice_version set latest = false where practice_id = $1 and latest',
      [id],
    );
    await client.query(
      `update exchange.practice_version set latest = true, published_at = $3
        where practice_id = $1 and version = $2`,
      [id, version, at],
    );
    await client.query(
      `update exchange.practice set state = 'published', published_version = $2, reviewers = '{}',
         changed_at = $3, version = version + 1 where id = $1`,
      [id, version, at],
    );
  },
  async sentBack({ client }, { id, at }) {
    await client.query(
      `update exchange.practice set state = 'returned', changed_at = $2, version = version + 1
        where id = $1 and state = 'accepted'`,
      [id, at],
    );
  },
  async takenDown({ client }, { id, at }) {
    await client.query(
      `update exchange.practice_version set hidden_at = $2, latest = false
        where practice_id = $1 and published_at is not null and hidden_at is null`,
      [id, at],
    );
    await client.query(
      `update exchange.practice set state = 'taken_down', published_version = null, changed_at = $2,
         version = version + 1 where id = $1`,
      [id, at],
    );
  },
};
