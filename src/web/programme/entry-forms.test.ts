import { expect, it } from 'vitest';
import { entryForms, type Standing } from './entry-forms.ts';

const fresh: Standing = { key: 'k', name: '', under: null };
const died: Standing = { key: 'died', name: 'died', under: '' };

// Broken on purpose: with `open` leaving only the one that was opened, with a name that is a key too, and with
// `named` opening what was closed meanwhile, this failed.
it('keeps the forms of a list beside each other, each where it was opened', () => {
  const both = entryForms(entryForms([], { open: fresh }), { open: died });
  expect(both).toEqual([fresh, died]);
  expect(entryForms(both, { open: { ...died, key: 'other' } })).toEqual(both);
  expect(entryForms(both, { close: '' })).toEqual([died]);
  expect(entryForms(both, { key: 'k', named: 'moved' })).toEqual([
    { key: 'k', name: 'moved', under: null },
    died,
  ]);
  expect(entryForms([died], { key: 'k', named: 'moved' })).toEqual([died]);
});
