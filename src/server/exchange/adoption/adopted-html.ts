import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import type { ModelPartName } from '#domain/exchange/practice/adoption.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { html, paragraphs } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { worded } from '../page/page.ts';
import { adoptionWords, countryName } from '../practice/practice-words.ts';
import { countriesOf, type ShownAdoption } from './adoption-row.ts';

/** The adoption register of a practice or a model: who does it, with what changed, and what came of it. */
export function adopted(
  lang: Locale,
  i18n: I18n,
  adoptions: readonly ShownAdoption[],
  names: ReadonlyMap<string, Wording>,
  tell = '/workspace/adoptions',
) {
  const words = adoptionWords(i18n);
  const countries = countriesOf(adoptions);
  return html`<h2>${i18n._('Who took it over')}</h2>
<p>${countries === 0 ? i18n._('Nobody has told of doing it elsewhere yet.') : html`<strong>${i18n._('{count, plural, one {Adopted in # country} other {Adopted in # countries}}', { count: countries })}</strong>`}</p>
${adoptions.map((one) => {
  const name = one.institution_id === null ? undefined : names.get(one.institution_id);
  const part = (title: string, said: string | null) =>
    said === null
      ? null
      : html`<h4>${title}</h4><div lang="${one.language}">${paragraphs(said)}</div>`;
  return html`<article class="card"><h3>${countryName(lang, one.country, i18n._('International organisation'))}: ${words[one.status]}</h3>
<p class="soft">${name === undefined ? null : html`${worded(lang, name)} · `}${i18n._('from version {version}', { version: one.from_version })} · ${i18n._('since {day}', { day: longDay(lang, one.since) })}</p>
${one.parts.length === 0 ? null : html`<h4>${i18n._('Which parts')}</h4><p>${one.parts.map((part) => partWords(i18n, part)).join(' · ')}</p>`}
${part(i18n._('What was changed for it'), one.adaptation)}
${part(i18n._('What came of it elsewhere'), one.result)}
${part(i18n._('What the source can learn'), one.lessons)}
${part(i18n._('Why it was stopped'), one.stopped_because)}</article>`;
})}
<p><a href="${tell}">${i18n._('Tell of taking it over')}</a></p>`;
}

function partWords(i18n: I18n, part: ModelPartName): string {
  const words: Readonly<Record<ModelPartName, () => string>> = {
    stages: () => i18n._('Stages'),
    needs: () => i18n._('Areas of needs'),
    time_limits: () => i18n._('Time limits'),
    services: () => i18n._('Services by purpose'),
    milestones: () => i18n._('Milestones'),
    papers: () => i18n._('Papers and prints'),
    indicators: () => i18n._('What is measured'),
    protection: () => i18n._('Protection and keeping'),
    words: () => i18n._('Words'),
  };
  return words[part]();
}
