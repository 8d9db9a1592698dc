import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import {
  answerFaults,
  type Question,
  type RegistrationInput,
  registrationInput,
} from '#domain/exchange/conference/registration.ts';
import { timeZone } from '#domain/exchange/conference/zoned-time.ts';
import {
  newParticipant,
  PARTICIPANT_COUNTRIES,
  SPOKEN_LANGUAGES,
} from '#domain/exchange/participant.ts';
import { isStorable } from '#domain/text.ts';
import { type Html, html } from '../page/html.ts';
import type { SentForm } from './form-body.ts';
import { zoneOptions } from './zone-choice.ts';

/** What is wrong, by the field's name in the form. */
export type Faults = Readonly<Record<string, string>>;

export interface FormValues {
  readonly lang: Locale;
  readonly zone: string;
  readonly invitation: string;
  readonly signedIn: boolean;
  readonly form: SentForm;
  readonly faults: Faults;
  readonly institutions: readonly { readonly id: string; readonly name: string }[];
  readonly questions: readonly (Question & { text: string; choices: string[] })[];
  readonly names: { language(tag: string): string; country(code: string): string };
}

/** An international organisation takes part from no country. */
const NO_COUNTRY = 'none';
const person = newParticipant.extend({ email: z.email().max(200), time_zone: timeZone });

/** Who registers without an account. */
export function readPerson(form: SentForm) {
  const read = person.safeParse({
    name: form.one('name'),
    // Said, not passed over: a seat may be one of a country's.
    country: form.one('country') === NO_COUNTRY ? null : form.one('country'),
    institution_id: form.one('institution_id') || null,
    languages: [...new Set(form.all('languages'))],
    time_zone: form.one('time_zone'),
    email: form.one('email'),
  });
  return { value: read.success ? read.data : null, faults: faultsOf(read.error) };
}

/** What every registration says, with the answers to the organiser's questions. */
export function readForm(
  form: SentForm,
  questions: readonly Question[],
): { readonly input: RegistrationInput | null; readonly faults: Faults } {
  const answers: Record<string, string | boolean> = {};
  for (const { code, kind } of questions) {
    if (kind === 'yes_no') answers[code] = form.has(`q_${code}`);
    else if (form.one(`q_${code}`) !== '') answers[code] = form.one(`q_${code}`);
  }
  const sex = form.one('sex');
  const read = registrationInput.safeParse({
    consent: {
      name: form.has('show_name'),
      institution: form.has('show_institution'),
      country: form.has('show_country'),
    },
    sex: sex === '' ? null : sex,
    languages: [...new Set(form.all('languages'))],
    answers,
  });
  const asked = answerFaults(questions, answers).map(({ question, code }) => [
    `q_${question}`,
    code,
  ]);
  const unstorable = Object.entries(answers).filter(
    ([, answer]) => typeof answer === 'string' && !isStorable(answer),
  );
  const faults = {
    ...faultsOf(read.error),
    ...Object.fromEntries(asked),
    ...Object.fromEntries(unstorable.map(([code]) => [`q_${code}`, 'unstorable_text'])),
  };
  return { input: read.success ? read.data : null, faults };
}

function faultsOf(error: z.ZodError | undefined): Faults {
  const faults: Record<string, string> = {};
  for (const issue of error?.issues ?? []) {
    const name = String(issue.path[0] === 'answers' ? `q_${String(issue.path[1])}` : issue.path[0]);
    faults[name] ??= 'wrong';
  }
  return faults;
}

/** The whole form; what was typed stands in it again after a fault. */
export function formOf(i18n: I18n, values: FormValues): Html {
  const { form, faults, names } = values;
  const spoken = form.all('languages');
  return html`<form method="post" novalidate>
${values.invitation === '' ? null : html`<input type="hidden" name="invitation" value="${values.invitation}">`}
${values.signedIn ? null : personFields(i18n, values)}
<fieldset${marked(faults, 'languages')}><legend>${i18n._('Languages that you speak')}</legend>
${SPOKEN_LANGUAGES.map((tag) => tick('languages', tag, names.language(tag), spoken.includes(tag)))}
${fault(i18n, faults, 'languages')}</fieldset>
${values.questions.map((one) => questionField(i18n, values, one))}
<fieldset><legend>${i18n._('What the list of participants may show of you')}</legend>
<p class="note">${i18n._('Nothing, unless you say so. You can change it at any time, and it holds at once.')}</p>
${tick('show_name', '1', i18n._('My name'), form.has('show_name'))}
${tick('show_institution', '1', i18n._('My institution'), form.has('show_institution'))}
${tick('show_country', '1', i18n._('My country'), form.has('show_country'))}</fieldset>
<fieldset${marked(faults, 'sex')}><legend>${i18n._('For statistics only, if you like')}</legend>
${['', 'female', 'male'].map((value) => radio('sex', value, sexText(i18n, value), form.one('sex') === value))}</fieldset>
<p><button type="submit">${i18n._('Register')}</button></p></form>`;
}

function personFields(i18n: I18n, values: FormValues): Html {
  const { form, faults, names, lang } = values;
  const countries = PARTICIPANT_COUNTRIES.map((code) => ({
    code,
    name: names.country(code),
  })).toSorted((a, b) => a.name.localeCompare(b.name, lang));
  return html`${input(i18n, values, 'name', i18n._('Your name, as it is printed'), 'text', 'name')}
${input(i18n, values, 'email', i18n._('E-mail address'), 'email', 'email')}
<p><label for="country">${i18n._('Country that you take part from')}</label>
<select id="country" name="country"${marked(faults, 'country')}>
<option value="">${i18n._('Please choose')}</option>
${option(NO_COUNTRY, i18n._('None: an international organisation'), form.one('country'))}
${countries.map(({ code, name }) => option(code, name, form.one('country')))}</select>${fault(i18n, faults, 'country')}</p>
<p><label for="institution_id">${i18n._('Institution')}</label>
<select id="institution_id" name="institution_id"${marked(faults, 'institution_id')}>
<option value="">${i18n._('Another one, or none')}</option>
${values.institutions.map(({ id, name }) => option(id, name, form.one('institution_id')))}</select></p>
<p><label for="time_zone">${i18n._('Your time zone')}</label>
<select id="time_zone" name="time_zone"${marked(faults, 'time_zone')}>${zoneOptions(form.one('time_zone') || values.zone)}</select>${fault(i18n, faults, 'time_zone')}</p>`;
}

function questionField(i18n: I18n, values: FormValues, one: FormValues['questions'][number]): Html {
  const name = `q_${one.code}`;
  const { form, faults } = values;
  if (one.kind === 'yes_no') return html`<p>${tick(name, '1', one.text, form.has(name))}</p>`;
  if (one.kind === 'line') return input(i18n, values, name, one.text, 'text', 'off');
  return html`<p><label for="${name}">${one.text}</label>
<select id="${name}" name="${name}"${marked(faults, name)}><option value="">${i18n._('Please choose')}</option>
${one.choices.map((text, index) => option(String(index), text, form.one(name)))}</select>${fault(i18n, faults, name)}</p>`;
}

function input(
  i18n: I18n,
  { form, faults }: FormValues,
  name: string,
  label: string,
  type: 'text' | 'email',
  autocomplete: string,
): Html {
  return html`<p><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" maxlength="200" value="${form.one(name)}"${marked(faults, name)}>${fault(i18n, faults, name)}</p>`;
}

function option(value: string, text: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`;
}

function tick(name: string, value: string, text: string, checked: boolean): Html {
  return html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${checked ? html` checked` : null}> ${text}</label>`;
}

function radio(name: string, value: string, text: string, checked: boolean): Html {
  return html`<label class="tick"><input type="radio" name="${name}" value="${value}"${checked ? html` checked` : null}> ${text}</label>`;
}

function marked(faults: Faults, name: string): Html | null {
  return faults[name] === undefined
    ? null
    : html` aria-invalid="true" aria-describedby="fault-${name}"`;
}

function fault(i18n: I18n, faults: Faults, name: string): Html | null {
  if (faults[name] === undefined) return null;
  const text =
    name === 'email'
      ? i18n._('This is not an e-mail address.')
      : name === 'languages'
        ? i18n._('Please choose at least one language.')
        : i18n._('Please fill this in.');
  return html`<span class="fault" id="fault-${name}">${text}</span>`;
}

function sexText(i18n: I18n, sex: string): string {
  if (sex === 'female') return i18n._('Female');
  if (sex === 'male') return i18n._('Male');
  return i18n._('I do not say');
}
