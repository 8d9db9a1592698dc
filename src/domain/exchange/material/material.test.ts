import { expect, it } from 'vitest';
import { MATERIAL_ACCESS, mayReadMaterial, STRANGER } from './material.ts';

const READERS = {
  stranger: STRANGER,
  registered: { ...STRANGER, registered: true },
  speaker: { ...STRANGER, registered: true, speaks_in: ['s'] },
  organiser: { ...STRANGER, organiser: true },
};

// Broken once to see it fail: a public material of a Chatham House session went to everybody.
it('who reads what, by level and by rule', () => {
  const readers = (rule: 'public' | 'chatham_house') =>
    Object.fromEntries(
      MATERIAL_ACCESS.map((access) => [
        access,
        Object.entries(READERS)
          .filter(([, reader]) => mayReadMaterial({ access, session_id: 's', rule }, reader))
          .map(([name]) => name)
          .join(' '),
      ]),
    );
  expect(readers('public')).toEqual({
    public: 'stranger registered speaker organiser',
    registered: 'registered speaker organiser',
    speakers: 'speaker organiser',
    organisers: 'organiser',
  });
  expect(readers('chatham_house').public).toBe('registered speaker organiser');
});
