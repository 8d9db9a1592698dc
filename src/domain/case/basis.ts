import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

const code = z.string().min(1).max(60);

/**
 * A law that allows, or asks for, something without the person's consent: kept apart from consent, so
 * that nobody is asked to agree to what is not theirs to refuse (practice.md 0.5, 5.1). It never goes
 * further than its purposes and its days.
 */
export const recordLegalBasis = z.strictObject({
  basis_id: id,
  /** A code of `legal_bases` in the model. */
  code,
  /** Law and article as they stand on the paper, e.g. `ZRU-637, art. 51`. */
  article: line,
  /** Codes of `consent_purposes` in the model. */
  purposes: z.array(code).min(1).max(40),
  note: prose.optional(),
  from: day,
  /** The last day on which it holds; without it, as long as the file is open. */
  until: day.optional(),
});

export interface LegalBasis extends z.infer<typeof recordLegalBasis> {
  readonly recorded_at: Instant;
}

export interface BasisState {
  readonly records: Readonly<Record<Id, LegalBasis>>;
}

/** Whether the law behind a basis holds on a day; both its days are included. */
export function inForce(basis: LegalBasis, today: Day): boolean {
  return basis.from <= today && (basis.until === undefined || today <= basis.until);
}

/** The recorded legal basis that holds for a purpose on a day, the oldest first, or null. */
export function covers(state: BasisState, purpose: string, today: Day): LegalBasis | null {
  const holding = Object.values(state.records)
    .filter((basis) => basis.purposes.includes(purpose) && inForce(basis, today))
    .sort((a, b) => (a.recorded_at < b.recorded_at ? -1 : 1));
  return holding[0] ?? null;
}

/** The legal bases of a file, beside and independent of its consents. */
export const basis = {
  slice: 'basis',
  initial: { records: {} } as BasisState,
  facts: {
    legal_basis_recorded: factKind({
      version: 1,
      compartment: 'general',
      body: recordLegalBasis,
      apply: (slice: BasisState, fact): BasisState => ({
        records: {
          ...slice.records,
          [fact.body.basis_id]: { ...fact.body, recorded_at: fact.recorded_at },
        },
      }),
    }),
  },
  commands: {
    record_legal_basis: commandKind({
      body: recordLegalBasis,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { model }) => {
        const { body } = command;
        if (state.basis.records[body.basis_id] !== undefined) return refuse('already_recorded');
        const law = model.legal_bases.find((entry) => entry.code === body.code);
        if (law === undefined) return refuse('legal_basis_unknown');
        const known = new Set(model.consent_purposes.map((purpose) => purpose.code));
        const unknown = body.purposes.filter((purpose) => !known.has(purpose));
        if (unknown.length > 0) return refuse('purpose_unknown', { purposes: unknown });
        const beyond = body.purposes.filter((purpose) => !law.purposes.includes(purpose));
        if (beyond.length > 0) return refuse('purpose_beyond_law', { purposes: beyond });
        if (body.until !== undefined && body.until < body.from) return refuse('ends_before_start');
        return accept({ kind: 'legal_basis_recorded', body });
      },
    }),
  },
} as const satisfies Noun<'basis'>;
