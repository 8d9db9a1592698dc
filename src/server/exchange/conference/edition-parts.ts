import type { I18n } from '@lingui/core';
import type pg from 'pg';
import type { Locale } from '#domain/account/account.ts';
import { callStanding, deadlineOf } from '#domain/exchange/conference/call.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { type Html, html } from '../page/html.ts';
import { worded } from '../page/page.ts';
import { type CallRow, callOf } from './call-rows.ts';
import { deadlineText, hostText } from './page-words.ts';
import { editionToRegister } from './register-for.ts';

interface Host {
  readonly id: string;
  readonly name: Wording;
  readonly part: string;
  readonly logo: boolean;
}

/** What the home of an edition tells beside its title and days. */
export interface EditionParts {
  readonly about: Wording | null;
  readonly contact: string | null;
  readonly hosts: readonly Host[];
  readonly call: CallRow | undefined;
  readonly registration: { opens: string; closes: string; time_zone: string } | undefined;
  readonly listed: boolean;
}

export async function editionParts(
  client: pg.ClientBase,
  edition: { readonly id: string; readonly slug: string },
): Promise<EditionParts> {
  const more = await client.query<{
    about: Wording | null;
    contact: string | null;
    listed: boolean;
  }>(
    `select about, contact, exists (select from exchange.listed_participants(id)) as listed
     from exchange.edition where id = $1`,
    [edition.id],
  );
  const hosts = await client.query<Host>(
    `select h.id, i.name, h.part, h.logo is not null as logo from exchange.host h
       join exchange.institution i on i.id = h.institution_id
     where h.edition_id = $1 order by h.standing, h.id limit 50`,
    [edition.id],
  );
  return {
    ...(more.rows[0] ?? { about: null, contact: null, listed: false }),
    hosts: hosts.rows,
    call: await callOf(client, edition.id),
    registration: (await editionToRegister(client, { slug: edition.slug }))?.settings,
  };
}

/** The call and registration, each with its end on two clocks and its link while it is open. */
export function doors(
  i18n: I18n,
  lang: Locale,
  slug: string,
  { call, registration }: EditionParts,
  clock: { readonly now: string; readonly zone: string | undefined },
): Html {
  const ends = (times: { opens: string; closes: string; time_zone: string }) =>
    html`<ul>${deadlineText(lang, deadlineOf(times, clock.zone ?? times.time_zone)).map((one) => html`<li>${one}</li>`)}</ul>`;
  const callOpen = call !== undefined && callStanding(call, clock.now) === 'open';
  const door = registration === undefined ? 'closed' : callStanding(registration, clock.now);
  return html`<ul class="cards">
${
  registration === undefined || door === 'closed'
    ? null
    : html`<li class="card"><h2>${i18n._('Registration')}</h2>${
        door === 'open'
          ? html`<p>${i18n._('Open until:')}</p>${ends(registration)}<p><a class="button" href="/exchange/${lang}/${slug}/registration">${i18n._('Register')}</a></p>`
          : html`<p>${i18n._('It has not begun yet.')}</p>`
      }</li>`
}
${
  call === undefined
    ? null
    : html`<li class="card"><h2>${i18n._('Call for contributions')}</h2><p>${callOpen ? i18n._('Open until:') : i18n._('The call ended:')}</p>${ends(call)}<p><a href="/exchange/${lang}/${slug}/call">${i18n._('What is looked for, and by what it is weighed')}</a></p></li>`
}</ul>`;
}

/** Hosts and partners with their logos; a logo has no words of its own, the name stands beside it. */
export function hostList(i18n: I18n, lang: Locale, hosts: readonly Host[]): Html | null {
  if (hosts.length === 0) return null;
  return html`<h2>${i18n._('Hosts and partners')}</h2>
<ul class="cards">${hosts.map(
    (one) => html`<li class="card"><p class="soft">${hostText(i18n, one.part)}</p>
${one.logo ? html`<img src="/exchange/logos/${one.id}" alt="" loading="lazy" class="logo">` : null}
<p>${worded(lang, one.name)}</p></li>`,
  )}</ul>`;
}
