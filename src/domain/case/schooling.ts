import type { z } from 'zod';
import type { Id } from '../id.ts';
import { adulthood } from '../people/birth.ts';
import {
  accept,
  commandKind,
  type Decision,
  type Noun,
  refuse,
  type Situation,
  stale,
} from './command.ts';
import { factKind, type NewFact } from './fact.ts';
import { schoolAnswers, weekProblem } from './school-answers.ts';
import {
  addSupport,
  agreeCatchUp,
  changeSchool,
  leaveSchool,
  noteWeek,
  prepareSchool,
  reviewCatchUp,
  runningSchooling,
  type School,
  type Schooling,
  type SchoolingState,
  schoolLeft,
  schoolStarted,
  startSchool,
  testPlacement,
  weekNoted,
} from './schooling-state.ts';
import type { CaseState } from './state.ts';

/** Changes one school; an unknown one (its first fact was erased) leaves the slice as it is. */
function change(
  slice: SchoolingState,
  schoolingId: Id,
  to: (known: Schooling) => Partial<Schooling>,
): SchoolingState {
  const known = slice.schoolings[schoolingId];
  if (known === undefined) return slice;
  return { schoolings: { ...slice.schoolings, [schoolingId]: { ...known, ...to(known) } } };
}

/** A fact of one school that changes it by what it says. */
function later<Body extends { readonly schooling_id: Id }>(
  body: z.ZodType<Body>,
  to: (said: Omit<Body, 'schooling_id'>, known: Schooling) => Partial<Schooling>,
) {
  return factKind({
    ...{ version: 1, compartment: 'general' as const, body },
    apply: (slice: SchoolingState, fact): SchoolingState => {
      const { schooling_id, ...said } = fact.body;
      return change(slice, schooling_id, (known) => to(said, known));
    },
  });
}

/** The school that a command names, where something can still be said about it on a day. */
function opened(
  state: CaseState,
  { schooling_id, on }: { readonly schooling_id: Id; readonly on?: string },
  { today }: Situation,
): { readonly known: Schooling } | { readonly problem: Decision } {
  const known = state.schooling.schoolings[schooling_id];
  if (known === undefined) return { problem: refuse('school_unknown') };
  if (known.left !== null) return { problem: stale('school_left_already') };
  if (on !== undefined && on > today) return { problem: refuse('day_in_the_future') };
  return { known };
}

/** A school of the directory has to be one that takes referrals; a device may not know it yet. */
function unknownSchool(school: School, { services }: Situation): Decision | null {
  if (!('service_id' in school) || services === undefined) return null;
  const known = services[school.service_id]?.organisation_id === school.organisation_id;
  return known ? null : refuse('service_unknown');
}

/** A child’s school: found, tested for, begun, followed week by week until it keeps up, changed or left. */
export const schooling = {
  slice: 'schooling',
  initial: { schoolings: {} } as SchoolingState,
  facts: {
    school_prepared: factKind({
      version: 1,
      compartment: 'general',
      body: prepareSchool,
      apply: (slice: SchoolingState, { body: { schooling_id, ...said } }): SchoolingState => {
        const none = { test: null, catch_up: null, reviews: [], started: null, left: null };
        const prepared: Schooling = { ...said, ...none, weeks: {}, supports: [] };
        return { schoolings: { ...slice.schoolings, [schooling_id]: prepared } };
      },
    }),
    school_test_done: later(testPlacement, (test) => ({ test })),
    catch_up_agreed: later(agreeCatchUp, (catch_up) => ({ catch_up, reviews: [] })),
    catch_up_reviewed: later(reviewCatchUp, (said, { reviews }) => ({
      reviews: [...reviews, said],
    })),
    school_started: later(schoolStarted, (started) => ({ started })),
    school_week_noted: later(weekNoted, ({ week, ...said }, { weeks }) => ({
      weeks: { ...weeks, [week]: said },
    })),
    school_support_given: later(addSupport, (said, { supports }) => ({
      supports: [...supports, said],
    })),
    school_left: later(schoolLeft, (left) => ({ left })),
  },
  commands: {
    prepare_school: commandKind({
      body: prepareSchool,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const { person, today } = situation;
        if (state.schooling.schoolings[body.schooling_id] !== undefined) {
          return refuse('already_recorded');
        }
        if (adulthood(person.birth ?? undefined, today) === 'adult') return refuse('not_a_child');
        if (runningSchooling(state.schooling) !== null) return refuse('school_there_already');
        const problem = unknownSchool(body.school, situation);
        return problem ?? accept({ kind: 'school_prepared', body });
      },
    }),
    record_school_test: commandKind({
      body: testPlacement,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = opened(state, body, situation);
        return 'problem' in found ? found.problem : accept({ kind: 'school_test_done', body });
      },
    }),
    agree_catch_up: commandKind({
      body: agreeCatchUp,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = opened(state, body, situation);
        if ('problem' in found) return found.problem;
        if (body.review_on <= situation.today) return refuse('day_in_the_past');
        return accept({ kind: 'catch_up_agreed', body });
      },
    }),
    review_catch_up: commandKind({
      body: reviewCatchUp,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = opened(state, body, situation);
        if ('problem' in found) return found.problem;
        const { milestone_id, ...said } = body;
        const again = body.outcome !== 'keeping_up';
        if (again && (body.review_on ?? '') <= situation.today) return refuse('day_in_the_past');
        const code = situation.model.schooling?.keeping_up_milestone;
        const reached = !again && code !== undefined && milestone_id !== undefined;
        const milestone: NewFact[] = reached
          ? [{ kind: 'milestone_reached', body: { milestone_id, code, on: body.on } }]
          : [];
        return accept({ kind: 'catch_up_reviewed', body: said }, ...milestone);
      },
    }),
    start_school: commandKind({
      body: startSchool,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = opened(state, body, situation);
        if ('problem' in found) return found.problem;
        if (found.known.started !== null) return stale('already_recorded');
        const { milestone_id, ...said } = body;
        if (state.milestone.reached[milestone_id] !== undefined) return refuse('already_recorded');
        const code = situation.model.schooling?.entered_milestone;
        const milestone: NewFact[] =
          code === undefined
            ? []
            : [{ kind: 'milestone_reached', body: { milestone_id, code, on: body.on } }];
        return accept({ kind: 'school_started', body: said }, ...milestone);
      },
    }),
    note_school_week: commandKind({
      body: noteWeek,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = opened(state, body, situation);
        if ('problem' in found) return found.problem;
        const said = { kind: 'school_week_noted', body: { ...body, said_by: 'worker' } };
        return weekProblem(found.known, body, situation) ?? accept(said);
      },
    }),
    ...schoolAnswers,
    add_school_support: commandKind({
      body: addSupport,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = opened(state, body, situation);
        if ('problem' in found) return found.problem;
        const kinds = situation.model.schooling?.supports ?? [];
        if (!kinds.some(({ code }) => code === body.kind)) return refuse('school_support_unknown');
        const twice = found.known.supports.some(({ support_id }) => support_id === body.support_id);
        return twice ? refuse('already_recorded') : accept({ kind: 'school_support_given', body });
      },
    }),
    change_school: commandKind({
      body: changeSchool,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = opened(state, body, situation);
        if ('problem' in found) return found.problem;
        const { known } = found;
        const { schooling_id, next_id, school, on, grade } = body;
        if (known.started === null) return refuse('school_not_begun');
        if (on < known.started.on) return refuse('ends_before_start');
        if (state.schooling.schoolings[next_id] !== undefined) return refuse('already_recorded');
        const problem = unknownSchool(school, situation);
        if (problem !== null) return problem;
        const { language, catch_up } = known;
        const next = { schooling_id: next_id, school, last_grade: known.started.grade, language };
        // What was agreed goes along, unless the child keeps up by now.
        const goesOn = catch_up !== null && known.reviews.at(-1)?.outcome !== 'keeping_up';
        return accept(
          { kind: 'school_left', body: { schooling_id, on, reason: 'other_school' } },
          { kind: 'school_prepared', body: next },
          { kind: 'school_started', body: { schooling_id: next_id, on, grade } },
          ...(goesOn
            ? [{ kind: 'catch_up_agreed', body: { ...catch_up, schooling_id: next_id } }]
            : []),
        );
      },
    }),
    leave_school: commandKind({
      body: leaveSchool,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }, situation) => {
        const found = opened(state, body, situation);
        if ('problem' in found) return found.problem;
        const { started } = found.known;
        if (started !== null && body.on < started.on) return refuse('ends_before_start');
        return accept({ kind: 'school_left', body });
      },
    }),
  },
} as const satisfies Noun<'schooling'>;
