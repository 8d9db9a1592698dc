import { tellWhoAsked } from '../publication/looked-at.ts';
import type { Publishable } from '../publication/publishable.ts';

const workspace = '/workspace/directory';

/** Forms of a name that somebody gave of themselves: readers have them once a second editor has looked. */
export const EXPERT_PUBLISHING: Publishable = {
  kind: 'expert',
  async published(taking, what, deps) {
    await taking.client.query('select exchange.take_names($1)', [what.id]);
    await tellWhoAsked(taking, deps, 'look_done', { subject: ['expert', what], workspace });
  },
  sentBack: (taking, what, deps) =>
    tellWhoAsked(taking, deps, 'look_sent_back', { subject: ['expert', what], workspace }),
  /** The name of the account stands in their place. */
  async takenDown({ client }, { id }) {
    await client.query('select exchange.take_back_names($1)', [id]);
  },
};
