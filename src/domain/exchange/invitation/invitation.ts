import { z } from 'zod';
import { id } from '../../id.ts';
import { line, text } from '../../text.ts';
import { day } from '../../time.ts';
import { languageTag } from '../wording.ts';

/** Letters of one edition are counted under its series: `12-04` and the 17th letter are `12-04/17`. */
export const letterSeries = z
  .string()
  .regex(/^[\p{L}\p{N}]{1,6}(-[\p{L}\p{N}]{1,6}){0,3}$/u, { error: 'not_a_series' });

/** The number that stands on the letter. */
export function letterNumber(series: string, running: number): string {
  return `${series}/${running}`;
}

/** How somebody is addressed in one language; protocol has its own form in each. */
export const addressForm = z.strictObject({
  /** The institution, as the letter writes it. */
  institution: line,
  /** Office and protocol title: "His Excellency the Minister of Education". Null for an institution alone. */
  title: line.nullable(),
  /** The name in the form that the title asks for: "Mr A. Karimov", "господину А. Каримову". */
  name: line.nullable(),
  /** The first line of the letter: "Your Excellency", "Уважаемый господин Каримов!". */
  salutation: line,
});
export type AddressForm = z.infer<typeof addressForm>;

/** One form per language, at least one. */
export const addressForms = z
  .record(languageTag, addressForm)
  .refine((forms) => Object.keys(forms).length > 0, { error: 'required' })
  .refine((forms) => Object.keys(forms).length <= 12, { error: 'too_long' });
export type AddressForms = z.infer<typeof addressForms>;

/** The text of a letter. */
const body = text(6000);
const email = z.email().max(200).nullable();
/** The day by which an answer is asked for; the institution is reminded once, shortly before. */
const reply_by = day.nullable().default(null);

/** A letter as it is composed; its text is a wording, here in the language that it is written in. */
export const newInvitation = z
  .strictObject({
    id,
    edition_id: id,
    institution_id: id,
    address: addressForms,
    language: languageTag,
    body,
    /** Where it goes besides the post. */
    email,
    reply_by,
  })
  .refine((letter) => letter.address[letter.language] !== undefined, {
    path: ['address'],
    error: 'address_language_missing',
  });
export type NewInvitation = z.infer<typeof newInvitation>;

/** A letter that has not gone out yet is changed whole, one language of its text at a time. */
export const invitationChange = z.strictObject({
  address: addressForms,
  email,
  reply_by,
  language: languageTag,
  body,
  /** The revision of the text that its author had seen. */
  seen: z.int().min(1),
  version: z.int().min(1),
});
export type InvitationChange = z.infer<typeof invitationChange>;

/** Who signs, in one language. */
export const signatory = z.strictObject({ title: line, name: line });
/** The head of all letters of an edition. */
export const newLetterhead = z.strictObject({
  institution_id: id,
  series: letterSeries,
  language: languageTag,
  place: line,
  contact: text(400),
  signatory: z
    .record(languageTag, signatory)
    .refine((forms) => Object.keys(forms).length > 0, { error: 'required' }),
  /** 0 where there is no head yet. */
  version: z.int().min(0),
});
export type NewLetterhead = z.infer<typeof newLetterhead>;

/** The form in the language of the print; else in that of the letter, else the first there is. */
export function formIn<Form>(
  forms: Readonly<Record<string, Form>>,
  lang: string,
  source: string,
): { form: Form; lang: string } | null {
  const at = [lang, source, ...Object.keys(forms)].find((one) => forms[one] !== undefined);
  const form = at === undefined ? undefined : forms[at];
  return at === undefined || form === undefined ? null : { form, lang: at };
}

/** Languages in which the letter can go out whole: the address and the text are both there. */
export function languagesOf(forms: AddressForms, written: readonly string[]): string[] {
  return written.filter((lang) => forms[lang] !== undefined);
}
