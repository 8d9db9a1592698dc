import { describe, expect, it } from 'vitest';
import { openForms } from './open-forms.ts';

// Broken on purpose: with `open` leaving only the one that was opened, and with `rename` opening what was closed
// meanwhile, each of these failed.
describe('forms of a list', () => {
  const both = openForms(openForms([], { open: 'a' }), { open: 'b' });

  it('stand open beside each other, and each closes alone', () => {
    expect(both).toEqual(['a', 'b']);
    expect(openForms(both, { open: 'a' })).toEqual(['a', 'b']);
    expect(openForms(both, { close: 'a' })).toEqual(['b']);
    expect(openForms(['b'], { close: 'a' })).toEqual(['b']);
  });

  it('are called otherwise once saved, where they still stand open', () => {
    expect(openForms(['', 'b'], { from: '', to: 'a' })).toEqual(['b', 'a']);
    expect(openForms(['b'], { from: '', to: 'a' })).toEqual(['b']);
    expect(openForms(['b'], { from: 'b', to: 'b' })).toEqual(['b']);
  });
});
