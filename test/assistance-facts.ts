import { asSupervisor, type CaseFile, testId } from './case-file.ts';

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
  const [asked, second] = [file.id(), file.id()];
  const worth = { amount: '9000000', currency: 'UZS' };
  for (const request_id of [asked, second]) {
    file.done('ask_for_assistance', { request_id, kind: 'rent', worth, words: 'Until March' });
  }
  file.done('approve_assistance', { request_id: asked, words: 'Yes' }, asSupervisor);
  file.done('decline_assistance', { request_id: second, reason: 'Asked twice' }, asSupervisor);
}
