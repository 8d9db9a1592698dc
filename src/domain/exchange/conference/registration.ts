import { z } from 'zod';
import { type Labels, labels, line, text } from '../../text.ts';
import { languageTag } from '../wording.ts';
import { localTime, timeZone } from './zoned-time.ts';

/** `unconfirmed`: the mailed link was not opened yet; `requested`: waits for the organiser's word; `waiting`: no seat is free. */
export const REGISTRATION_STATES = [
  'unconfirmed',
  'requested',
  'approved',
  'waiting',
  'declined',
  'cancelled',
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** A question of the organiser's own. */
export const question = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'wrong_format' }),
  label: labels.refine((one) => Object.keys(one).length > 0, { error: 'required' }),
  kind: z.enum(['line', 'yes_no', 'choice']),
  required: z.boolean(),
  options: z.array(labels).max(20),
});
export type Question = z.infer<typeof question>;

/** How one registers for an edition, and for how many there is room. */
export const registrationSettings = z.strictObject({
  opens: localTime,
  closes: localTime,
  time_zone: timeZone,
  /** An organiser says yes to each; otherwise whoever finds a seat has it at once. */
  approval: z.boolean(),
  seats: z.int().min(1).max(5000),
  seats_per_institution: z.int().min(1).max(5000).nullable(),
  seats_per_country: z.int().min(1).max(5000).nullable(),
  questions: z.array(question).max(12),
});
export type RegistrationSettings = z.infer<typeof registrationSettings>;

/** What each may show in the list of participants: nothing unless they say so, each part alone. */
export const listConsent = z.strictObject({
  name: z.boolean(),
  institution: z.boolean(),
  country: z.boolean(),
});
export type ListConsent = z.infer<typeof listConsent>;

/** Said for statistics only, if at all; it stands in no list. */
export const SEXES = ['female', 'male'] as const;

export const registrationInput = z.strictObject({
  consent: listConsent,
  sex: z.enum(SEXES).nullable(),
  languages: z.array(languageTag).min(1).max(8),
  answers: z.record(z.string().max(40), z.union([text(1000), z.boolean()])),
});
export type RegistrationInput = z.infer<typeof registrationInput>;

/** What is wrong with the answers to the organiser's questions, by the code of the question. */
export function answerFaults(
  questions: readonly Question[],
  answers: RegistrationInput['answers'],
): { readonly question: string; readonly code: string }[] {
  const faults = questions.flatMap((one) => {
    const answer = answers[one.code];
    const missing = answer === undefined || answer === '';
    if (missing) return one.required ? [{ question: one.code, code: 'required' }] : [];
    if ((one.kind === 'yes_no') !== (typeof answer === 'boolean'))
      return [{ question: one.code, code: 'wrong_type' }];
    const known = one.kind !== 'choice' || one.options.some((_, index) => String(index) === answer);
    return known ? [] : [{ question: one.code, code: 'not_one_of' }];
  });
  const asked = new Set(questions.map((one) => one.code));
  const more = Object.keys(answers).filter((code) => !asked.has(code));
  return [...faults, ...more.map((question) => ({ question, code: 'unknown_field' }))];
}

/** Seats that are taken: in all, and by the institution and the country of whoever asks for one. */
export interface Taken {
  readonly all: number;
  readonly institution: number;
  readonly country: number;
}

/** Which limit leaves no room for one more; null where there is a seat. An own invitation passes the two quotas, not the room. */
export function fullBy(
  taken: Taken,
  limits: Pick<RegistrationSettings, 'seats' | 'seats_per_institution' | 'seats_per_country'>,
  invited = false,
): 'seats' | 'institution' | 'country' | null {
  if (taken.all >= limits.seats) return 'seats';
  if (invited) return null;
  if (limits.seats_per_institution !== null && taken.institution >= limits.seats_per_institution)
    return 'institution';
  if (limits.seats_per_country !== null && taken.country >= limits.seats_per_country)
    return 'country';
  return null;
}

/** Where a registration stands at once: without a free seat it waits; an invitation needs no word more. */
export function firstState(
  full: ReturnType<typeof fullBy>,
  approval: boolean,
  invited: boolean,
): 'approved' | 'requested' | 'waiting' {
  if (full !== null) return 'waiting';
  return approval && !invited ? 'requested' : 'approved';
}

/** A line of the list of participants: what they agreed to, and null where that is nothing at all. */
export function listedAs<
  Named extends { name: string; institution: string | null; country: string },
>(
  one: Named,
  consent: ListConsent,
): { name: string | null; institution: string | null; country: string | null } | null {
  const name = consent.name ? one.name : null;
  const institution = consent.institution ? one.institution : null;
  const country = consent.country ? one.country : null;
  return name === null && institution === null && country === null
    ? null
    : { name, institution, country };
}

/** The label of a question in a language, else in English, else in whatever there is. */
export function labelIn(label: Labels, language: string): string {
  return label[language] ?? label.en ?? Object.values(label)[0] ?? '';
}

/** A title for an invitation by link: whom it is meant for. */
export const invitationFields = z.strictObject({
  label: line,
  uses: z.int().min(1).max(500),
  until: localTime,
});
