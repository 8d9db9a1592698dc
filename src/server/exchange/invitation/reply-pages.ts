import type { I18n } from '@lingui/core';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { letterNumber } from '#domain/exchange/invitation/invitation.ts';
import {
  againstReply,
  type InvitationReply,
  type InvitationState,
  invitationReply,
} from '#domain/exchange/invitation/reply.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html, paragraphs } from '../page/html.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { type FormFields, takePlainForms } from '../page/plain-form.ts';
import { type InvitationRow, invitationByCode, lineOf } from './invitation-rows.ts';
import { takeReply } from './take-reply.ts';

const params = pageParams.extend({ code: z.string().min(1).max(60) });
/** So many people can be named at once; more come in a second answer. */
const ROWS = 5;

interface Asked {
  readonly row: InvitationRow;
  readonly title: Wording;
  readonly ends_on: string;
  readonly today: string;
}

/** The page where an invited institution answers by the code on its letter; no account is needed. */
export function addReplyPages(app: ServerApp, deps: ExchangeDeps): void {
  const options = { schema: { params }, config: { public: true } };

  app.get('/exchange/:lang/reply/:code', options, async (request, reply) => {
    const { lang, code } = request.params;
    const asked = await deps.exchange.as(null, ({ client }) => find(client, code, deps.clock()));
    return asked === null ? sendNothing(reply, lang) : show(reply, lang, asked, {}, []);
  });

  takePlainForms(app, (inner) => {
    inner.post('/exchange/:lang/reply/:code', options, async (request, reply) => {
      const { lang, code } = request.params;
      const fields = (request.body ?? {}) as FormFields;
      const said = readForm(fields);
      const answer = await deps.exchange.as(null, async (taking) => {
        const asked = await find(taking.client, code, deps.clock());
        if (asked === null) return null;
        if (Array.isArray(said)) return { asked, wrong: said };
        const refused = await takeReply(deps, taking, asked.row, said as InvitationReply);
        return { asked, wrong: refused === null ? [] : ['over'] };
      });
      if (answer === null) return sendNothing(reply, lang);
      if (answer.wrong.length > 0) return show(reply, lang, answer.asked, fields, answer.wrong);
      // Read anew by its own address: pressing "back" or "again" sends nothing twice.
      return reply.redirect(`/exchange/${lang}/reply/${code}`, 303);
    });
  });
}

async function find(
  client: Parameters<typeof invitationByCode>[0],
  code: string,
  now: Date,
): Promise<Asked | null> {
  const row = await invitationByCode(client, code);
  if (row === null) return null;
  const { rows } = await client.query<Omit<Asked, 'row'>>(
    `select title, ends_on, ($2::timestamptz at time zone time_zone)::date as today
     from exchange.edition where id = $1`,
    [row.edition_id, now],
  );
  return rows[0] === undefined ? null : { row, ...rows[0] };
}

/** The answer of a form, or the fields that are wrong. */
function readForm(fields: FormFields): InvitationReply | string[] {
  const rows = Array.from({ length: ROWS }, (_, at) => ({
    name: fields[`name${at}`],
    position: fields[`position${at}`] ?? null,
    email: fields[`email${at}`],
  }));
  const named = rows.filter(({ name, email }) => name !== undefined || email !== undefined);
  const parsed = invitationReply.safeParse({
    reply: fields.reply,
    words: fields.words ?? null,
    // Who accepts or declines and left names in the form meant the answer, not the names.
    nominees: fields.reply === 'nominated' ? named : [],
  });
  if (parsed.success) return parsed.data;
  return [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
}

function show(
  reply: FastifyReply,
  lang: Locale,
  asked: Asked,
  fields: FormFields,
  wrong: readonly string[],
): FastifyReply {
  const i18n = speakerFor(lang);
  const { row, title, ends_on, today } = asked;
  const line = lineOf(row);
  const number = letterNumber(row.series ?? '', row.running ?? 0);
  const over = againstReply({ sent_at: line.sent_at, ends_on }, today) !== null;
  const body = inLanguage(row.body, lang);
  const head = i18n._('Answer to letter No. {number}', { number });
  const page = html`<h1>${head}</h1>
<p>${worded(lang, title)}</p>
<dl><dt>${i18n._('Invited')}</dt><dd>${worded(lang, row.institution)}</dd>
<dt>${i18n._('Where your answer stands')}</dt><dd>${standing(i18n, line.state)}</dd></dl>
<details><summary>${i18n._('The letter')}</summary><div lang="${body.lang}">${paragraphs(body.text)}</div></details>
${over ? html`<p class="fault">${i18n._('The conference is over, so the letter takes no answer any more.')}</p>` : form(i18n, fields, wrong)}`;
  const path = `/reply/${row.code}`;
  reply.header('x-robots-tag', 'noindex');
  const frame = { lang, path, title: `${head} · ${plain(lang, title)}`, body: page };
  return sendPage(reply, frame, wrong.length > 0 ? 422 : 200);
}

function standing(i18n: I18n, state: InvitationState): string {
  const words: Readonly<Record<InvitationState, string>> = {
    draft: i18n._('Not answered yet'),
    sent: i18n._('Not answered yet'),
    acknowledged: i18n._('Received; the answer follows'),
    accepted: i18n._('We will take part'),
    declined: i18n._('We cannot take part'),
    nominated: i18n._('We will take part and have named people'),
  };
  return words[state];
}

function form(i18n: I18n, fields: FormFields, wrong: readonly string[]): Html {
  const choices = [
    ['acknowledged', i18n._('Received; the answer follows')],
    ['accepted', i18n._('We will take part')],
    ['nominated', i18n._('We will take part, and name who comes')],
    ['declined', i18n._('We cannot take part')],
  ] as const;
  const checked = (value: string) => (fields.reply === value ? html` checked` : null);
  const more = fields.name1 !== undefined || fields.email1 !== undefined;
  return html`<form method="post">
${faults(i18n, wrong)}
<fieldset><legend>${i18n._('Your answer')}</legend>
${choices.map(([value, label]) => html`<label class="choice"><input type="radio" name="reply" value="${value}" required${checked(value)}> ${label}</label>`)}
</fieldset>
<p><label for="words">${i18n._('In your words, if you like')}</label>
<textarea id="words" name="words" rows="4" cols="50" maxlength="2000">${fields.words ?? ''}</textarea></p>
<fieldset><legend>${i18n._('Who comes')}</legend>
<p class="soft">${i18n._('Only where you name people. Each gets a message with the way in; the organisers see what you write here, nobody else.')}</p>
${nomineeRow(i18n, fields, 0)}
<details${more ? html` open` : null}><summary>${i18n._('More people')}</summary>
${Array.from({ length: ROWS - 1 }, (_, at) => nomineeRow(i18n, fields, at + 1))}</details>
</fieldset>
<p><button type="submit">${i18n._('Send the answer')}</button></p>
</form>`;
}

function nomineeRow(i18n: I18n, fields: FormFields, at: number): Html {
  const labels = [
    ['name', i18n._('Name'), 'text'],
    ['position', i18n._('Office'), 'text'],
    ['email', i18n._('E-mail address'), 'email'],
  ] as const;
  return html`<div class="fields" role="group" aria-label="${i18n._('Person {number}', { number: at + 1 })}">
${labels.map(([field, label, type]) => html`<p><label for="${field}${at}">${label}</label><input id="${field}${at}" name="${field}${at}" type="${type}" maxlength="200" autocomplete="off" value="${fields[`${field}${at}`] ?? ''}"></p>`)}
</div>`;
}

/** What is wrong, said above the form in the reader's language. */
function faults(i18n: I18n, wrong: readonly string[]): Html | null {
  if (wrong.length === 0) return null;
  const said = new Set(
    wrong.map((path) => {
      if (path === 'over')
        return i18n._('The conference is over, so the letter takes no answer any more.');
      if (path === 'reply') return i18n._('Please choose your answer.');
      if (path === 'words') return i18n._('Your words are too long: at most 2000 characters.');
      if (path === 'nominees') return i18n._('Please name at least one person, and nobody twice.');
      if (path.endsWith('.email'))
        return i18n._('Please give the e-mail address of each person whom you name.');
      return i18n._('Please give the name of each person.');
    }),
  );
  return html`<div class="fault" role="alert">${[...said].map((one) => html`<p>${one}</p>`)}</div>`;
}
