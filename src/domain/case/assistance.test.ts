import { describe, expect, it } from 'vitest';
import { type CaseFile, caseFile, problemOf, testId } from '#test/case-file.ts';
import { sumOf } from '../money.ts';
import { assistanceOf, totalsOf } from './assistance.ts';

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

  // Broken once: with `Number` in the place of the pattern, 1e3 and 0x10 were amounts.
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
