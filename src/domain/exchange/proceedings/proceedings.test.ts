import { expect, it } from 'vitest';
import { newWording } from '../wording.ts';
import { proceeded, type SessionBehind } from './proceedings.ts';

const said = (text: string) =>
  newWording({ lang: 'en', text }, null, new Date('2026-01-05T06:00:00Z'));
const session: SessionBehind = {
  ...{ id: 's', title: said('School first'), abstract: said('What helped.'), rule: 'public' },
  people: [
    { participant_id: 'p', name: 'Priya Raman', affiliation: said('Deccan School'), alias: false },
    {
      participant_id: 'q',
      name: 'A mother from the valley',
      affiliation: said('Steppe'),
      alias: true,
    },
  ],
};

// Broken once to see it fail: speakers among what Chatham House leaves.
it('the rule of a session decides what proceedings hold of it, and an alias has no institution', () => {
  expect(proceeded(session).people).toEqual([
    { name: 'Priya Raman', affiliation: session.people[0]?.affiliation },
    { name: 'A mother from the valley', affiliation: null },
  ]);
  const unattributed = proceeded({ ...session, rule: 'chatham_house' });
  expect([unattributed.abstract, unattributed.people]).toEqual([session.abstract, []]);
  const closed = proceeded({ ...session, rule: 'closed' });
  expect([closed.abstract, closed.people]).toEqual([null, []]);
  expect(JSON.stringify(proceeded(session))).not.toContain('participant_id');
});
