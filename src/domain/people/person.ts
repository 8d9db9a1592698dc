import { z } from 'zod';
import { id } from '#domain/id.ts';
import { line, text } from '#domain/text.ts';
import { birth } from './birth.ts';
import { citizenship, country } from './country.ts';
import { name } from './name.ts';

/** The codes of HL7 FHIR's administrative gender, so that an export needs no translation. */
export const SEXES = ['female', 'male', 'other', 'unknown'] as const;

export const PAPER_KINDS = [
  'passport',
  'identity_card',
  'birth_certificate',
  'marriage_certificate',
  'death_certificate',
  'divorce_certificate',
  'guardianship_order',
  'residence_registration',
  'return_certificate',
  'school_record',
  'health_record',
  'other',
] as const;

export const PAPER_STATES = ['held', 'lost', 'applied', 'never_had', 'unknown'] as const;

/** A BCP-47 tag: `uz`, `uz-Cyrl`, `ru`, `kaa`. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not_a_language_tag' });

export const paper = z
  .strictObject({
    kind: z.enum(PAPER_KINDS),
    state: z.enum(PAPER_STATES),
    number: text(60).optional(),
    country: country.optional(),
  })
  .refine((value) => value.state !== 'never_had' || value.number === undefined, {
    path: ['number'],
    error: 'number_of_a_paper_never_had',
  });
export type Paper = z.infer<typeof paper>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' });

/** When and how somebody may be reached without harm: the rule of the person, in the person's words. */
export const safeContactRule = z.strictObject({
  /** Empty = no time was named. Local time at the person's home. */
  times: z
    .array(
      z
        .strictObject({
          days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1),
          from: clock,
          to: clock,
        })
        .refine((span) => span.from < span.to, { path: ['to'], error: 'before_start' }),
    )
    .max(20),
  /** Said first, so that both sides know whom they speak to; never sent in writing. */
  code_word: text(60).optional(),
  /** Who else may pick up the telephone, in words. */
  who_may_answer: text(300).optional(),
  do_not_contact: z.boolean(),
});

export const contact = z.strictObject({
  channel: z.enum(['telephone', 'message', 'email', 'address', 'through_somebody']),
  value: text(300),
  safe: safeContactRule,
});
export type Contact = z.infer<typeof contact>;

/**
 * Who somebody is. There is no field for a photograph, religion, ideology, ethnicity, a criminal record
 * or genetic data, and none may be added (practice 5.4).
 */
export const person = z.strictObject({
  id,
  name,
  /** Names borne before: at birth, before marriage, in papers of another country. */
  former_names: z.array(name).max(20),
  sex: z.enum(SEXES),
  birth: birth.optional(),
  languages: z.array(languageTag).max(12),
  interpreter_needed: z.boolean(),
  citizenships: z.array(citizenship).max(4),
  papers: z.array(paper).max(30),
  contacts: z.array(contact).max(10),
  /** How the person wishes to be addressed, when that differs from the name. */
  called: line.optional(),
});
export type Person = z.infer<typeof person>;
