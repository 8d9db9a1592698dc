import { asSupervisor, bodies, type CaseFile, testId } from './case-file.ts';

const PSYCHOLOGIST = { role: 'specialist_psychosocial', account: testId(34) } as const;
const GUARDIAN_OF_CHILDREN = { role: 'specialist_protection', account: testId(35) } as const;

/** Whom somebody wishes to hear of, and what was found out. */
export function contactFacts(file: CaseFile): void {
  const wish_id = file.id();
  const tracing_id = file.id();
  const organisation_id = testId(36);
  const said = { wish: 'news', other_may_know: false, own_words: 'Where is my brother?' } as const;
  file.done('wish_contact', {
    ...{ wish_id, relation: 'sibling', name: 'Sherzod', last_country: 'IQ' },
    ...{ ...said, wish: 'contact' },
  });
  file.done('change_contact_wish', { wish_id, ...said });
  const consent = bodies.consent(file, ['finding_relatives']);
  file.done('record_consent', { ...consent, recipient_ids: [organisation_id] });
  const on = '2027-01-14';
  file.done('request_tracing', { tracing_id, wish_id, organisation_id, on }, { on: '2027-01-15' });
  file.done(
    'answer_tracing',
    { tracing_id, result: 'not_found', on: '2027-01-15', told: true },
    {
      on: '2027-01-15',
    },
  );
}

/** A mentor whom the person chose, a meeting, and the end. */
export function mentorFacts(file: CaseFile): void {
  const mentoring_id = file.id();
  const activity = { activity_id: file.id(), mentoring_id, what: 'Market day', at: '10:00' };
  const later = { on: '2027-01-15' };
  const chosen = { account_id: testId(37), called: 'Zuhra', chosen_by_person: true };
  file.done('choose_mentor', { mentoring_id, ...chosen }, later);
  const meeting = { ...activity, on: '2027-01-20', meeting_place: 'The library' };
  file.done('agree_activity', meeting, later);
  file.done('cancel_activity', { activity_id: activity.activity_id }, later);
  file.done('end_mentoring', { mentoring_id, said_by: 'person' }, later);
}

/** A safety plan, psychosocial support, and what is kept out of the person's own log. */
export function safetyFacts(file: CaseFile): void {
  const plan = (compartment: string) => ({
    ...{ plan_id: file.id(), compartment, warning_signs: 'He drinks', what_helps: 'Her sister' },
    ...{ whom_to_call: 'Nodira, 90 000 00 00', safe_places: 'The school', worker_does: 'Calls' },
    ...{ made_with: 'person', copy: 'not_safe' },
  });
  const held = plan('psychosocial');
  file.done('agree_safety_plan', plan('protection'));
  file.done('agree_safety_plan', held, PSYCHOLOGIST);
  file.done(
    'review_safety_plan',
    {
      ...{ plan_id: held.plan_id, compartment: 'psychosocial' },
      ...{ outcome: 'still_fits', words: 'Read together', review_on: '2026-12-20' },
    },
    PSYCHOLOGIST,
  );
  const assigned = { account_id: PSYCHOLOGIST.account, compartment: 'psychosocial' };
  file.done('assign_specialist', assigned, asSupervisor);
  const later = { ...PSYCHOLOGIST, on: '2027-01-15' };
  const on = '2027-01-14';
  const session = { session_id: file.id(), form: 'family', on, attended: true };
  file.done('record_session', { ...session, next_on: '2027-01-28' }, later);
  file.done('record_screening', { screening_id: file.id(), on, result: 'support_wished' }, later);
  const taken = { concern_id: file.id(), about: { who: 'caregiver' }, urgency: 'now', words: 'x' };
  file.done('raise_concern', taken);
  file.done('take_concern', { concern_id: taken.concern_id }, asSupervisor);
  const withholding_id = file.id();
  file.done(
    'withhold_from_log',
    {
      ...{ withholding_id, reason: 'fear_of_harm', words: 'He reads it with her' },
      what: { kind: 'readings', roles: ['supervisor'], from: '2026-11-20' },
      review_on: '2026-12-20',
    },
    GUARDIAN_OF_CHILDREN,
  );
  file.done(
    'review_withholding',
    { withholding_id, outcome: 'ends', words: 'She lives elsewhere now' },
    GUARDIAN_OF_CHILDREN,
  );
}
