import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { speakerFor } from '../page/page.ts';
import { addressOf } from './address.ts';
import { momentText } from './page-words.ts';

const EVERY_MS = 600_000;

interface Due {
  readonly kind: 'call_ends' | 'reviews_due' | 'session_tomorrow';
  readonly subject_id: string;
  readonly participant_id: string;
  readonly title: Wording;
  readonly zone: string;
  readonly due: Date;
}

/** Writes to whoever has something to do soon, each once; returns how many were written to. */
export async function remindConference(deps: ExchangeDeps): Promise<number> {
  const { rows } = await deps.exchange.as(null, ({ client }) =>
    client.query<Due>(
      `select r.kind, r.subject_id, r.participant_id, r.due, e.title, e.time_zone as zone
       from exchange.remind_conference($1) r join exchange.edition e on e.id = r.edition_id`,
      [deps.clock()],
    ),
  );
  for (const one of rows) {
    const to = await addressOf(deps, one.participant_id);
    if (to === null) continue;
    const { subject, text } = letterOf(speakerFor(to.locale), to.locale, one, deps.config.url);
    await deps.mail.send({ to: to.email, subject, text });
  }
  return rows.length;
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
  return {
    said: i18n._('The conference begins: {at}', { at }),
    path: '/workspace/programme',
  };
}
