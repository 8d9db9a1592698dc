import { describe, expect, it } from 'vitest';
import { openForms } from './open-forms.ts';

// Broken on purpose: failed with `open` leaving only the one that was opened.
describe('forms of a list', () => {
  const both = openForms(openForms([], { open: 'a' }), { open: 'b' });

  it('stand open beside each other, and each closes alone', () => {
    expect(both).toEqual(['a', 'b']);
    expect(openForms(both, { open: 'a' })).toEqual(['a', 'b']);
    expect(openForms(both, { close: 'a' })).toEqual(['b']);
    expect(openForms(['b'], { close: 'a' })).toEqual(['b']);
  });
});
