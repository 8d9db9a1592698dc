import { expect, it } from 'vitest';
import { caseFile, PERSON, testId } from '#test/case-file.ts';
import { whyLeftOut } from './household-referral.ts';

const CLINIC = {
  ...{ purpose: 'health_care', organisation_id: testId(90), urgency: 'routine' as const },
};
const consent = (file: ReturnType<typeof caseFile>, more: object = {}) => ({
  ...{ consent_id: file.id(), decision: 'given', purposes: ['health_care'], recipient_ids: [] },
  ...{ withhold: [], said_by: { person_id: PERSON, as: 'self' }, expression: 'spoken' },
  ...{ language: 'uz', notice_version: '1', ...more },
});

it('asks each file for itself: no file, no consent, and then a consent of the own', () => {
  expect(whyLeftOut(undefined, CLINIC)).toBe('no_file');
  const [mother, aunt] = [caseFile(), caseFile()];
  mother.done('record_consent', consent(mother));
  expect(whyLeftOut(mother, CLINIC)).toBeNull();
  expect(whyLeftOut(aunt, CLINIC)).toBe('no_consent');
  expect(whyLeftOut(mother, { ...CLINIC, purpose: 'education' })).toBe('no_consent');
});
