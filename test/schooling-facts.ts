import { asSupervisor, type CaseFile, testId } from './case-file.ts';

const SCHOOL = { service_id: testId(30), organisation_id: testId(31) };

/** Seen by the health specialist, and a dose that a paper tells of. */
function healthFacts(file: CaseFile): void {
  const voice = { role: 'specialist_health', account: testId(32) } as const;
  const named = { account_id: testId(32), compartment: 'health' };
  file.done('assign_specialist', named, asSupervisor);
  const seen = { seen_id: file.id(), on: '2026-11-23', came: true, next_on: '2026-12-03' };
  file.done('record_seen', seen, voice);
  file.done(
    'record_vaccination',
    {
      ...{ vaccination_id: file.id(), code: 'measles_1', on: '2026-11-20' },
      ...{ where: 'Polyclinic 2', proof: 'paper' },
    },
    voice,
  );
}

/** A girl who was away from school for long: found, tested, begun, followed, moved, keeping up, done. */
function schoolingFacts(file: CaseFile): void {
  const schooling_id = file.id();
  const voice = { on: '2026-12-20' };
  const here = { schooling_id, on: '2026-12-08' };
  const tell = (kind: string, body: object) => file.done(kind, body, voice);
  tell('prepare_school', {
    ...{ schooling_id, school: SCHOOL, last_grade: 2, language: 'uz' },
    words: 'She would like to draw',
  });
  tell('record_school_test', { ...here, grade: 3, words: 'Reads well, counts to a hundred' });
  tell('agree_catch_up', {
    ...{ ...here, subjects: ['Uzbek', 'Numbers'], hours_a_week: 4, review_on: '2027-02-15' },
    child_words: 'With my cousin',
  });
  tell('start_school', { ...here, milestone_id: file.id(), grade: 3 });
  tell('note_school_week', {
    ...{ schooling_id, week: '2026-12-07', present: 3, absent: 2, reasons: ['travel'] },
  });
  const referral_id = file.id();
  tell('refer', {
    ...{ referral_id, ...SCHOOL, purpose: 'education', urgency: 'urgent', fields: ['person.name'] },
    ...{ interpreter: { needed: false }, accompanied_by: 'nobody' },
  });
  const told = { referral_id, reason: 'child_protection', words: 'Nobody can be asked' };
  file.done('override_referral', told, { ...asSupervisor, ...voice });
  const days = { week: '2026-12-14', present: 4, absent: 0, reasons: [] };
  const partner = { role: 'partner', organisation: SCHOOL.organisation_id, ...voice } as const;
  file.done('answer_school_week', { referral_id, ...days }, partner);
  tell('add_school_support', { ...here, support_id: file.id(), kind: 'way', words: 'The bus' });
  const again = { outcome: 'on_the_way', review_on: '2027-03-01' };
  tell('review_catch_up', { ...here, ...again, words: 'Letters are fine' });
  tell('leave_school', { ...here, reason: 'moved_away' });
}

/** School and health of one person. */
export function schoolFacts(file: CaseFile): void {
  schoolingFacts(file);
  healthFacts(file);
}
