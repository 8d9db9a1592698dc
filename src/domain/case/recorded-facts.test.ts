import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factStory } from '#test/fact-story.ts';
import type { Fact } from './fact.ts';
import { applyFact, EMPTY, stateOf } from './file.ts';
import { FACT_KINDS } from './nouns.ts';

const FOLDER = join(import.meta.dirname, '../../../test/facts');
const recorded = readdirSync(FOLDER).map((file) => ({
  name: file.replace('.json', ''),
  fact: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Fact,
}));
const kindOf = (fact: Fact) => {
  const known = FACT_KINDS.get(fact.kind);
  if (known === undefined) throw new Error(`nobody reads ${fact.kind} any more`);
  return known.kind;
};

describe('a fact that was recorded once', () => {
  it('is there for every kind in every version: `node scripts/record-facts.ts`', () => {
    const names = new Set(recorded.map(({ name }) => name));
    const wanted = [...FACT_KINDS].flatMap(([name, { kind }]) =>
      Array.from({ length: kind.version }, (_, index) => `${name}-v${index + 1}`),
    );
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  // Seen to fail with a new mandatory field in a body whose version stayed the same.
  it.each(recorded)('$name still has a body that its kind understands', ({ fact }) => {
    const kind = kindOf(fact);
    const body = fact.version < kind.version ? kind.upcast?.(fact.body, fact.version) : fact.body;
    expect(kind.body.safeParse(body).error?.issues).toBeUndefined();
  });

  it.each(recorded)('$name folds, alone and erased', ({ fact }) => {
    expect(applyFact(EMPTY, fact)).toBeDefined();
    expect(applyFact(EMPTY, { ...fact, body: null })).toBeDefined();
  });

  it('is in a whole file of facts, of which any may be erased', () => {
    const facts = factStory();
    expect(stateOf(facts).stage.current).toBe('in_service');
    facts.forEach((_fact, at) => {
      const erased = facts.map((one, index) => (index === at ? { ...one, body: null } : one));
      expect(() => stateOf(erased)).not.toThrow();
    });
  });
});
