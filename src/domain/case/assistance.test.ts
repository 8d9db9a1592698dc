import { describe, expect, it } from 'vitest';
import {
  asOtherSupervisor,
  asSupervisor,
  type CaseFile,
  caseFile,
  MODEL,
  problemOf,
  testId,
} from '#test/case-file.ts';
import { sumOf } from '../money.ts';
import { assistanceOf, totalsOf } from './assistance.ts';
import { openRequests } from './assistance-request.ts';
import { tasksOf } from './task.ts';

const paid = (amount: string, currency = 'UZS') => ({ as: 'money', paid: { amount, currency } });
const entry = (file: CaseFile, more: object = {}) => ({
  ...{ assistance_id: file.id(), kind: 'rent', on: '2026-11-20' },
  ...{ payer: { name: 'Mahalla fund' }, received: { who: 'person' }, given: paid('800000') },
  ...more,
});

describe('assistance given', () => {
  it('is money in its own currency, or goods that may be worth something', () => {
    const file = caseFile();
    file.done('record_assistance', entry(file));
    file.done('record_assistance', entry(file, { given: paid('100.10', 'USD') }));
    file.done('record_assistance', entry(file, { given: paid('0.2', 'USD') }));
    const coal = {
      as: 'goods',
      quantity: '1.5',
      unit: 't',
      worth: { amount: '3', currency: 'USD' },
    };
    file.done('record_assistance', entry(file, { kind: 'heating', given: coal }));
    const coats = { as: 'goods', quantity: '2', unit: 'coats' };
    file.done('record_assistance', entry(file, { kind: 'clothing', given: coats }));
    // Not a float: 100.1 + 0.2 is 100.30000000000001 there.
    expect(totalsOf(assistanceOf(file.state.assistance))).toEqual({
      sums: [
        { as: 'goods', currency: 'USD', amount: '3' },
        { as: 'money', currency: 'USD', amount: '100.3' },
        { as: 'money', currency: 'UZS', amount: '800000' },
      ].map((sum) => expect.objectContaining(sum)),
      unvalued: 1,
    });
    expect(sumOf(['999999999999.9999', '0.0001'])).toBe('1000000000000');
  });

  it.each([
    [{ given: paid('-5') }, 'body.given.paid.amount not_an_amount'],
    [{ given: paid('0.00') }, 'body.given.paid.amount not_an_amount'],
    [{ given: paid('1e3') }, 'body.given.paid.amount not_an_amount'],
    [{ given: paid('10.5', 'JPY') }, 'body.given.paid.amount not_an_amount'],
    [{ given: paid('10', 'XYZ') }, 'body.given.paid.currency not_a_currency'],
    [
      { given: { as: 'money', paid: { amount: 5, currency: 'USD' } } },
      'body.given.paid.amount wrong_type',
    ],
    [{ received: { who: 'guardian' } }, 'body.received.name required'],
    [{ on: '2026-11-25' }, 'day_in_the_future'],
    [{ kind: 'gold' }, 'assistance_kind_unknown'],
    [{ payer: { name: 'A', organisation_id: testId(30) } }, 'body.payer.name required'],
  ])('refuses %j', (more, expected) => {
    const file = caseFile();
    const outcome = file.say('record_assistance', entry(file, more));
    const field = 'problem' in outcome ? outcome.problem.fields?.[0] : undefined;
    expect(field === undefined ? problemOf(outcome) : `${field.path} ${field.code}`).toBe(expected);
    expect(file.state.assistance.given).toEqual({});
  });

  it('is put right by a later fact, and taken back once', () => {
    const file = caseFile();
    const said = entry(file);
    const [fact] = file.done('record_assistance', said).facts;
    const right = { ...said, given: paid('80000') };
    const correction = { fact_id: fact?.id, compartment: 'general', reason: 'One nought too many' };
    expect(
      problemOf(file.say('correct_fact', { ...correction, body: { ...right, kind: 'x' } })),
    ).toBe('assistance_kind_unknown');
    file.done('correct_fact', { ...correction, body: right });
    const [first] = assistanceOf(file.state.assistance);
    expect(first).toMatchObject({ given: paid('80000'), by: fact?.id });
    const { assistance_id } = said;
    file.done('withdraw_assistance', { assistance_id, reason: 'not_received' });
    expect(totalsOf(assistanceOf(file.state.assistance)).sums).toEqual([]);
    expect(
      problemOf(file.say('withdraw_assistance', { assistance_id, reason: 'given_back' })),
    ).toBe('already_withdrawn');
    expect(problemOf(file.say('record_assistance', said))).toBe('already_recorded');
  });
});

describe('assistance over a limit', () => {
  const rent = (file: CaseFile, amount: string, more: object = {}) =>
    entry(file, { given: paid(amount), ...more });
  const ask = (file: CaseFile, more: object = {}) => ({
    ...{ request_id: file.id(), kind: 'rent', words: 'Until the flat is ready' },
    ...{ worth: { amount: '6000000', currency: 'UZS' }, ...more },
  });

  it('is asked for, approved by somebody else, and given once', () => {
    const file = caseFile();
    expect(problemOf(file.say('record_assistance', rent(file, '5000000')))).toBeNull();
    const over = rent(file, '5000000.5');
    expect(problemOf(file.say('record_assistance', over))).toBe('assistance_over_limit');
    // A limit of its own goes before the one of all; goods count by what they are worth.
    expect(problemOf(file.say('record_assistance', rent(file, '2000001', { kind: 'cash' })))).toBe(
      'assistance_over_limit',
    );
    const coats = { as: 'goods', quantity: '2', unit: 'coats' };
    const dear = { ...coats, worth: { amount: '401', currency: 'USD' } };
    expect(problemOf(file.say('record_assistance', entry(file, { given: dear })))).toBe(
      'assistance_over_limit',
    );
    expect(problemOf(file.say('record_assistance', entry(file, { given: coats })))).toBeNull();
    const little = ask(file, { kind: 'repair', worth: { amount: '10', currency: 'UZS' } });
    expect(problemOf(file.say('ask_for_assistance', little))).toBe('assistance_within_limit');

    const asked = ask(file);
    const { request_id } = asked;
    file.done('ask_for_assistance', asked);
    const waits = () =>
      tasksOf(file.state, MODEL).filter(({ kind }) => kind === 'assistance_approval');
    expect(waits().map(({ account_id }) => account_id)).toEqual([null]);
    const onIt = (amount: string, more: object = {}) =>
      file.say('record_assistance', rent(file, amount, { request_id, ...more }));
    expect(problemOf(onIt('6000000'))).toBe('assistance_over_limit');
    expect(problemOf(file.say('approve_assistance', { request_id }))).toBe('not_allowed');
    file.done('approve_assistance', { request_id }, asSupervisor);
    expect(waits()).toEqual([]);
    expect(problemOf(onIt('6000001'))).toBe('assistance_over_limit');
    expect(problemOf(onIt('6000000', { kind: 'repair' }))).toBe('assistance_over_limit');
    expect(problemOf(onIt('6000000'))).toBeNull();
    expect(problemOf(onIt('5500000'))).toBe('assistance_over_limit');
    // A correction is no way around.
    const given = file.facts.findLast(({ kind }) => kind === 'assistance_given');
    const body = { ...(given?.body as object), given: paid('7000000') };
    const raised = { fact_id: given?.id, compartment: 'general', reason: 'Typo', body };
    expect(problemOf(file.say('correct_fact', raised))).toBe('assistance_over_limit');
  });

  // Broken once each: every gift alone, whoever paid, a day more or less, and what was taken back counted too.
  it('counts together what one payer gave of a kind within the days of the model', () => {
    const file = caseFile();
    const gift = (amount: string, more: object = {}) =>
      problemOf(file.say('record_assistance', rent(file, amount, more)));
    expect(gift('3000000', { on: '2026-10-25' })).toBeNull();
    const taken = rent(file, '5000000', { on: '2026-11-01', payer: { name: 'The region' } });
    file.done('record_assistance', taken);
    const { assistance_id } = taken;
    file.done('withdraw_assistance', { assistance_id, reason: 'given_back' });
    // The thirtieth day with the first one is the 23rd of November; the day after begins anew.
    const later = (on: string, more: object = {}) => gift('2000000.01', { on, ...more });
    expect(later('2026-11-23')).toBe('assistance_over_limit');
    const spelt = { payer: { name: ' mahalla  FUND ' } };
    expect(later('2026-11-23', spelt)).toBe('assistance_over_limit');
    expect(later('2026-11-23', { payer: { name: 'The region' } })).toBeNull();
    expect(later('2026-11-23', { kind: 'repair' })).toBeNull();
    expect(later('2026-11-24')).toBeNull();
    // What is written down late counts with what came after it, in any thirty days that hold both.
    expect(gift('3000000', { on: '2026-11-20' })).toBe('assistance_over_limit');
    expect(gift('2500000', { on: '2026-10-20' })).toBe('assistance_over_limit');
    expect(gift('2500000', { on: '2026-09-25' })).toBeNull();

    const request_id = file.id();
    const worth = { amount: '2500000', currency: 'UZS' };
    file.done('ask_for_assistance', { request_id, kind: 'rent', worth, words: 'The roof' });
    file.done('approve_assistance', { request_id }, asSupervisor);
    expect(gift('2500001', { on: '2026-11-20', request_id })).toBe('assistance_over_limit');
    expect(gift('2500000', { on: '2026-11-20', request_id })).toBeNull();
    // Nor is a correction a way around: another payer, another day.
    const fact = file.facts.find(
      ({ kind, body }) =>
        kind === 'assistance_given' && (body as { on?: string }).on === '2026-09-25',
    );
    const moved = { ...(fact?.body as object), on: '2026-10-20' };
    const raised = { fact_id: fact?.id, compartment: 'general', reason: 'Typo', body: moved };
    expect(problemOf(file.say('correct_fact', raised))).toBe('assistance_over_limit');
  });

  it('counts within the days that the model names', () => {
    const assistance = { ...MODEL.assistance, limit_days: 7 };
    const file = caseFile({ model: { ...MODEL, assistance } as typeof MODEL });
    const gift = (on: string) =>
      problemOf(file.say('record_assistance', rent(file, '3000000', { on })));
    expect([gift('2026-11-10'), gift('2026-11-16'), gift('2026-11-17')]).toEqual([
      ...[null, 'assistance_over_limit', null],
    ]);
  });

  // Broken once each: no limit taken for none at all, and an approval that held in any currency.
  it('asks in a currency that has no limit, and approves in that one alone', () => {
    const file = caseFile();
    const euros = (more: object = {}) => entry(file, { given: paid('1', 'EUR'), ...more });
    expect(problemOf(file.say('record_assistance', euros()))).toBe('assistance_over_limit');
    const worth = { amount: '1', currency: 'EUR' };
    const asked = ask(file, { worth });
    const { request_id } = asked;
    file.done('ask_for_assistance', asked);
    file.done('approve_assistance', { request_id }, asSupervisor);
    const other = entry(file, { given: paid('1', 'GBP'), request_id });
    expect(problemOf(file.say('record_assistance', other))).toBe('assistance_over_limit');
    expect(problemOf(file.say('record_assistance', euros({ request_id })))).toBeNull();
    // Where a kind has no limit in any currency nobody is asked.
    const limits = [{ kind: 'cash', above: { amount: '5', currency: 'UZS' } }];
    const assistance = { ...MODEL.assistance, limits };
    const free = caseFile({ model: { ...MODEL, assistance } as typeof MODEL });
    const gift = (kind: string) =>
      problemOf(free.say('record_assistance', entry(free, { kind, given: paid('9', 'EUR') })));
    expect([gift('rent'), gift('cash')]).toEqual([null, 'assistance_over_limit']);
  });

  it('is never approved by whoever asked for it', () => {
    const file = caseFile();
    const asked = ask(file);
    file.done('ask_for_assistance', asked, asSupervisor);
    const { request_id } = asked;
    expect(problemOf(file.say('approve_assistance', { request_id }, asSupervisor))).toBe(
      'own_proposal',
    );
    const back = { request_id, reason: 'Too much' };
    expect(problemOf(file.say('decline_assistance', back, asSupervisor))).toBe('own_proposal');
    file.done('decline_assistance', back, asOtherSupervisor);
    const again = file.say('approve_assistance', { request_id }, asOtherSupervisor);
    expect(problemOf(again)).toBe('approval_decided');
    expect(problemOf(file.say('approve_assistance', { request_id: file.id() }, asSupervisor))).toBe(
      'assistance_request_unknown',
    );
  });

  it('does not wait where it is urgent, and is looked at afterwards', () => {
    const file = caseFile();
    const said = rent(file, '9000000', { urgent: true });
    expect(problemOf(file.say('record_assistance', said))).toBe('invalid_input');
    const request_id = file.id();
    file.done('record_assistance', { ...said, request_id });
    expect(openRequests(file.state)).toMatchObject([
      { request_id, given_as: said.assistance_id, worth: { amount: '9000000' } },
    ]);
    file.done('approve_assistance', { request_id }, asSupervisor);
    // It was given on it already: nothing more is.
    const more = rent(file, '9000000', { request_id });
    expect(problemOf(file.say('record_assistance', more))).toBe('assistance_over_limit');
    // Nor where it was given back: what was approved was that one gift. Broken once without `given_as`.
    const back = { assistance_id: said.assistance_id, reason: 'given_back' };
    file.done('withdraw_assistance', back);
    expect(problemOf(file.say('record_assistance', more))).toBe('assistance_over_limit');
    const other = { ...rent(file, '9000000', { urgent: true }), request_id: file.id() };
    file.done('record_assistance', other);
    const taken = { assistance_id: other.assistance_id, reason: 'given_back' };
    file.done('withdraw_assistance', taken);
    expect(openRequests(file.state)).toEqual([]);
  });
});
