import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import {
  type Outcome,
  outcomePath,
  type SourcePractice,
  type SourceRecommendation,
} from '#domain/exchange/recommendation/came-of.ts';
import { type Html, html } from '../page/html.ts';
import { worded } from '../page/page.ts';

/** Where something came from, and what came of it. */
export interface Links {
  readonly practice: SourcePractice | null;
  readonly recommendations: readonly SourceRecommendation[];
  readonly models: readonly Outcome[];
}

/** The way of a thing through the exchange, to follow in both directions; nothing where there is none. */
export function linksHtml(lang: Locale, i18n: I18n, links: Links): Html | null {
  const { practice, recommendations, models } = links;
  if (practice === null && recommendations.length + models.length === 0) return null;
  return html`<dl>
${practice === null ? null : html`<dt>${i18n._('It grew out of the practice')}</dt><dd><a href="/exchange/${lang}/practices/${practice.id}">${worded(lang, practice.title)}</a></dd>`}
${recommendations.length === 0 ? null : html`<dt>${i18n._('It came of')}</dt>${recommendations.map((one) => html`<dd><a href="/exchange/${lang}/${one.edition}/recommendations/${one.number}">${i18n._('Recommendation {number}', { number: one.number })}</a>: ${worded(lang, one.text)}</dd>`)}`}
${models.length === 0 ? null : html`<dt>${i18n._('It became a programme model')}</dt>${models.map((one) => html`<dd><a href="/exchange/${lang}${outcomePath(one)}">${worded(lang, one.title)}</a></dd>`)}`}
</dl>`;
}
