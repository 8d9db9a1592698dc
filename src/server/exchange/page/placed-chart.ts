import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import { type Html, html } from './html.ts';

const ADDRESS =
  /^(?:https?:\/\/[^\s/]+)?\/exchange\/(?:en|ru|uz)\/evidence\/([a-z0-9-]{2,80})\/(chart-[1-9])\.svg$/;

/**
 * A paragraph that is nothing but the address of a chart of an evidence table becomes that chart, in the
 * language of the page; null for any other text. Where the table was taken down the words stay.
 */
export function placedChart(i18n: I18n, lang: Locale, paragraph: string): Html | null {
  const { slug, chart } = chartNamed(paragraph) ?? {};
  if (slug === undefined) return null;
  const table = `/exchange/${lang}/evidence/${slug}`;
  return html`<figure tabindex="0"><img src="${table}/${chart}.svg" alt="${i18n._('Chart of an evidence table; its numbers stand on the page of the table.')}" loading="lazy">
<figcaption class="soft"><a href="${table}">${i18n._('The table behind this chart')}</a></figcaption></figure>`;
}

/** The chart whose address is all that a paragraph says. */
export function chartNamed(paragraph: string): { slug: string; chart: string } | null {
  const [, slug, chart] = ADDRESS.exec(paragraph.trim()) ?? [];
  return slug === undefined || chart === undefined ? null : { slug, chart };
}
