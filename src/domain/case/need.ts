import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import type { Instant } from '../time.ts';
import { accept, type Command, commandKind, type Noun, refuse, type Situation } from './command.ts';
import { factKind } from './fact.ts';

const domain = z.string().min(1).max(60);
/** What was answered for a domain; a domain without an answer is "not yet asked". */
const answer = z.enum(['none', 'some', 'urgent', 'declined']);

export const assessNeeds = z.strictObject({
  answers: z
    .array(z.strictObject({ domain, value: answer, words: prose.optional() }))
    .min(1)
    .max(40),
});
export const identifyNeed = z.strictObject({
  need_id: id,
  domain,
  urgent: z.boolean(),
  words: line,
});
export const resolveNeed = z.strictObject({ need_id: id, words: prose.optional() });

type Value = z.infer<typeof answer>;
export interface DomainAnswer {
  readonly value: Value;
  readonly words?: string | undefined;
  /** The fact that said so: what a later command must have seen. */
  readonly by: Id;
  /** Who said so: nobody approves what he wrote. */
  readonly said_by: Id;
  readonly at: Instant;
  /** A value said elsewhere without knowledge of the other: both are kept until a human decides. */
  readonly conflict?: { readonly value: Value; readonly by: Id };
}
export interface Need {
  readonly domain: string;
  readonly urgent: boolean;
  readonly words: string;
  readonly identified_at: Instant;
  readonly resolved_at: Instant | null;
}
export interface NeedState {
  readonly domains: Readonly<Record<string, DomainAnswer>>;
  readonly needs: Readonly<Record<Id, Need>>;
  readonly assessed_at: Instant | null;
  /** The fact of the last assessment: what an approval is of. */
  readonly assessed_by_fact: Id | null;
}

const needsAssessed = assessNeeds.extend({ conflicting: z.array(domain) });

/** The domains that two people answered differently without knowing of each other. */
function conflicting(
  slice: NeedState,
  command: Command<z.infer<typeof assessNeeds>>,
): readonly string[] {
  return command.body.answers
    .filter((said) => {
      const known = slice.domains[said.domain];
      if (known === undefined || known.value === said.value) return false;
      return command.seen?.[`domain:${said.domain}`] !== known.by;
    })
    .map((said) => said.domain);
}

function unknownDomain(domains: readonly string[], situation: Situation): string[] {
  const known = new Set(situation.model.need_domains.map((entry) => entry.code));
  return domains.filter((code) => !known.has(code));
}

/** What a person needs, domain by domain, in plain words; practice.md 1.1, design 3. */
export const need = {
  slice: 'need',
  initial: { domains: {}, needs: {}, assessed_at: null, assessed_by_fact: null } as NeedState,
  facts: {
    needs_assessed: factKind({
      version: 1,
      compartment: 'general',
      body: needsAssessed,
      apply: (slice: NeedState, fact): NeedState => {
        const domains: Record<string, DomainAnswer> = { ...slice.domains };
        for (const said of fact.body.answers) {
          const known = domains[said.domain];
          const base = {
            ...{ value: said.value, words: said.words, by: fact.id },
            ...{ said_by: fact.actor.id, at: fact.recorded_at },
          };
          domains[said.domain] =
            known !== undefined && fact.body.conflicting.includes(said.domain)
              ? { ...base, conflict: { value: known.value, by: known.by } }
              : base;
        }
        return { ...slice, domains, assessed_at: fact.recorded_at, assessed_by_fact: fact.id };
      },
    }),
    need_identified: factKind({
      version: 1,
      compartment: 'general',
      body: identifyNeed,
      apply: (slice: NeedState, fact): NeedState => ({
        ...slice,
        needs: {
          ...slice.needs,
          [fact.body.need_id]: {
            domain: fact.body.domain,
            urgent: fact.body.urgent,
            words: fact.body.words,
            identified_at: fact.recorded_at,
            resolved_at: null,
          },
        },
      }),
    }),
    need_resolved: factKind({
      version: 1,
      compartment: 'general',
      body: resolveNeed,
      apply: (slice: NeedState, fact): NeedState => {
        const known = slice.needs[fact.body.need_id];
        if (known === undefined) return slice;
        const resolved = { ...known, resolved_at: fact.recorded_at };
        return { ...slice, needs: { ...slice.needs, [fact.body.need_id]: resolved } };
      },
    }),
  },
  commands: {
    assess_needs: commandKind({
      body: assessNeeds,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, situation) => {
        const domains = command.body.answers.map((said) => said.domain);
        const unknown = unknownDomain(domains, situation);
        if (unknown.length > 0) return refuse('need_domain_unknown', { domains: unknown });
        if (new Set(domains).size < domains.length) return refuse('need_domain_twice');
        const both = conflicting(state.need, command);
        const fact = { kind: 'needs_assessed', body: { ...command.body, conflicting: both } };
        return both.length > 0 ? { facts: [fact], conflict: true } : accept(fact);
      },
    }),
    identify_need: commandKind({
      body: identifyNeed,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, situation) => {
        const unknown = unknownDomain([command.body.domain], situation);
        if (unknown.length > 0) return refuse('need_domain_unknown', { domains: unknown });
        if (state.need.needs[command.body.need_id] !== undefined) return refuse('already_recorded');
        return accept({ kind: 'need_identified', body: command.body });
      },
    }),
    resolve_need: commandKind({
      body: resolveNeed,
      verb: 'append',
      compartment: 'general',
      decide: (state, command) => {
        const known = state.need.needs[command.body.need_id];
        if (known === undefined) return refuse('need_unknown');
        if (known.resolved_at !== null) return refuse('already_resolved');
        return accept({ kind: 'need_resolved', body: command.body });
      },
    }),
  },
} as const satisfies Noun<'need'>;
