import { tellWhoAsked } from '../publication/looked-at.ts';
import type { Publishable } from '../publication/publishable.ts';

const workspaceOf = (edition: string) => `/workspace/conferences/${edition}/settings`;

/**
 * The words with which a conference is announced, where the check found somebody in them. The desk clears the
 * words, the organiser announces. Taken down, the conference is a draft again and no page of it is read.
 */
export const EDITION_PUBLISHING: Publishable = {
  kind: 'edition',
  published: (taking, what, deps) =>
    tellWhoAsked(taking, deps, 'look_done', {
      ...{ subject: ['edition', what], workspace: workspaceOf(what.id) },
    }),
  sentBack: (taking, what, deps) =>
    tellWhoAsked(taking, deps, 'look_sent_back', {
      ...{ subject: ['edition', what], workspace: workspaceOf(what.id) },
    }),
  async unasked({ client }, edition) {
    const { rowCount } = await client.query(
      "select from exchange.edition where id = $1 and state <> 'draft'",
      [edition],
    );
    return rowCount === 1;
  },
  async takenDown({ client }, { id }) {
    await client.query('select exchange.hide_edition($1)', [id]);
  },
};
