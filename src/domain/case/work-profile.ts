import { z } from 'zod';
import type { Id } from '../id.ts';
import { line, prose } from '../text.ts';
import type { Instant } from '../time.ts';
import { occupationCode } from '../work/occupation.ts';
import { accept, commandKind, type Noun } from './command.ts';
import { factKind } from './fact.ts';

/** Levels of ISCED 2011, and what cannot be put into one. */
export const SCHOOLING = [
  'none',
  'some_primary',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'vocational',
  'bachelor',
  'master',
  'doctor',
] as const;
export type Schooling = (typeof SCHOOLING)[number];
/** What is asked about it: broken off, or done elsewhere and not yet recognised here. */
export const SCHOOLING_STATES = ['finished', 'interrupted', 'recognition_pending'] as const;
export const WISH_AS = ['job', 'course', 'own_business', 'any'] as const;
export const HOURS = ['any', 'full', 'part', 'few'] as const;
/** How far from home; the mahalla or village is the nearest place. */
export const DISTANCE = ['home', 'neighbourhood', 'district', 'region', 'anywhere'] as const;

/** As the person says it, and the occupation that was chosen for the words, where one was. */
const said = { words: line, occupation: occupationCode.nullable() };
const workWish = z.strictObject({ ...said, as: z.enum(WISH_AS) });
const experience = z.strictObject({
  ...said,
  years: z.int().min(0).max(70).optional(),
  where: line.optional(),
});
const limits = z.strictObject({
  hours: z.enum(HOURS),
  /** Needs somebody to look after children meanwhile. */
  childcare: z.boolean(),
  distance: z.enum(DISTANCE),
  /** Papers that work asks for are still missing. */
  papers_missing: z.boolean(),
  /** Only where the person says so; never why. */
  lighter_work: z.boolean(),
  words: prose.optional(),
});

/** What the person did, can and wants; said by the person, and never weighed into a figure. */
export const recordWorkProfile = z.strictObject({
  /** The dearest first. */
  wishes: z.array(workWish).max(10),
  experience: z.array(experience).max(20),
  skills: z.array(line).max(30),
  schooling: z.enum(SCHOOLING).nullable(),
  schooling_state: z.enum(SCHOOLING_STATES).nullable(),
  limits,
});
export type WorkProfileBody = z.infer<typeof recordWorkProfile>;

const recorded = recordWorkProfile.extend({ conflicting: z.boolean() });

export interface WorkProfile extends WorkProfileBody {
  /** The fact that said so: what a later command must have seen. */
  readonly by: Id;
  readonly at: Instant;
  /** Which version it is, from 1. */
  readonly version: number;
  /** What somebody else had said meanwhile: both are kept until a human decides. */
  readonly conflict?: { readonly by: Id; readonly profile: WorkProfileBody };
}
export interface WorkProfileState {
  readonly profile: WorkProfile | null;
}

/** What the person did, can, finished and wishes of work, with its limits; every version stays in the file. */
export const workProfile = {
  slice: 'work_profile',
  initial: { profile: null } as WorkProfileState,
  facts: {
    work_profile_recorded: factKind({
      version: 1,
      compartment: 'general',
      body: recorded,
      apply: (slice: WorkProfileState, { id, body, recorded_at: at }): WorkProfileState => {
        const { conflicting, ...profile } = body;
        const before = slice.profile;
        const next = { ...profile, by: id, at, version: (before?.version ?? 0) + 1 };
        if (!conflicting || before === null) return { profile: next };
        const { by, at: _at, version: _version, conflict: _conflict, ...earlier } = before;
        return { profile: { ...next, conflict: { by, profile: earlier } } };
      },
    }),
  },
  commands: {
    record_work_profile: commandKind({
      body: recordWorkProfile,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body, seen }) => {
        const known = state.work_profile.profile;
        const conflicting = known !== null && seen?.work_profile !== known.by;
        const fact = { kind: 'work_profile_recorded', body: { ...body, conflicting } };
        return conflicting ? { facts: [fact], conflict: true } : accept(fact);
      },
    }),
  },
} as const satisfies Noun<'work_profile'>;
