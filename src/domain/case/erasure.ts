import { z } from 'zod';
import { may } from '../access/rights.ts';
import type { Compartment } from '../access/role.ts';
import type { Id } from '../id.ts';
import { line } from '../text.ts';
import type { Instant } from '../time.ts';
import { asItStands } from './as-it-stands.ts';
import { accept, commandKind, type Noun, refuse, type Situation } from './command.ts';
import { openConcerns } from './concern.ts';
import { type Fact, factKind } from './fact.ts';
import type { CaseState } from './state.ts';

export const ERASURE_REASONS = [
  'asked_by_person',
  'time_is_over',
  'recorded_in_error',
  'about_somebody_else',
] as const;

/** Which content goes: some facts of the file, or all of it with the person's own rows. */
export const eraseContent = z
  .strictObject({
    fact_ids: z.array(z.uuid()).max(200),
    whole_person: z.boolean(),
    reason: z.enum(ERASURE_REASONS),
    /** Law and article. */
    legal_ground: line,
  })
  .refine((asked) => asked.whole_person === (asked.fact_ids.length === 0), {
    error: 'required',
    path: ['fact_ids'],
  });

const contentErased = z.strictObject({
  fact_ids: z.array(z.uuid()),
  whole_person: z.boolean(),
  reason: z.enum(ERASURE_REASONS),
  legal_ground: line,
});

export interface ErasureState {
  readonly erasures: readonly {
    readonly by: Id;
    readonly at: Instant;
    readonly reason: (typeof ERASURE_REASONS)[number];
    readonly facts: number;
    readonly whole_person: boolean;
  }[];
}

/** What holds a file together: it has no words, and goes only with the whole. */
const FRAME: readonly string[] = [
  ...['case_opened', 'place_changed', 'stage_entered', 'worker_assigned', 'specialist_assigned'],
  ...['specialist_released', 'fact_corrected', 'content_erased', 'opened_in_emergency'],
  'model_changed',
];

/** Whether content of this fact can be erased on its own. */
export function isErasable(fact: Pick<Fact, 'kind' | 'body'>): boolean {
  return fact.body !== null && !FRAME.includes(fact.kind);
}

/** The facts to be erased with all that repeats their content; or why not. */
function found(state: CaseState, asked: readonly Id[], { facts: said = [], role }: Situation) {
  const facts = asItStands(said);
  const wanted = new Set(asked);
  const named = facts.filter((fact) => wanted.has(fact.id));
  const mine = named.filter((fact) => may(role, 'erase', fact.compartment));
  if (mine.length < wanted.size) return refuse('fact_unknown');
  if (mine.some((fact) => FRAME.includes(fact.kind))) return refuse('fact_not_erasable');
  const open = new Set(openConcerns(state.concern).map((one) => one.concern_id));
  if (mine.some((fact) => open.has(concernOf(fact)))) return refuse('concern_open');
  if (mine.every((fact) => fact.body === null)) return refuse('fact_erased');
  const repeats = facts.filter(
    (fact) => fact.kind === 'fact_corrected' && wanted.has(factNamed(fact)),
  );
  return { facts: [...mine, ...repeats] };
}

function concernOf(fact: Fact): string {
  return (fact.body as { concern_id?: string } | null)?.concern_id ?? '';
}

function factNamed(fact: Fact): string {
  return (fact.body as { fact_id?: string } | null)?.fact_id ?? '';
}

/**
 * Erases what was said; that something was said, when and by whom stays, with its hashes. The journal
 * takes the content out of every table in the same transaction.
 */
export const erasure = {
  slice: 'erasure',
  initial: { erasures: [] } as ErasureState,
  facts: {
    content_erased: factKind({
      version: 1,
      compartment: 'general',
      body: contentErased,
      apply: (slice: ErasureState, fact): ErasureState => {
        const { fact_ids, whole_person, reason } = fact.body;
        const entry = { by: fact.id, at: fact.recorded_at, reason, whole_person };
        return { erasures: [...slice.erasures, { ...entry, facts: fact_ids.length }] };
      },
    }),
  },
  commands: {
    erase_content: commandKind({
      body: eraseContent,
      verb: 'erase',
      compartment: 'general',
      onClosed: true,
      decide: (state, { body }, situation) => {
        if (body.whole_person) {
          // Somebody may be in danger: nothing goes while that is being looked into.
          if (openConcerns(state.concern).length > 0) return refuse('concern_open');
          return accept({ kind: 'content_erased', body });
        }
        const what = found(state, body.fact_ids, situation);
        if (!('facts' in what)) return what;
        const parts = Map.groupBy(what.facts as readonly Fact[], (fact) => fact.compartment);
        // What was erased in a compartment is said in that compartment only.
        return accept(
          ...[...parts].map(([compartment, facts]: [Compartment, Fact[]]) => ({
            ...{ kind: 'content_erased', compartment },
            body: { ...body, fact_ids: facts.map((fact) => fact.id) },
          })),
        );
      },
    }),
  },
} as const satisfies Noun<'erasure'>;
