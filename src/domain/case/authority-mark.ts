import { z } from 'zod';
import type { Id } from '../id.ts';
import type { Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, type Situation, stale } from './command.ts';
import { givenByFamily } from './consent.ts';
import { factKind } from './fact.ts';
import type { CaseState } from './state.ts';

/** Nothing is said beside that it is so: no reason, no words, no date that could be matched. */
const nothing = z.strictObject({});

export interface AuthorityMarkState {
  /** Since when the guardianship authority decides in place of family and guardians; null = it does not. */
  readonly since: Instant | null;
  readonly by: Id | null;
}

/**
 * A supervisor, or a specialist who openly works with the child: the word of somebody who reaches the
 * file only through a concern would tell everybody else that there is one.
 */
export function openlyHere(state: CaseState, { role, actor }: Situation): boolean {
  return role === 'supervisor' || state.assignment.specialists[actor.id] !== undefined;
}

/**
 * The guardianship authority decides for this child. It is set for ordinary reasons (no relative is
 * found yet, two guardians disagree) and also where a guardian is named in a concern; which of these it
 * was stands nowhere in the general part, and every refusal that follows reads the same.
 */
export const authorityMark = {
  slice: 'authority_mark',
  initial: { since: null, by: null } as AuthorityMarkState,
  facts: {
    authority_decides: factKind({
      version: 1,
      compartment: 'general',
      body: nothing,
      apply: (_slice: AuthorityMarkState, fact): AuthorityMarkState => ({
        ...{ since: fact.recorded_at, by: fact.id },
      }),
    }),
    authority_decides_no_longer: factKind({
      version: 1,
      compartment: 'general',
      body: nothing,
      apply: (): AuthorityMarkState => ({ since: null, by: null }),
    }),
  },
  commands: {
    let_authority_decide: commandKind({
      body: nothing,
      verb: 'name_authority',
      compartment: 'general',
      decide: (state, command, situation) => {
        if (!openlyHere(state, situation)) return refuse('supervisor_says_this');
        if (state.authority_mark.since !== null) return stale('already_recorded');
        // What family or guardian said before stands for nothing new: the authority is asked. All of it, so
        // that nobody can tell whose word it was about.
        const consent_ids = givenByFamily(state.consent).map((one) => one.consent_id);
        return accept(
          { kind: 'authority_decides', body: command.body },
          ...(consent_ids.length === 0
            ? []
            : [{ kind: 'consents_to_ask_again' as const, body: { consent_ids } }]),
        );
      },
    }),
    let_family_decide: commandKind({
      body: nothing,
      verb: 'name_authority',
      compartment: 'general',
      decide: (state, command, situation) => {
        if (!openlyHere(state, situation)) return refuse('supervisor_says_this');
        if (state.authority_mark.since === null) return stale('already_recorded');
        return accept({ kind: 'authority_decides_no_longer', body: command.body });
      },
    }),
  },
} as const satisfies Noun<'authority_mark'>;
