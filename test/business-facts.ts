import type { CaseFile } from './case-file.ts';

/** A small business planned, paid for, begun, visited, and stopped by what stood in the way. */
export function businessFacts(file: CaseFile): void {
  const business_id = file.id();
  const voice = { on: '2026-12-20' };
  const tell = (kind: string, body: object) => file.done(kind, body, voice);
  tell('plan_business', {
    ...{ business_id, what: 'Flat bread at the bazaar', for_whom: 'Neighbours' },
    costs: [{ what: 'Oven', cost: { amount: '900000', currency: 'UZS' } }],
    ...{ there: 'A room with a door to the street', help: 'The oven', agreed_by_person: true },
  });
  const assistance_id = file.id();
  tell('give_business_grant', {
    business_id,
    given: {
      ...{ assistance_id, kind: 'tools', on: '2026-12-08', payer: { name: 'Fund' } },
      received: { who: 'person' },
      given: { as: 'money', paid: { amount: '900000', currency: 'UZS' } },
    },
  });
  tell('begin_business', { business_id, on: '2026-12-09', milestone_id: file.id() });
  const asset_id = file.id();
  tell('list_business_asset', {
    ...{ business_id, asset_id, what: 'Oven', quantity: '1', from: 'grant', assistance_id },
    on: '2026-12-09',
  });
  tell('take_off_business_asset', { asset_id, on: '2026-12-18', why: 'broken' });
  tell('visit_business', {
    ...{ business_id, visit_id: file.id(), on: '2026-12-19', outcome: 'stopped' },
    ...{ words: 'The oven broke', barrier: 'cost' },
  });
}
