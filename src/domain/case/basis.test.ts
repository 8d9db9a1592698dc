import { describe, expect, it } from 'vitest';
import { bodies, caseFile, firstCode, MODEL, problemOf } from '#test/case-file.ts';
import { covers } from './basis.ts';
import { mayShare } from './sharing.ts';
import { PREDICATES } from './workflow.ts';

const [first] = MODEL.legal_bases;
const LAW = first?.code;
const [purpose = '', other = ''] = first?.purposes ?? [];
const PURPOSES = MODEL.consent_purposes.map((entry) => entry.code);
const BEYOND = PURPOSES.find((code) => first?.purposes.includes(code) === false);
/** Papers, school, clinic and benefit: what the law gives everybody. */
const ENTITLEMENTS = MODEL.consent_purposes.filter((entry) => entry.entitlement);

const law = (basis_id: string, more: object = {}) => ({
  ...{ basis_id, code: LAW, article: 'Law on education, art. 4', purposes: [purpose] },
  ...{ from: '2026-11-01', ...more },
});

describe('a legal basis', () => {
  it('is recorded apart from consent and covers its purposes on its days', () => {
    const file = caseFile();
    const basis_id = file.id();
    file.done('record_legal_basis', law(basis_id, { until: '2026-12-31', note: 'as agreed' }));
    const { basis, consent } = file.state;
    expect(consent.records).toEqual({});
    expect(covers(basis, purpose, '2026-10-31')).toBeNull();
    expect(covers(basis, purpose, '2026-11-01')?.basis_id).toBe(basis_id);
    expect(covers(basis, purpose, '2026-12-31')?.basis_id).toBe(basis_id);
    expect(covers(basis, purpose, '2027-01-01')).toBeNull();
    expect(covers(basis, other, '2026-11-24')).toBeNull();
  });

  it.each([
    ['legal_basis_unknown', { code: 'no_such_law' }],
    ['purpose_unknown', { purposes: ['no_such_purpose'] }],
    ['purpose_beyond_law', { purposes: [BEYOND] }],
    ['ends_before_start', { until: '2026-10-01' }],
  ])('is refused: %s', (code, wrong) => {
    const file = caseFile();
    expect(problemOf(file.say('record_legal_basis', law(file.id(), wrong)))).toBe(code);
    expect(file.state.basis.records).toEqual({});
  });

  it('is recorded once', () => {
    const file = caseFile();
    const body = law(file.id());
    file.done('record_legal_basis', body);
    expect(problemOf(file.say('record_legal_basis', body))).toBe('already_recorded');
  });
});

describe('what may be shared', () => {
  it('stands on consent first, else on a legal basis, else on nothing', () => {
    const file = caseFile();
    const ground = () => mayShare(file.state, purpose, file.id(), '2026-11-24');
    expect(ground()).toBeNull();
    const basis = law(file.id());
    file.done('record_legal_basis', basis);
    expect(ground()).toEqual({ basis_id: basis.basis_id });
    const consent = bodies.consent(file, [purpose]);
    file.done('record_consent', consent);
    expect(ground()).toEqual({ consent_id: consent.consent_id });
  });

  it('goes only to the organisations that the consent names', () => {
    const file = caseFile();
    const [clinic, school] = [file.id(), file.id()];
    file.done('record_consent', { ...bodies.consent(file, [purpose]), recipient_ids: [clinic] });
    expect(mayShare(file.state, purpose, clinic, '2026-11-24')).not.toBeNull();
    expect(mayShare(file.state, purpose, school, '2026-11-24')).toBeNull();
  });
});

// Seen to fail when `mayShare` answered null as soon as the newest consent on the purpose was a refusal.
describe('a refusal or withdrawal never lowers an entitlement', () => {
  it('the model gives papers, school, clinic and benefit to everybody, each with its fields', () => {
    expect(ENTITLEMENTS.map((entry) => entry.receiver).sort()).toEqual([
      ...['benefit_office', 'clinic', 'papers_office', 'school'],
    ]);
    for (const { code } of ENTITLEMENTS) {
      const packet = MODEL.referral.packets.find((entry) => entry.purpose === code);
      expect(packet?.fields_by_law, code).not.toEqual([]);
    }
  });

  it.each(ENTITLEMENTS)('$code is still served on a legal basis', ({ code: wanted }) => {
    const file = caseFile();
    const found = MODEL.legal_bases.find((entry) => entry.purposes.includes(wanted));
    const basis = { ...law(file.id()), code: found?.code, purposes: [wanted] };
    file.done('record_legal_basis', basis);
    const given = bodies.consent(file, [wanted]);
    file.done('record_consent', given);
    file.done('withdraw_consent', { consent_id: given.consent_id, channel: 'phone' });
    expect(mayShare(file.state, wanted, null, '2026-11-24')).toEqual({ basis_id: basis.basis_id });
    file.done('record_consent', { ...bodies.consent(file, [wanted]), decision: 'refused' });
    expect(mayShare(file.state, wanted, null, '2026-11-24')).toEqual({ basis_id: basis.basis_id });
  });

  it('registration, needs, plan, visits and milestones go on after a refusal', () => {
    const file = caseFile();
    file.done('record_consent', { ...bodies.consent(file, PURPOSES), decision: 'refused' });
    expect(PREDICATES.consent_or_basis(file.state, file.situation)).toBe(false);
    file.done('record_legal_basis', law(file.id()));
    expect(PREDICATES.consent_or_basis(file.state, file.situation)).toBe(true);
    file.done('assess_needs', bodies.assessment());
    file.done('agree_plan', bodies.plan(file));
    const code = firstCode(MODEL.milestones);
    file.done('reach_milestone', { milestone_id: file.id(), code, on: '2026-11-20' });
  });
});
