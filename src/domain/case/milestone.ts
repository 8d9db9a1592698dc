import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import { type Day, day, type Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

/** Something that the person has reached: a paper issued, school entered, a job kept, a trade taught. */
export const reachMilestone = z.strictObject({
  milestone_id: id,
  /** A code of `milestones` in the model. */
  code: z.string().min(1).max(60),
  on: day,
  words: prose.optional(),
  /** How it is known: "saw the certificate"; never the paper itself. */
  evidence: line.optional(),
});

export interface Milestone extends z.infer<typeof reachMilestone> {
  readonly recorded_at: Instant;
}
export interface MilestoneState {
  readonly reached: Readonly<Record<Id, Milestone>>;
}

/** What was reached, by its day; the same day by id, so that device and server list alike. */
export function milestonesOf(slice: MilestoneState): readonly Milestone[] {
  return Object.values(slice.reached).sort((a, b) =>
    a.on === b.on ? (a.milestone_id < b.milestone_id ? -1 : 1) : a.on < b.on ? -1 : 1,
  );
}

/** A day some months later; the last of the month where that month is shorter. */
export function monthsLater(from: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = Date.UTC(year, month - 1 + months, Math.min(date, last));
  return new Date(later).toISOString().slice(0, 10);
}

/** The last day on which this was reached, or null: a course may be finished twice. */
export function reachedOn(slice: MilestoneState, code: string): Day | null {
  return milestonesOf(slice).findLast((milestone) => milestone.code === code)?.on ?? null;
}

export const milestone = {
  slice: 'milestone',
  initial: { reached: {} } as MilestoneState,
  facts: {
    milestone_reached: factKind({
      version: 1,
      compartment: 'general',
      body: reachMilestone,
      apply: (slice: MilestoneState, fact): MilestoneState => ({
        reached: {
          ...slice.reached,
          [fact.body.milestone_id]: { ...fact.body, recorded_at: fact.recorded_at },
        },
      }),
    }),
  },
  commands: {
    reach_milestone: commandKind({
      body: reachMilestone,
      verb: 'append',
      compartment: 'general',
      decide: (state, command, { model, today }) => {
        const { body } = command;
        if (state.milestone.reached[body.milestone_id] !== undefined) {
          return refuse('already_recorded');
        }
        const reached = model.milestones.find((entry) => entry.code === body.code);
        if (reached === undefined) return refuse('milestone_unknown');
        if (body.on > today) return refuse('day_in_the_future');
        if (reached.after !== undefined) {
          // "Kept for three months" is a matter of the calendar, not of hope.
          const first = reachedOn(state.milestone, reached.after.milestone);
          if (first === null) return refuse('milestone_before_missing');
          if (body.on < monthsLater(first, reached.after.months)) return refuse('milestone_early');
        }
        return accept({ kind: 'milestone_reached', body });
      },
    }),
  },
} as const satisfies Noun<'milestone'>;
