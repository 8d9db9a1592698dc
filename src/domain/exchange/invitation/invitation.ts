import { z } from 'zod';
import { id } from '../../id.ts';
import { line, text } from '../../text.ts';

/** Letters of one edition are counted under its series: `12-04` and the 17th letter are `12-04/17`. */
export const letterSeries = z
  .string()
  .regex(/^[\p{L}\p{N}]{1,6}(-[\p{L}\p{N}]{1,6}){0,3}$/u, { error: 'not_a_series' });

/** The number that stands on the letter. */
export function letterNumber(series: string, running: number): string {
  return `${series}/${running}`;
}

const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not_a_language' });

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
  .record(tag, addressForm)
  .refine((forms) => Object.keys(forms).length > 0, { error: 'required' })
  .refine((forms) => Object.keys(forms).length <= 12, { error: 'too_long' });
export type AddressForms = z.infer<typeof addressForms>;

/** A letter as it is composed; its text is a wording, here in the language that it is written in. */
export const newInvitation = z.strictObject({
  id,
  edition_id: id,
  institution_id: id,
  address: addressForms,
  language: tag,
  body: text(6000),
});
export type NewInvitation = z.infer<typeof newInvitation>;

/** The form in the language of the print; else in that of the letter, else the first there is. */
export function formIn(
  forms: AddressForms,
  lang: string,
  source: string,
): { form: AddressForm; lang: string } | null {
  const at = [lang, source, ...Object.keys(forms)].find((one) => forms[one] !== undefined);
  const form = at === undefined ? undefined : forms[at];
  return at === undefined || form === undefined ? null : { form, lang: at };
}

/** Languages in which the letter can go out whole: the address and the text are both there. */
export function languagesOf(forms: AddressForms, written: readonly string[]): string[] {
  return written.filter((lang) => forms[lang] !== undefined);
}
