import { expect, it } from 'vitest';
import { mayPublish, SESSION_RULES, SESSION_TRACES } from './session-rule.ts';

// Broken once to see it fail: speakers were among what Chatham House leaves.
it('each rule leaves behind what its name promises, and nothing more', () => {
  const left = SESSION_RULES.map((rule) => [
    rule,
    SESSION_TRACES.filter((what) => mayPublish(rule, what)).join(' '),
  ]);
  expect(Object.fromEntries(left)).toEqual({
    public: SESSION_TRACES.join(' '),
    chatham_house: 'title abstract minutes',
    closed: 'title',
  });
});
