import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import type { OpinionMap } from '#domain/exchange/opinion/opinion-map.ts';
import {
  discs,
  HEIGHT,
  inTellingOrder,
  letterOf,
  WIDTH,
} from '#domain/exchange/opinion/picture.ts';
import type { PollFull } from '#domain/exchange/opinion/poll.ts';
import type { Leaning, ShownVotes } from '#domain/exchange/opinion/shown-votes.ts';
import type { Region } from '#domain/exchange/region.ts';
import { type Html, html } from '../page/html.ts';
import { speakerFor, worded } from '../page/page.ts';

/** One round's map: the table first, then the picture with the same in words. */
export function mapMarkup(lang: Locale, map: OpinionMap, statements: PollFull['statements']): Html {
  const i18n = speakerFor(lang);
  if (map.voters === null) {
    return html`<p>${i18n._('Fewer than five people voted, so nothing is told.')}</p>`;
  }
  const words = (statement: string) => {
    const found = statements.find(({ id }) => id === statement);
    return found === undefined ? null : worded(lang, found.wording);
  };
  return html`<p>${i18n._('People who voted: {count}', { count: map.voters })}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${i18n._('The table')}"><table>
<thead><tr><th scope="col">${i18n._('Statement')}</th><th scope="col">${i18n._('All who voted')}</th>
${map.groups.map((_, at) => html`<th scope="col">${groupName(i18n, at)}</th>`)}
${map.regions.map(({ region }) => html`<th scope="col">${regionName(i18n, region)}</th>`)}</tr></thead>
<tbody>${inTellingOrder(map.statements).map(
    (
      row,
    ) => html`<tr><th scope="row">${words(row.id)}${mark(i18n, row)}</th><td>${votesText(i18n, row.votes)}</td>
${[...row.groups, ...row.regions].map((leaning) => html`<td>${leaningText(i18n, leaning)}</td>`)}</tr>`,
  )}</tbody></table></div>
${map.groups.length < 2 ? html`<p>${i18n._('No groups: these people do not fall into camps, or too few of them voted.')}</p>` : picture(i18n, map, words)}`;
}

function mark(i18n: I18n, { unites, divides }: OpinionMap['statements'][number]): Html | null {
  if (unites !== null) return html` <span class="tag">${i18n._('unites')}</span>`;
  return divides ? html` <span class="tag">${i18n._('divides')}</span>` : null;
}

function picture(i18n: I18n, map: OpinionMap, words: (statement: string) => Html | null): Html {
  const placed = discs(map.groups);
  return html`<figure><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${i18n._('Groups of people who vote alike; the same stands below in words')}">
<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="#f4f7f7"/>
${placed.map(
  ({ x, y, r }, at) => html`<circle cx="${x}" cy="${y}" r="${r}" fill="#17606b" fill-opacity=".85"/>
<text x="${x}" y="${y}" fill="#fff" font-weight="700" text-anchor="middle" dominant-baseline="central">${letterOf(at)}</text>`,
)}</svg>
<figcaption class="soft">${i18n._('The nearer two groups stand, the more alike they vote. Single people are not drawn.')}</figcaption></figure>
${map.groups.map(
  ({ size, typical }, at) => html`<h3>${groupName(i18n, at)}</h3>
${size === null ? null : html`<p>${i18n._('People in it: {count}', { count: size })}</p>`}
${
  typical.length === 0
    ? html`<p>${i18n._('Nothing that it says more clearly than the others.')}</p>`
    : html`<ul>${typical.map(
        ({ statement, side }) =>
          html`<li>${words(statement)} <span class="tag">${leaningText(i18n, side)}</span></li>`,
      )}</ul>`
}`,
)}`;
}

function groupName(i18n: I18n, at: number): string {
  return i18n._('Group {letter}', { letter: letterOf(at) });
}

function votesText(i18n: I18n, votes: ShownVotes): string {
  if (votes.shows === 'counts') {
    const { agree, disagree, pass } = votes;
    return i18n._('agree: {agree}, disagree: {disagree}, pass: {pass}', { agree, disagree, pass });
  }
  if (votes.shows === 'one') {
    const { count, others } = votes;
    return {
      agree: i18n._('agree: {count}, other answers: {others}', { count, others }),
      disagree: i18n._('disagree: {count}, other answers: {others}', { count, others }),
      pass: i18n._('pass: {count}, other answers: {others}', { count, others }),
    }[votes.answer];
  }
  if (votes.shows === 'too_few') return i18n._('too few votes');
  const { voters } = votes;
  return {
    agree: i18n._('all but fewer than five agree; voted: {voters}', { voters }),
    disagree: i18n._('all but fewer than five disagree; voted: {voters}', { voters }),
    pass: i18n._('all but fewer than five pass; voted: {voters}', { voters }),
  }[votes.answer];
}

function leaningText(i18n: I18n, leaning: Leaning): string {
  const words: Readonly<Record<Leaning, string>> = {
    agree: i18n._('most agree'),
    disagree: i18n._('most disagree'),
    mixed: i18n._('no clear majority'),
    hidden: i18n._('too few votes'),
  };
  return words[leaning];
}

function regionName(i18n: I18n, region: Region): string {
  const words: Readonly<Record<Region, string>> = {
    central_asia: i18n._('Central Asia'),
    south_asia: i18n._('South Asia'),
    south_east_asia: i18n._('South-East Asia'),
    eu: i18n._('European Union'),
    organisations: i18n._('International organisations'),
  };
  return words[region];
}
