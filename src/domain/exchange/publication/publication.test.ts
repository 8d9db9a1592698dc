import { expect, it } from 'vitest';
import { personCheck } from '../../person-check.ts';
import { barToPublish } from './publication.ts';

// Broken once by letting whoever asked publish.
it('goes out by another hand than the one that asked, and only with every finding answered', () => {
  const findings = personCheck({ 'title.en': 'Call +998 90 123 45 67', 'steps.en': 'AA 1234567' });
  const asked = { state: 'waiting', asked_by: 'a', findings } as const;
  const [phone, number] = findings;
  if (!number || !phone) throw new Error('Nothing was found');
  const office = { answer: 'institution', reason: 'The desk of the centre' } as const;
  const answered = [{ finding: phone, ...office }];
  expect(barToPublish({ ...asked, findings: [] }, 'a', [])).toBe('publication_of_own');
  expect(barToPublish({ ...asked, findings: [phone] }, 'b', [])).toBe('findings_unanswered');
  expect(barToPublish({ ...asked, findings: [phone] }, 'b', answered)).toBeNull();
  expect(
    barToPublish(asked, 'b', [...answered, { finding: number, ...office }]),
    'a number of a document is never answered away',
  ).toBe('findings_unanswered');
  expect(barToPublish({ ...asked, state: 'published', findings: [] }, 'b', [])).toBe(
    'publication_decided',
  );
});
