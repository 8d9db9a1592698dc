import { type CaseFile, testId } from './case-file.ts';

/** Rent that was paid, and goods that never came. */
export function assistanceFacts(file: CaseFile): void {
  const on = '2026-11-20';
  file.done('record_assistance', {
    ...{ assistance_id: file.id(), kind: 'rent', on, note: 'For November' },
    ...{ payer: { organisation_id: testId(31) }, received: { who: 'person' } },
    given: { as: 'money', paid: { amount: '800000', currency: 'UZS' } },
  });
  const assistance_id = file.id();
  file.done('record_assistance', {
    ...{ assistance_id, kind: 'clothing', on, payer: { name: 'Mahalla fund' } },
    received: { who: 'household_member', name: 'Her sister' },
    given: { as: 'goods', quantity: '2', unit: 'coats', worth: { amount: '40', currency: 'USD' } },
  });
  file.done('withdraw_assistance', { assistance_id, reason: 'not_received' });
}
