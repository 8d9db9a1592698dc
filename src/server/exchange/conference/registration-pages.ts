import type { I18n } from '@lingui/core';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { callStanding } from '#domain/exchange/conference/call.ts';
import { labelIn, type RegistrationState } from '#domain/exchange/conference/registration.ts';
import { instantAt } from '#domain/exchange/conference/zoned-time.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { takeAttempt } from '../../account/throttle.ts';
import type { ServerApp } from '../../server-app.ts';
import { registerParticipant } from '../account/register.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html } from '../page/html.ts';
import { pageParams, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { SentForm, withForms } from './form-body.ts';
import { invitationBy } from './invitation-rows.ts';
import { momentText, namesIn } from './page-words.ts';
import { type EditionToRegister, editionToRegister, registerFor } from './register-for.ts';
import { type Faults, type FormValues, formOf, readForm, readPerson } from './registration-form.ts';
import { tellRegistration } from './registration-letters.ts';

const params = pageParams.extend({ edition: z.string().max(80) });
const query = z.object({
  invitation: z.string().max(100).optional(),
  done: z.enum(['mail', 'approved', 'requested', 'waiting']).optional(),
});
const LETTERS = { purpose: 'exchange-letter', attempts: 20, seconds: 3600 } as const;

/** Registration as a plain form: it works without a script and without an account, which it makes by a mailed link. */
export function addRegistrationPages(app: ServerApp, deps: ExchangeDeps): void {
  const open = { config: { public: true } };
  app.get(
    '/exchange/:lang/:edition/registration',
    { schema: { params, querystring: query }, ...open },
    async (request, reply) => {
      const { lang, edition: slug } = request.params;
      const me = request.participating?.accountId ?? null;
      const found = await editionFor(deps, slug);
      if (found === undefined) return sendNothing(reply, lang);
      const { edition } = found;
      const { done, invitation } = request.query;
      const inside =
        done === undefined
          ? formPage(deps, lang, found, { signedIn: me !== null, invitation: invitation ?? '' })
          : thanks(speakerFor(lang), done);
      return sendPage(reply, frameOf(lang, edition, inside));
    },
  );

  withForms(app, (inner) => {
    inner.post(
      '/exchange/:lang/:edition/registration',
      { schema: { params, hide: true }, ...open },
      async (request, reply) => {
        const { lang, edition: slug } = request.params;
        const found = await editionFor(deps, slug);
        if (found === undefined) return sendNothing(reply, lang);
        const { edition } = found;
        const form = request.body instanceof SentForm ? request.body : new SentForm('');
        const me = request.participating?.accountId ?? null;
        const shown = (problem: Problem | null, faults: Faults) =>
          sendPage(
            reply,
            frameOf(
              lang,
              edition,
              formPage(deps, lang, found, {
                ...{ signedIn: me !== null, invitation: form.one('invitation'), form, faults },
                problem,
              }),
            ),
            problem === null ? 422 : problem.code === 'too_many_requests' ? 429 : 409,
          );
        const read = readForm(form, edition.settings.questions);
        const person = me === null ? readPerson(form) : null;
        const faults = { ...read.faults, ...person?.faults };
        if (Object.keys(faults).length > 0 || read.input === null) return shown(null, faults);
        const now = deps.clock();
        if (!(await takeAttempt(deps.accounts, LETTERS, request.ip, now)))
          return shown({ code: 'too_many_requests' }, {});
        const secret = form.one('invitation');
        const invitation = await deps.exchange.as(null, ({ client }) =>
          invitationBy(client, secret, edition.id, now),
        );
        if (secret !== '' && invitation === null) return shown({ code: 'invitation_gone' }, {});
        if (callStanding(edition.settings, now.toISOString()) !== 'open')
          return shown({ code: 'registration_shut' }, {});
        const who =
          me ??
          (person?.value == null
            ? null
            : await registerParticipant(deps, { ...person.value, locale: lang }));
        // An address that has an account: its owner reads in a letter what to do; the page says the same to both.
        if (who === null)
          return reply.redirect(`/exchange/${lang}/${slug}/registration?done=mail`, 303);
        const { input } = read;
        const made = await deps.exchange.as(who, (taking) =>
          registerFor(
            taking,
            edition,
            { id: deps.newId(), participant: who, input, invitation, confirmed: me !== null },
            now,
          ),
        );
        if ('code' in made) return shown(made, {});
        if (me !== null) await tellRegistration(deps, who, edition, made.state);
        const done = me === null ? 'mail' : made.state;
        return reply.redirect(`/exchange/${lang}/${slug}/registration?done=${done}`, 303);
      },
    );
  });
}

interface Found {
  readonly edition: EditionToRegister;
  readonly institutions: readonly { readonly id: string; readonly name: Wording }[];
}

async function editionFor(deps: ExchangeDeps, slug: string): Promise<Found | undefined> {
  return deps.exchange.as(null, async ({ client }) => {
    const edition = await editionToRegister(client, { slug });
    if (edition === undefined) return undefined;
    const { rows } = await client.query<{ id: string; name: Wording }>(
      'select id, name from exchange.institution order by slug limit 300',
    );
    return { edition, institutions: rows };
  });
}

function frameOf(lang: Locale, edition: EditionToRegister, inside: Html) {
  const i18n = speakerFor(lang);
  const title = i18n._('Registration');
  const body = html`<p><a href="/exchange/${lang}/${edition.slug}">${worded(lang, edition.title)}</a></p>
<h1>${title}</h1>
${inside}`;
  return { lang, path: `/${edition.slug}/registration`, title, body };
}

function formPage(
  deps: ExchangeDeps,
  lang: Locale,
  { edition, institutions }: Found,
  shown: {
    readonly signedIn: boolean;
    readonly invitation: string;
    readonly form?: SentForm;
    readonly faults?: Faults;
    readonly problem?: Problem | null;
  },
): Html {
  const i18n = speakerFor(lang);
  const { settings } = edition;
  const standing = callStanding(settings, deps.clock().toISOString());
  const at = (local: string) =>
    momentText(lang, instantAt(local, settings.time_zone), settings.time_zone);
  if (standing === 'ahead')
    return html`<p>${i18n._('Registration opens: {opens}', { opens: at(settings.opens) })}</p>`;
  if (standing === 'closed')
    return html`<p>${i18n._('Registration ended: {closes}', { closes: at(settings.closes) })}</p>`;
  const names = namesIn(lang);
  const values: FormValues = {
    ...{ lang, zone: edition.time_zone, invitation: shown.invitation, signedIn: shown.signedIn },
    form: shown.form ?? new SentForm(''),
    faults: shown.faults ?? {},
    institutions: institutions
      .map(({ id, name }) => ({ id, name: inLanguage(name, lang).text }))
      .toSorted((a, b) => a.name.localeCompare(b.name, lang)),
    questions: settings.questions.map((one) => ({
      ...one,
      text: labelIn(one.label, lang),
      choices: one.options.map((option) => labelIn(option, lang)),
    })),
    names,
  };
  return html`<p>${i18n._('Registration is open until: {closes}', { closes: at(settings.closes) })}.
${settings.approval ? i18n._('The organisers look at each registration.') : null}
${i18n._('Where all seats are taken you stand on the waiting list.')}</p>
${shown.problem == null ? null : html`<div class="fault" role="alert"><p>${problemText(i18n, shown.problem)}</p></div>`}
${Object.keys(values.faults).length === 0 ? null : html`<div class="fault" role="alert"><p>${i18n._('Something is not filled in correctly. Please look at the marked fields.')}</p></div>`}
${formOf(i18n, values)}`;
}

function problemText(i18n: I18n, { code }: Problem): string {
  if (code === 'already_so') return i18n._('You are registered for this conference already.');
  if (code === 'invitation_gone')
    return i18n._('This invitation has ended or was used already. You can register without it.');
  if (code === 'too_many_requests')
    return i18n._('Too many attempts. Please wait a few minutes and try again.');
  return i18n._('Registration is not open now.');
}

function thanks(
  i18n: I18n,
  done: 'mail' | Extract<RegistrationState, 'approved' | 'requested' | 'waiting'>,
): Html {
  if (done === 'mail')
    return html`<p>${i18n._('Please look into your mail: a link there makes your account and confirms the registration. Until then no seat is held.')}</p>`;
  const text =
    done === 'approved'
      ? i18n._('You are registered.')
      : done === 'requested'
        ? i18n._('Your registration has arrived. The organisers look at it and write to you.')
        : i18n._(
            'All seats are taken at the moment. You stand on the waiting list; we write to you as soon as a seat is free.',
          );
  return html`<p>${text}</p><p><a href="/workspace/registrations">${i18n._('To your registrations')}</a></p>`;
}
