import type { Publishable } from '../publication/publishable.ts';

/** An adopted text is public by its publication alone; sent back before anybody read it, it is a draft again. */
export const RECOMMENDATION_PUBLISHING: Publishable = {
  kind: 'recommendation',
  published: async () => {},
  async sentBack({ client }, { id }) {
    await client.query(
      `update exchange.recommendation set adopted_on = null, body = null, status = 'open',
         version = version + 1
       where id = $1 and adopted_on is not null
         and exchange.public_version('recommendation', id) is null`,
      [id],
    );
  },
  takenDown: async () => {},
};

/** A report in which the check found something: its words are read by all once somebody else has looked. */
export const REPORT_PUBLISHING: Publishable = {
  kind: 'report',
  async published({ client }, { id }) {
    await client.query('update exchange.progress_report set held = false where id = $1', [id]);
  },
  async takenDown({ client }, { id }) {
    await client.query('update exchange.progress_report set held = true where id = $1', [id]);
  },
};
