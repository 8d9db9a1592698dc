import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line } from '../text.ts';
import { type Day, day } from '../time.ts';
import {
  accept,
  commandKind,
  type Decision,
  type Noun,
  refuse,
  type Situation,
} from './command.ts';
import { givenFor, SPECIALIST_TO_WORKER } from './consent.ts';
import { type Fact, factKind, type NewFact } from './fact.ts';
import { dosesDue } from './model-vaccination.ts';
import type { CaseState } from './state.ts';

/** Seen, and when next. What was found is not ours: there is no field for it, here or anywhere. */
export const recordSeen = z.strictObject({
  seen_id: id,
  on: day,
  came: z.boolean(),
  /** The next date; null = none. That there is one is all that others learn. */
  next_on: day.nullable(),
});
const healthSeen = recordSeen.omit({ next_on: true });
/** The next day on which a health appointment is due; null = none. For what is not said outside this part. */
const healthDue = z.strictObject({ next_on: day.nullable() });
export const PROOFS = ['paper', 'told', 'given_now'] as const;
export const recordVaccination = z.strictObject({
  vaccination_id: id,
  /** A dose of the calendar in the model. */
  code: z.string().min(1).max(60),
  on: day,
  /** Where it was given: a clinic, a country, a camp is not asked for. */
  where: line.optional(),
  /** How it is known. */
  proof: z.enum(PROOFS),
});

type Vaccination = z.infer<typeof recordVaccination>;

export interface HealthState {
  readonly seen: Readonly<Record<Id, z.infer<typeof healthSeen>>>;
  readonly vaccinations: Readonly<Record<Id, Vaccination>>;
  /** What everybody who reaches the file may know of the calendar: when somebody should be seen again. */
  readonly due_on: Day | null;
}

/** The day on which each dose was given, by its code; the earliest where it was written down twice. */
export function dosesGiven({
  vaccinations,
}: Pick<HealthState, 'vaccinations'>): Readonly<Record<string, Day>> {
  const given: Record<string, Day> = {};
  for (const { code, on } of Object.values(vaccinations)) {
    const known = given[code];
    if (known === undefined || on < known) given[code] = on;
  }
  return given;
}

/** Whether somebody works with the person’s health: the specialist, or the worker whom the person lets. */
export function worksOnHealth({ assignment, consent }: CaseState, account: Id): boolean {
  if (assignment.specialists[account]?.compartment === 'health') return true;
  return (
    assignment.worker?.account_id === account && givenFor(consent, SPECIALIST_TO_WORKER) !== null
  );
}

function notTheirs(state: CaseState, { actor }: Situation): Decision | null {
  return worksOnHealth(state, actor.id) ? null : refuse('not_assigned');
}

/**
 * The day on which the calendar asks for the next dose, told to everybody without saying which, where it changed. What
 * is due already was for the clinic to decide when the person was seen: nobody is asked for it again and again.
 */
function dueNext(state: CaseState, given: Readonly<Record<string, Day>>, situation: Situation) {
  const { model, person, today } = situation;
  const ahead = dosesDue(model, person.birth ?? null, given, today).filter(
    (dose) => dose.state === 'ahead',
  );
  const next_on = ahead.map(({ due_on }) => due_on).toSorted()[0] ?? null;
  return next_on === state.health.due_on ? [] : [{ kind: 'health_due', body: { next_on } }];
}

/**
 * The same where a fact is put right: a vaccination of another day moves what everybody was asked to remember. Nobody
 * erases one alone (rights.ts); with the whole content of a file the day goes too.
 */
export function dueAfter(
  state: CaseState,
  { kind, body: before }: Pick<Fact, 'kind' | 'body'>,
  body: object,
  situation: Situation,
): readonly NewFact[] {
  if (kind !== 'vaccination_recorded') return [];
  const vaccinations = {
    ...state.health.vaccinations,
    [(before as Vaccination).vaccination_id]: body as Vaccination,
  };
  return dueNext(state, dosesGiven({ vaccinations }), situation);
}

/** Health without what was found: seen and when next, and vaccinations by the calendar of the country. */
export const health = {
  slice: 'health',
  initial: { seen: {}, vaccinations: {}, due_on: null } as HealthState,
  facts: {
    health_seen: factKind({
      version: 1,
      compartment: 'health',
      body: healthSeen,
      apply: (slice: HealthState, { body }): HealthState => ({
        ...slice,
        seen: { ...slice.seen, [body.seen_id]: body },
      }),
    }),
    vaccination_recorded: factKind({
      version: 1,
      compartment: 'health',
      body: recordVaccination,
      apply: (slice: HealthState, { body }): HealthState => ({
        ...slice,
        vaccinations: { ...slice.vaccinations, [body.vaccination_id]: body },
      }),
    }),
    health_due: factKind({
      version: 1,
      compartment: 'general',
      body: healthDue,
      apply: (slice: HealthState, { body }): HealthState => ({ ...slice, due_on: body.next_on }),
    }),
  },
  commands: {
    record_seen: commandKind({
      body: recordSeen,
      verb: 'append',
      compartment: 'health',
      decide: (state, { body: { next_on, ...body } }, situation) => {
        const problem = notTheirs(state, situation);
        if (problem !== null) return problem;
        if (state.health.seen[body.seen_id] !== undefined) return refuse('already_recorded');
        if (body.on > situation.today) return refuse('day_in_the_future');
        if (next_on !== null && next_on < situation.today) return refuse('day_in_the_past');
        // Came or not, the general part is told the same.
        return accept(
          { kind: 'health_seen', body },
          { kind: 'specialist_next', body: { next_on } },
          ...dueNext(state, dosesGiven(state.health), situation),
        );
      },
    }),
    record_vaccination: commandKind({
      body: recordVaccination,
      verb: 'append',
      compartment: 'health',
      decide: (state, { body }, situation) => {
        const problem = notTheirs(state, situation);
        if (problem !== null) return problem;
        const doses = situation.model.vaccinations?.doses ?? [];
        if (!doses.some(({ code }) => code === body.code)) return refuse('vaccination_unknown');
        if (body.on > situation.today) return refuse('day_in_the_future');
        const birth = situation.person.birth?.date;
        if (birth !== undefined && body.on < birth) return refuse('day_before_birth');
        const given = dosesGiven(state.health);
        if (given[body.code] !== undefined) return refuse('already_recorded');
        return accept(
          { kind: 'vaccination_recorded', body },
          ...dueNext(state, { ...given, [body.code]: body.on }, situation),
        );
      },
    }),
  },
} as const satisfies Noun<'health'>;
