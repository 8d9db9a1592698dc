import { z } from 'zod';
import { id } from '../../id.ts';
import { instant } from '../../time.ts';
import { told } from './proposal-view.ts';
import {
  listConsent,
  question,
  REGISTRATION_STATES,
  registrationSettings,
} from './registration.ts';

const answers = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** A registration as its participant sees it. */
export const ownRegistration = z.object({
  id: z.uuid(),
  edition_id: z.uuid(),
  edition: told,
  slug: z.string(),
  starts_on: z.string(),
  ends_on: z.string(),
  time_zone: z.string(),
  state: z.enum(REGISTRATION_STATES),
  consent: listConsent,
  languages: z.array(z.string()),
  version: z.int(),
  certificates: z.array(
    z.object({ id: z.uuid(), part: z.string(), code: z.string(), revoked: z.boolean() }),
  ),
});
export type OwnRegistration = z.infer<typeof ownRegistration>;

/** An edition that one can register for just now. */
export const openEdition = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: told,
  starts_on: z.string(),
  ends_on: z.string(),
  time_zone: z.string(),
});
export const ownRegistrations = z.object({
  rows: z.array(ownRegistration),
  open: z.array(openEdition),
});

/** A registration as organisers see it in their list. */
export const registrationRow = z.object({
  id: z.uuid(),
  participant_id: z.uuid(),
  name: z.string(),
  country: z.string().nullable(),
  institution: told.nullable(),
  state: z.enum(REGISTRATION_STATES),
  languages: z.array(z.string()),
  answers,
  invitation: z.string().nullable(),
  requested_at: instant,
});
export type RegistrationRow = z.infer<typeof registrationRow>;
export const registrationPage = z.object({
  rows: z.array(registrationRow),
  next: z.string().nullable(),
});

/** How many stand in which state, and the seats taken by country and institution: what quotas are set by. */
export const registrationCounts = z.object({
  states: z.partialRecord(z.enum(REGISTRATION_STATES), z.int()),
  countries: z.array(z.object({ code: z.string(), seats: z.int() })),
  institutions: z.array(z.object({ name: told, seats: z.int() })),
});

export const shownSettings = z.object({
  ...registrationSettings.shape,
  questions: z.array(question),
  version: z.int(),
});

/** Yes or no to many at once. */
export const registrationDecisions = z.strictObject({
  ids: z.array(id).min(1).max(50),
  decision: z.enum(['approve', 'decline']),
});
export const registrationOutcome = z.object({
  approved: z.int(),
  /** Approved, but no seat was free. */
  waiting: z.int(),
  declined: z.int(),
});

export const invitationRow = z.object({
  id: z.uuid(),
  label: z.string(),
  uses: z.int(),
  used: z.int(),
  until: z.string(),
  ended: z.boolean(),
});
export const invitationList = z.object({ rows: z.array(invitationRow), time_zone: z.string() });
