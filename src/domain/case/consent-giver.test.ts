import { describe, expect, it } from 'vitest';
import {
  asSupervisor,
  bodies,
  type CaseFile,
  caseFile,
  MODEL,
  problemOf,
  testId,
} from '#test/case-file.ts';
import type { ConsentProposal } from '../people/consent-proposal.ts';
import { giverProblem, nowForAuthority, saidByBarred } from './consent-giver.ts';
import { ownAgreement } from './model-children.ts';
import { mayShare } from './sharing.ts';
import { tasksOf } from './task.ts';

const MOTHER = testId(40);
const AUNT = testId(41);
const born = (date: string) => ({
  person: { birth: { date, precision: 'day', estimated: false } as const },
});
/** Today is 24 November 2026. */
const TWELVE = born('2014-05-01');
const SIX = born('2020-05-01');
const SIXTEEN = born('2010-05-01');

function said(file: CaseFile, more: object = {}, purposes: readonly string[] = ['education']) {
  const said_by = { person_id: MOTHER, as: 'parent' };
  return { ...bodies.consent(file, purposes), said_by, own_agreement: 'yes', ...more };
}
const order = { body: 'Guardianship authority', number: '7', on: '2026-11-20' };
const byAuthority = (file: CaseFile) => ({
  ...{ said_by: { person_id: file.situation.person.id, as: 'guardianship_authority' } },
  authority: order,
});

describe('a child’s consent', () => {
  it('needs the child to have been asked, from the ages of the model', () => {
    const [six, twelve] = [caseFile(SIX), caseFile(TWELVE)];
    const unasked = { own_agreement: 'not_asked' };
    expect(problemOf(six.say('record_consent', said(six, { own_agreement: undefined })))).toBe(
      'own_agreement_needed',
    );
    expect(problemOf(six.say('record_consent', said(six, unasked)))).toBeNull();
    expect(problemOf(twelve.say('record_consent', said(twelve, unasked)))).toBe(
      'own_agreement_needed',
    );
    expect(problemOf(twelve.say('record_consent', said(twelve, { own_agreement: 'no' })))).toBe(
      null,
    );
    const baby = caseFile(born('2024-01-01'));
    const body = said(baby, { own_agreement: undefined });
    expect(problemOf(baby.say('record_consent', body))).toBeNull();
  });

  it('is the child’s alone only where the model says so for every purpose', () => {
    const file = caseFile(SIXTEEN);
    const self = { said_by: { person_id: file.situation.person.id, as: 'self' } };
    expect(problemOf(file.say('record_consent', said(file, self)))).toBe('child_not_alone');
    expect(problemOf(file.say('record_consent', said(file, self, ['legal_help'])))).toBeNull();
    const both = said(file, self, ['legal_help', 'education']);
    expect(problemOf(file.say('record_consent', both))).toBe('child_not_alone');
    const young = caseFile(TWELVE);
    expect(problemOf(young.say('record_consent', said(young, self, ['legal_help'])))).toBe(
      'child_not_alone',
    );
    // A no is taken from everybody.
    const no = { ...self, decision: 'refused' };
    expect(problemOf(young.say('record_consent', said(young, no)))).toBeNull();
  });

  it('stands on the authority’s decision where it decides: its paper, and nobody else’s', () => {
    const file = caseFile(TWELVE);
    const decision = said(file, byAuthority(file));
    expect(problemOf(file.say('record_consent', { ...decision, authority: undefined }))).toBe(
      'invalid_input',
    );
    expect(problemOf(file.say('record_consent', said(file, { authority: order })))).toBe(
      'invalid_input',
    );
    const ahead = { ...decision, authority: { ...order, on: '2026-12-01' } };
    expect(problemOf(file.say('record_consent', ahead))).toBe('day_in_the_future');
    expect(problemOf(file.say('record_consent', decision))).toBeNull();
    const adult = caseFile();
    expect(problemOf(adult.say('record_consent', said(adult, byAuthority(adult))))).toBe(
      'not_a_child',
    );
  });

  // Seen to fail: a father's yes stood for a grown daughter, also that her worker reads what a specialist writes.
  it('is nobody’s once the child is of age: a parent has no yes to give, and a no is taken', () => {
    const adult = caseFile();
    const yes = said(adult, {}, ['specialist_to_worker']);
    expect(problemOf(adult.say('record_consent', yes))).toBe('consent_not_by_person');
    expect(problemOf(adult.say('record_consent', { ...yes, decision: 'refused' }))).toBeNull();
  });

  it('is not the family’s while the supervisor’s mark stands', () => {
    const file = caseFile(TWELVE);
    file.done('let_authority_decide', {}, asSupervisor);
    expect(problemOf(file.say('record_consent', said(file)))).toBe('authority_decides');
    expect(problemOf(file.say('record_consent', said(file, byAuthority(file))))).toBeNull();
    file.done('let_family_decide', {}, asSupervisor);
    expect(problemOf(file.say('record_consent', said(file)))).toBeNull();
  });

  it('of family or guardian stands for nothing new once the authority decides, and is asked again', () => {
    const file = caseFile(SIXTEEN);
    const self = { said_by: { person_id: file.situation.person.id, as: 'self' } };
    const [hers, own] = [said(file), said(file, self, ['legal_help'])];
    file.done('record_consent', hers);
    file.done('record_consent', own);
    const ground = (purpose: string) =>
      mayShare(file.state, purpose, null, file.situation.today) !== null;
    expect([ground('education'), ground('legal_help')]).toEqual([true, true]);
    file.done('let_authority_decide', {}, asSupervisor);
    expect([ground('education'), ground('legal_help')]).toEqual([false, true]);
    const asked = () =>
      tasksOf(file.state, MODEL).filter(({ kind }) => kind === 'consent_again').length;
    expect(asked()).toBe(1);
    file.done('record_consent', said(file, byAuthority(file)));
    expect([ground('education'), asked()]).toEqual([true, 0]);
    // Whoever cannot decide any more is found by what is known of the family, without the mark.
    const other = caseFile(TWELVE);
    other.done('record_consent', said(other));
    const contested = { person: MOTHER };
    const givers = (reasons: ConsentProposal['reasons']): ConsentProposal[] => [
      { giver: contested, standing: 'check', reasons },
    ];
    const barred = (reasons: ConsentProposal['reasons']) =>
      saidByBarred(other.state, { ...other.situation, givers: givers(reasons) }).length;
    expect([barred(['guardianship_contested']), barred(['parent_elsewhere'])]).toEqual([1, 0]);
    // Whoever is grown up decides alone: nothing of then is held up by the family. Broken once without that question.
    const grown = born('2000-01-01').person;
    const person = { ...other.situation.person, ...grown };
    const family = givers(['guardianship_contested']);
    expect(saidByBarred(other.state, { ...other.situation, person, givers: family })).toEqual([]);
  });

  // Broken once to see it fail: without the mark, and with what was asked for again.
  it('of whoever cannot decide is shown as the authority’s, the same whatever the reason, until it is asked again', () => {
    const file = caseFile(TWELVE);
    const hers = said(file);
    file.done('record_consent', hers);
    const shown = (reasons: ConsentProposal['reasons'] = []) => {
      const givers = [{ giver: { person: MOTHER }, standing: 'check', reasons } as const];
      return nowForAuthority(file.state, { ...file.situation, givers });
    };
    expect([shown(), shown(['guardianship_contested'])]).toEqual([[], [hers.consent_id]]);
    file.done('let_authority_decide', {}, asSupervisor);
    expect([shown(), nowForAuthority(file.state, file.situation)]).toEqual([
      [hers.consent_id],
      [hers.consent_id],
    ]);
    file.done('record_consent', said(file, byAuthority(file)));
    expect([shown(), shown(['guardianship_contested'])]).toEqual([[], []]);
  });
});

describe('who may not consent', () => {
  const proposal = (over: Partial<ConsentProposal>): ConsentProposal => ({
    ...{ giver: { person: MOTHER }, standing: 'may_not', reasons: [], ...over },
  });
  const cases = {
    contested: [proposal({ standing: 'check', reasons: ['guardianship_contested'] })],
    'not reached': [proposal({ reasons: ['parent_cannot_be_reached'] })],
    // Broken once by looking at the first of the two alone.
    'not reached, and a guardian': [
      proposal({ standing: 'may', reasons: ['guardian_by_court'] }),
      proposal({ reasons: ['parent_cannot_be_reached'] }),
    ],
    'not known': [proposal({ giver: { person: AUNT }, standing: 'may' })],
    nobody: [],
  };
  const refusals = (file: CaseFile, givers: readonly ConsentProposal[]) =>
    giverProblem(file.state, said(file) as never, { ...file.situation, givers });

  it('is told in one and the same answer, whatever the reason, so that nobody is tipped off', () => {
    const marked = caseFile(TWELVE);
    marked.done('let_authority_decide', {}, asSupervisor);
    const byMark = refusals(marked, [proposal({ standing: 'may' })]);
    expect(byMark).toEqual({ refused: { code: 'authority_decides' } });
    for (const [name, givers] of Object.entries(cases)) {
      expect(refusals(caseFile(TWELVE), givers), name).toEqual(byMark);
    }
    expect(refusals(caseFile(TWELVE), [proposal({ standing: 'may' })])).toBeNull();
    expect(refusals(caseFile(TWELVE), [proposal({ standing: 'check' })])).toBeNull();
  });

  it('is marked by the supervisor, or by a specialist who openly works with the child', () => {
    const file = caseFile(TWELVE);
    const saodat = { role: 'specialist_protection', account: testId(60) } as const;
    expect(problemOf(file.say('let_authority_decide', {}))).toBe('not_allowed');
    expect(problemOf(file.say('let_authority_decide', {}, saodat))).toBe('supervisor_says_this');
    const specialist = { account_id: saodat.account, compartment: 'protection' };
    file.done('assign_specialist', specialist, asSupervisor);
    expect(problemOf(file.say('let_authority_decide', {}, saodat))).toBeNull();
    const fact = file.facts.find(({ kind }) => kind === 'authority_decides');
    expect([fact?.compartment, fact?.body]).toEqual(['general', {}]);
  });
});

// Broken once each: the younger age for asking, the older one for deciding alone, alone for no purpose at all, and
// alone where nobody knows an age that is a child's.
it('a child of an uncertain age is asked as if older and decides alone as if younger', () => {
  const ages = (asked_from: number, needed_from: number, alone_from: number) => ({
    own_agreement: {
      ...{ asked_from, needed_from, alone_from },
      ...{ source_citation: '-', verified: true },
    },
  });
  // Eleven or twelve on 24 November 2026.
  const birth = { date: '2014-01-01', precision: 'year', estimated: false } as const;
  const word = (purposes: ReturnType<typeof ages>[], of: typeof birth | null = birth) =>
    ownAgreement(purposes, of, '2026-11-24');
  expect(word([ages(12, 12, 12)])).toEqual({ asked: true, needed: true, alone: false });
  expect(word([ages(13, 13, 11)])).toEqual({ asked: false, needed: false, alone: true });
  expect(word([]).alone).toBe(false);
  // Whose birth nobody knows may be of age.
  expect(word([ages(1, 1, 17)], null)).toEqual({ asked: false, needed: false, alone: true });
});

it('the model of the demo world has ages and their source for every purpose', () => {
  for (const { code, own_agreement } of MODEL.consent_purposes) {
    expect(own_agreement?.source_citation.length, code).toBeGreaterThan(20);
  }
});
