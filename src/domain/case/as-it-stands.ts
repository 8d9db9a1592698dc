import type { Fact } from './fact.ts';

/** The two kinds that change what an earlier fact says; after one of them the state is folded anew. */
const REWRITES: readonly string[] = ['fact_corrected', 'content_erased'];

/** Whether the state after this fact is more than the state before it and the fact. */
export function rewrites(fact: Pick<Fact, 'kind'>): boolean {
  return REWRITES.includes(fact.kind);
}

/**
 * The facts of one case in their order as they are to be read now: with the words of their last
 * correction, and without content where that was erased. The same before the rows are gone and after.
 */
export function asItStands(facts: readonly Fact[]): readonly Fact[] {
  if (!facts.some(rewrites)) return facts;
  const corrected = new Map<string, { version: number; body: object }>();
  const erased = new Set<string>();
  let before = -1;
  facts.forEach((fact, index) => {
    if (fact.kind === 'fact_corrected' && fact.body !== null) {
      const { fact_id, version, body } = fact.body as CorrectedBody;
      corrected.set(fact_id, { version, body });
    }
    if (fact.kind === 'content_erased' && fact.body !== null) {
      const { fact_ids, whole_person } = fact.body as ErasedBody;
      for (const id of fact_ids) erased.add(id);
      if (whole_person) before = index;
    }
  });
  return facts.map((fact, index) => {
    if (erased.has(fact.id) || index < before) return { ...fact, body: null };
    const later = corrected.get(fact.id);
    return later === undefined || fact.body === null ? fact : { ...fact, ...later };
  });
}

interface CorrectedBody {
  readonly fact_id: string;
  readonly version: number;
  readonly body: object;
}
interface ErasedBody {
  readonly fact_ids: readonly string[];
  readonly whole_person: boolean;
}
