import type { Publishable } from '../publication/publishable.ts';

/** A picture goes out by its publication alone: the policy of its table asks for it. */
export const PICTURE_PUBLISHING: Publishable = {
  kind: 'picture',
  /** Whoever brought a portrait for somebody else is no second editor of it, though it was that person who asked. */
  async bar({ client }, { id }) {
    const { rowCount } = await client.query(
      'select from exchange.picture where id = $1 and created_by = exchange.me()',
      [id],
    );
    return rowCount === 1 ? { code: 'publication_of_own' } : null;
  },
  published: async () => {},
  takenDown: async () => {},
};
