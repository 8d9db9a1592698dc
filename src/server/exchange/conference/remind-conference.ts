import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import { letterNumber } from '#domain/exchange/invitation/invitation.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { Letter } from '../../mail/outbox.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { localeOf } from '../invitation/invitation-rows.ts';
import { longDay } from '../page/long-day.ts';
import { speakerFor } from '../page/page.ts';
import { addressOf } from './address.ts';
import { momentText } from './page-words.ts';

const EVERY_MS = 600_000;

interface Due {
  readonly kind:
    | 'call_ends'
    | 'reviews_due'
    | 'session_tomorrow'
    | 'own_session_tomorrow'
    | 'session_soon';
  readonly subject_id: string;
  readonly participant_id: string;
  readonly title: Wording;
  readonly zone: string;
  readonly due: Date;
}

interface ReplyDue {
  readonly email: string;
  readonly lang: string;
  readonly code: string;
  readonly series: string;
  readonly running: number;
  readonly reply_by: string;
  readonly edition: Wording;
}

/**
 * Writes to whoever has something to do soon, each once; returns how many were reminded. The notice in
 * the workspace stands already when the letters go: one that does not go through holds up no other.
 */
export async function remindConference(deps: ExchangeDeps): Promise<number> {
  const now = deps.clock();
  const { people, letters } = await deps.exchange.as(null, async ({ client }) => ({
    people: await client.query<Due>(
      `select r.kind, r.subject_id, r.participant_id, r.due, e.title, e.time_zone as zone
       from exchange.remind_conference($1) r join exchange.edition e on e.id = r.edition_id`,
      [now],
    ),
    letters: await client.query<ReplyDue>('select * from exchange.remind_replies($1)', [now]),
  }));
  for (const one of people.rows) {
    const to = await addressOf(deps, one.participant_id);
    if (to === null) continue;
    const letter = letterOf(speakerFor(to.locale), to.locale, one, deps.config.url);
    await send(deps, { to: to.email, ...letter });
  }
  for (const one of letters.rows)
    await send(deps, { to: one.email, ...replyLetter(one, deps.config.url) });
  return people.rows.length + letters.rows.length;
}

async function send({ mail, log }: ExchangeDeps, letter: Letter): Promise<void> {
  await mail.send(letter).catch((error: unknown) => log.warn({ err: error }, 'reminder not sent'));
}

/** At the start and every ten minutes; two servers at once remind nobody twice. */
export function remindConferenceRegularly(app: ServerApp, deps: ExchangeDeps): void {
  const remind = () =>
    void remindConference(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'nobody reminded of a conference'),
    );
  const timer = setInterval(remind, EVERY_MS);
  timer.unref();
  app.addHook('onReady', async () => remind());
  app.addHook('onClose', async () => clearInterval(timer));
}

function letterOf(i18n: I18n, lang: Locale, one: Due, url: string) {
  const edition = inLanguage(one.title, lang).text;
  const at = momentText(lang, one.due.toISOString(), one.zone);
  const { said, path } = wordsOf(i18n, one, at);
  return {
    subject: i18n._('A reminder: {edition}', { edition: edition.slice(0, 120) }),
    text: `${edition}\n\n${said}\n\n${url}${path}`,
  };
}

function wordsOf(i18n: I18n, { kind, subject_id }: Due, at: string) {
  if (kind === 'call_ends')
    return {
      said: i18n._('A draft of yours is not handed in yet. The call ends: {at}', { at }),
      path: `/workspace/proposals/${subject_id}`,
    };
  if (kind === 'reviews_due')
    return {
      said: i18n._('A review of yours is still awaited. It is due: {at}', { at }),
      path: `/workspace/proposals/${subject_id}`,
    };
  const path = '/workspace/programme';
  if (kind === 'session_tomorrow')
    return { said: i18n._('The conference begins: {at}', { at }), path };
  if (kind === 'own_session_tomorrow')
    return { said: i18n._('A session in which you take part begins: {at}', { at }), path };
  return { said: i18n._('A session begins within an hour: {at}', { at }), path };
}

/** To an institution that was invited: in the language of its letter, with nothing but the letter's number. */
function replyLetter(one: ReplyDue, url: string) {
  const i18n = speakerFor(localeOf(one.lang));
  const edition = inLanguage(one.edition, one.lang).text;
  const said = i18n._('Our letter No. {number} asks for an answer by {day}. You can answer here:', {
    number: letterNumber(one.series, one.running),
    day: longDay(one.lang, one.reply_by),
  });
  const link = `${url}/exchange/${localeOf(one.lang)}/reply/${one.code}`;
  return {
    subject: i18n._('A reminder: {edition}', { edition: edition.slice(0, 120) }),
    text: `${edition}\n\n${said}\n${link}`,
  };
}
