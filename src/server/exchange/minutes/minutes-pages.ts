import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { type Html, html } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { pageParams, plain, sendNothing, sendPage, speakerFor, worded } from '../page/page.ts';
import { type PublicMinutes, publicMinutes } from './minutes-rows.ts';

/** What was said at a conference, as far as the rule of each session lets it out. */
export function addMinutesPages(app: ServerApp, deps: ExchangeDeps): void {
  const params = pageParams.extend({ edition: z.string().max(80) });
  const open = { config: { public: true } };

  app.get(
    '/exchange/:lang/:edition/minutes',
    { schema: { params }, ...open },
    async (request, reply) => {
      const { lang, edition: slug } = request.params;
      const found = await find(deps, slug);
      if (found === undefined || found.minutes.length === 0) return sendNothing(reply, lang);
      const { edition, minutes } = found;
      const i18n = speakerFor(lang);
      const title = i18n._('Minutes');
      const home = `/exchange/${lang}/${slug}`;
      const body = html`<p><a href="${home}">${worded(lang, edition.title)}</a></p>
<h1>${title}</h1>
<p>${i18n._('What was said, session by session. Where the Chatham House Rule held, nobody is named; closed sessions leave nothing.')}</p>
<ul class="cards">${minutes.map(
        (one) =>
          html`<li class="card"><h2><a href="${home}/minutes/${one.session_id}">${worded(lang, one.title)}</a></h2>
<p class="soft">${dayOf(lang, edition, one)}</p></li>`,
      )}</ul>`;
      return sendPage(reply, {
        ...{ lang, path: `/${slug}/minutes`, body },
        title: `${title} · ${plain(lang, edition.title)}`,
      });
    },
  );

  app.get(
    '/exchange/:lang/:edition/minutes/:session',
    { schema: { params: params.extend({ session: z.string().max(60) }) }, ...open },
    async (request, reply) => {
      const { lang, edition: slug, session } = request.params;
      const known = id.safeParse(session);
      const found = known.success ? await find(deps, slug, known.data) : undefined;
      const [minutes] = found?.minutes ?? [];
      if (found === undefined || minutes === undefined) return sendNothing(reply, lang);
      const i18n = speakerFor(lang);
      const home = `/exchange/${lang}/${slug}`;
      const body = html`<p><a href="${home}/minutes">${i18n._('Minutes')}</a></p>
${minutesBody(lang, minutes, {
  day: dayOf(lang, found.edition, minutes),
  toRecommendation: (number) => `${home}/recommendations/${number}`,
})}`;
      return sendPage(reply, {
        ...{ lang, path: `/${slug}/minutes/${minutes.session_id}`, body },
        title: `${i18n._('Minutes')} · ${plain(lang, minutes.title)}`,
      });
    },
  );
}

interface Around {
  readonly day: string;
  /** Null where the page goes along without the recommendations. */
  readonly toRecommendation: ((number: number) => string) | null;
}

/** The lines of one session; whoever said them where that may be told. */
export function minutesBody(lang: Locale, minutes: PublicMinutes, around: Around): Html {
  const i18n = speakerFor(lang);
  return html`<h1>${worded(lang, minutes.title)}</h1>
<p class="soft">${around.day}</p>
${minutes.lines.every(({ speaker }) => speaker === null) ? html`<p class="note">${i18n._('The minutes tell what was said, and not by whom.')}</p>` : null}
<ol>${minutes.lines.map(
    (line) => html`<li id="line-${line.number}" value="${line.number}">
${line.speaker === null ? null : html`<p><strong>${line.speaker}</strong></p>`}
${worded(lang, line.words, 'prose')}
${line.recommendation === null ? null : recommended(lang, line.recommendation, around)}</li>`,
  )}</ol>`;
}

function recommended(lang: Locale, number: number, { toRecommendation }: Around): Html {
  // By this name the collector of words finds them.
  const i18n = speakerFor(lang);
  const words = i18n._('Recommendation {number}', { number });
  return html`<p class="soft">${i18n._('It became:')} ${toRecommendation === null ? words : html`<a href="${toRecommendation(number)}">${words}</a>`}</p>`;
}

interface EditionOfMinutes {
  readonly title: Wording;
  readonly time_zone: string;
}

/** The day of a session at its host. */
export function dayOf(
  lang: Locale,
  { time_zone }: Pick<EditionOfMinutes, 'time_zone'>,
  { starts_at }: PublicMinutes,
): string {
  if (starts_at === null) return '';
  return longDay(lang, starts_at, time_zone);
}

async function find(deps: ExchangeDeps, slug: string, session: string | null = null) {
  return deps.exchange.as(null, async (taking) => {
    const { rows } = await taking.client.query<EditionOfMinutes>(
      `select title, time_zone from exchange.edition where slug = $1 and state <> 'draft'`,
      [slug],
    );
    const [edition] = rows;
    return edition && { edition, minutes: await publicMinutes(taking, slug, session) };
  });
}
