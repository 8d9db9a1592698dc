import { z } from 'zod';
import { id } from '../id.ts';
import { amount, currency } from '../money.ts';
import { languageTag } from '../people/person.ts';
import { line, prose, text } from '../text.ts';
import { day } from '../time.ts';
import { occupationCode } from './occupation.ts';

export const VACANCY_HOURS = ['full', 'part', 'few', 'shift'] as const;
export const PAY_PER = ['hour', 'day', 'month', 'piece'] as const;

const fields = {
  title: line,
  occupation: occupationCode.nullable(),
  organisation_id: id.nullable(),
  /** The employer by name, where it is no organisation of the directory. */
  employer: line.nullable(),
  place_id: id,
  at_home: z.boolean(),
  hours: z.enum(VACANCY_HOURS).nullable(),
  pay_from: amount.nullable(),
  pay_to: amount.nullable(),
  pay_currency: currency.nullable(),
  pay_per: z.enum(PAY_PER).nullable(),
  languages: z.array(languageTag).max(12),
  requirements: prose.nullable(),
  experience_needed: z.boolean(),
  /** Null where the vacancy says nothing of it. */
  papers_needed: z.boolean().nullable(),
  childcare: z.boolean().nullable(),
  heavy: z.boolean().nullable(),
  openings: z.int().min(1).max(10_000),
  contact: text(400).nullable(),
  valid_until: day,
};

/** A vacancy as somebody writes it down. */
export const vacancyFields = z
  .strictObject(fields)
  .refine((one) => one.organisation_id !== null || one.employer !== null, {
    ...{ error: 'required', path: ['employer'] },
  })
  .refine((one) => hasPay(one) || (one.pay_currency === null && one.pay_per === null), {
    ...{ error: 'required', path: ['pay_from'] },
  })
  .refine((one) => !hasPay(one) || one.pay_currency !== null, {
    ...{ error: 'required', path: ['pay_currency'] },
  })
  .refine((one) => !hasPay(one) || one.pay_per !== null, {
    ...{ error: 'required', path: ['pay_per'] },
  })
  .refine((one) => Number(one.pay_from ?? 0) <= Number(one.pay_to ?? Infinity), {
    ...{ error: 'pay_from_above_to', path: ['pay_to'] },
  });
export type VacancyFields = z.infer<typeof vacancyFields>;

function hasPay(one: {
  readonly pay_from: string | null;
  readonly pay_to: string | null;
}): boolean {
  return one.pay_from !== null || one.pay_to !== null;
}

/** A vacancy as it is shown. */
export const shownVacancy = z.object({
  ...fields,
  id: z.string(),
  ...{ valid_until: z.string(), source: z.string().nullable(), reference: z.string().nullable() },
  withdrawn: z.boolean(),
  version: z.int(),
  /** Whether the reader may change it. */
  mine: z.boolean(),
});
export type ShownVacancy = z.infer<typeof shownVacancy>;

export const vacancyPage = z.object({
  rows: z.array(shownVacancy),
  next: z.string().nullable(),
});
