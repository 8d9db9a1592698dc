import type { Fact } from '#domain/case/fact.ts';
import { assistanceFacts } from './assistance-facts.ts';
import { businessFacts } from './business-facts.ts';
import {
  asLegal,
  asOtherSupervisor,
  asSupervisor,
  bodies,
  type CaseFile,
  caseFile,
  DISTRICT,
  firstCode,
  MODEL,
  testId,
  WORKER,
} from './case-file.ts';
import { childFacts } from './child-facts.ts';
import { commissionFacts } from './commission-facts.ts';
import { groupFacts } from './group-facts.ts';
import { contactFacts, mentorFacts, safetyFacts } from './safety-facts.ts';
import { schoolFacts } from './schooling-facts.ts';
import { transferFacts } from './transfer-facts.ts';
import { wishes } from './wish-facts.ts';

const SERVICE = { service_id: testId(30), organisation_id: testId(31) };
const GRANDMOTHER = testId(20);

/**
 * A file in which every kind of fact is said at least once: what `scripts/record-facts.ts` records. A
 * new kind, or a new version of one, is added here and recorded; a recording is never changed.
 */
export function factStory(): readonly Fact[] {
  // Perhaps seventeen, perhaps eighteen: what is said of children can be said here too.
  const birth = { date: '2008-01-01', precision: 'year', estimated: true } as const;
  const newer = testId(29);
  const models = { [newer]: { ...MODEL, version: MODEL.version + 1 } };
  const file = caseFile({ person: { birth }, ground: { models } });
  const id = () => file.id();
  const seen = () => ({ plan: file.state.plan.plan?.by ?? '' });
  const purpose = firstCode(MODEL.consent_purposes.filter((entry) => entry.entitlement));
  const law = MODEL.legal_bases.find((entry) => entry.purposes.includes(purpose));

  file.done('enter_reception', { place: 'Sanatorium', on: '2026-11-01' });
  file.done('leave_reception', { on: '2026-11-10' });
  file.done('hand_over', {
    ...{ hand_over_id: id(), to: 'receiving_family', person_ids: [GRANDMOTHER] },
    ...{ consent: { person_id: GRANDMOTHER, on: '2026-11-05', expression: 'signed' } },
    ...{ on: '2026-11-10', place: 'Andijon' },
  });
  const consent = bodies.consent(file, [purpose]);
  file.done('record_consent', consent);
  file.done('withdraw_consent', { consent_id: consent.consent_id, channel: 'phone', words: 'No' });
  file.done('record_legal_basis', {
    ...{ basis_id: id(), code: law?.code, article: 'art. 4', purposes: [purpose] },
    ...{ note: 'As read out', from: '2026-11-01', until: '2027-11-01' },
  });
  file.done('assign_worker', { account_id: WORKER }, asSupervisor);
  file.done('move_file', { place_id: DISTRICT }, asSupervisor);
  file.done('change_model', { model_id: newer }, asSupervisor);
  const specialist = { account_id: testId(32), compartment: 'health' };
  file.done('assign_specialist', specialist, asSupervisor);
  file.done('release_specialist', { account_id: testId(32) }, asSupervisor);
  file.done('assess_needs', bodies.assessment('urgent'));
  const need_id = id();
  const [domain] = MODEL.need_domains;
  file.done('identify_need', { need_id, domain: domain?.code, urgent: true, words: 'Certificate' });
  file.done('resolve_need', { need_id, words: 'Issued' });

  const plan = { ...bodies.plan(file), copy_given: false, strengths: 'Sews', wishes: 'A room' };
  file.done('agree_plan', plan);
  file.done('revise_plan', plan, { seen: seen() });
  file.done('give_plan_copy', { plan_id: plan.plan_id });
  commissionFacts(file);
  assistanceFacts(file);
  wishes(file);
  businessFacts(file);
  const [step] = plan.goals.flatMap((goal) => goal.steps);
  file.done('complete_step', { step_id: step?.step_id, outcome: 'done', words: 'Went along' });
  const review = { review_id: id(), on: '2026-11-24', outcome: 'no_change', with_person: true };
  file.done('record_review', { ...review, words: 'Goes well' });
  file.done('record_visit', {
    ...{ visit_id: id(), kind: firstCode(MODEL.visit_kinds), on: '2026-11-20', met: true },
    ...{ words: 'Sleeps badly', compartment: 'psychosocial', next_on: '2026-12-01' },
  });
  const milestone = { milestone_id: id(), code: firstCode(MODEL.milestones), on: '2026-11-22' };
  file.done('reach_milestone', { ...milestone, words: 'Her own', evidence: 'saw it' });
  const pause_id = id();
  const reason = firstCode(MODEL.pause_reasons);
  file.done('start_pause', { pause_id, reason, from: '2026-11-12', words: 'Operation' });
  file.done('end_pause', { pause_id, on: '2026-11-15' });

  const referral = () => {
    const referral_id = id();
    file.done('refer', {
      ...{ referral_id, ...SERVICE, purpose, urgency: 'routine', fields: ['person.name'] },
      ...{ interpreter: { needed: false }, accompanied_by: 'nobody', words: 'Please see her' },
    });
    return referral_id;
  };
  const first = referral();
  file.done('send_referral', { referral_id: first });
  const ask = { kind: 'ask', question: 'please_call' };
  const link_id = id();
  file.done('make_referral_link', { referral_id: first, link_id, way: 'hand' });
  file.done('open_by_link', { referral_id: first }, { link: link_id, role: 'partner' });
  file.done('close_referral_link', { referral_id: first, link_id });
  file.done('record_answer', { referral_id: first, answer: ask, channel: 'phone' });
  file.done('reply_to_referral', { referral_id: first, words: 'Called' });
  const offer = { kind: 'accept', on: '2027-01-08', also: ['2027-01-09'] };
  file.done('record_answer', { referral_id: first, answer: offer, channel: 'phone' });
  file.done('pick_day', { referral_id: first, on: '2027-01-09' });
  file.done('complete_referral', { referral_id: first, outcome: 'met', helpful: 'yes' });
  file.done('cancel_referral', { referral_id: referral(), reason: 'not_needed' });
  const book = () => {
    const appointment_id = id();
    const at = '2027-01-10T05:00:00.000Z';
    file.done('book_appointment', {
      appointment_id,
      title: 'Room 4',
      with: { kind: 'worker' },
      at,
    });
    return { appointment_id };
  };
  const kept = book();
  file.done('move_appointment', { ...kept, at: '2027-01-11T05:00:00.000Z' });
  const then = { on: '2027-01-12' };
  file.done('keep_appointment', kept, then);
  file.done('miss_appointment', { ...book(), reason: 'ill' }, then);
  file.done('cancel_appointment', book());

  transferFacts(file, purpose);
  childFacts(file, purpose);
  const propose = (kind: string) => {
    const approval_id = id();
    file.done('propose_approval', { approval_id, kind, words: 'Ready' });
    return { approval_id };
  };
  file.done('return_approval', { ...propose('plan'), reason: 'Who goes along?' }, asSupervisor);
  file.done('approve', { ...propose('plan'), words: 'Good' }, asOtherSupervisor);
  const check_in_id = id();
  const due_on = '2026-12-24';
  file.done('prepare_closure', {
    ...{ closure_id: id(), reason: firstCode(MODEL.closure_reasons), summary: 'Settled' },
    ...{ feedback_offered: true, check_ins: [{ check_in_id, due_on }] },
  });
  file.done('approve', propose('closure'), asSupervisor);
  const ended = { check_in_id, outcome: 'declined', on: due_on, words: 'All is well' };
  file.done('check_in', { ...ended, asks_help: true }, { on: due_on });
  file.done('answer_help', { check_in_id, words: 'The mahalla mends the roof' });
  file.done('record_feedback', {
    ...{ feedback_id: id(), on: '2026-11-24', given: true, asked_by: 'colleague', language: 'uz' },
    ...{ answers: [{ code: 'helped', value: 'yes', words: 'Ha' }], words: 'Rahmat' },
  });
  file.done('reopen_case', { reason: 'Lost the flat' });
  file.done('record_life_event', {
    ...{ event_id: id(), code: 'birth', on: '2026-11-22', words: 'A girl' },
  });
  papers(file);
  protect(file);
  safetyFacts(file);
  contactFacts(file);
  mentorFacts(file);
  groupFacts(file);
  schoolFacts(file);
  return file.facts;
}

/** A birth certificate that goes every way there is, and one that is no longer needed. */
function papers(file: CaseFile): void {
  const named = { document_id: file.id(), compartment: 'general' };
  const on = (day: string) => ({ ...named, on: day });
  file.done('begin_document', { ...named, kind: 'birth_certificate' });
  file.done('lodge_document', {
    ...{ ...on('2026-09-01'), office: 'Window 3', receipt: 'A-17', fee_paid_by: 'no_fee' },
    answer_due_on: '2026-10-01',
  });
  file.done('query_document', { ...on('2026-09-05'), missing: 'A translation', by: '2026-09-15' });
  file.done('supply_document', { ...on('2026-09-10'), answer_due_on: '2026-10-10' });
  const no = { reason: 'born_abroad', words: 'No paper of the hospital', appeal_by: '2026-11-01' };
  file.done('refuse_document', { ...on('2026-10-02'), office: 'Window 3', ...no });
  file.done('appeal_document', {
    ...{ ...on('2026-10-05'), office: 'Regional registry', answer_due_on: '2026-10-20' },
  });
  file.done('take_document_to_court', {
    ...{ ...on('2026-10-21'), court: 'District court', hearing_on: '2026-11-20' },
  });
  file.done('decide_document', { ...on('2026-11-20'), outcome: 'granted' });
  file.done('issue_document', {
    ...{ ...on('2026-11-23'), valid_until: '2036-11-23', milestone_id: file.id() },
  });
  const court = { document_id: file.id(), compartment: 'legal' };
  file.done('begin_document', { ...court, kind: 'spouse_absence' }, asLegal);
  file.done('withdraw_document', { ...court, on: '2026-11-24', reason: 'not_wished' }, asLegal);
}

/** Notes, a concern, an authority's request, a correction and an erasure. */
function protect(file: CaseFile): void {
  const open = { note_id: file.id(), words: 'Came wiht her sister', compartment: 'general' };
  const said = file.done('add_note', open).facts[0];
  file.done('add_note', {
    note_id: file.id(),
    words: 'Sleeps better',
    compartment: 'psychosocial',
  });
  const concern_id = file.id();
  file.done('raise_concern', {
    ...{ concern_id, about: { who: 'household_member' }, urgency: 'now', words: 'A bruise' },
  });
  const ended = { concern_id, outcome: 'safety_agreed', words: 'Stays with her aunt' };
  file.done('close_concern', ended, asSupervisor);
  file.done(
    'record_authority_request',
    {
      ...{ request_id: file.id(), asked_by: 'An office', asked_on: '2026-11-23' },
      ...{ claimed_ground: 'art. 7', asked_for: 'The file', outcome: 'refused' },
      ...{ decided_by: 'Head of the centre', decided_on: '2026-11-24', told_person: 'told' },
    },
    asSupervisor,
  );
  const opening_id = file.id();
  const guest = { account: testId(33) };
  const door = { opening_id, reason: 'at_the_door', words: 'She stands here with a fever' };
  file.done('open_in_emergency', door, guest);
  file.done(
    'review_emergency',
    { opening_id, outcome: 'in_order', words: 'Rightly' },
    asSupervisor,
  );
  file.done('correct_fact', {
    ...{ fact_id: said?.id, compartment: 'general', reason: 'A slip' },
    body: { note_id: open.note_id, words: 'Came with her sister' },
  });
  file.done(
    'erase_content',
    {
      ...{ fact_ids: [said?.id], whole_person: false, reason: 'asked_by_person' },
      legal_ground: 'art. 17',
    },
    asSupervisor,
  );
}
