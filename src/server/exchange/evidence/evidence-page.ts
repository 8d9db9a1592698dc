import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import { drawnChart } from '#domain/exchange/evidence/chart.ts';
import { type Column, columnsOf } from '#domain/exchange/evidence/column.ts';
import { type HxlTable, writeTag } from '#domain/exchange/evidence/hxl.ts';
import { readValue } from '#domain/exchange/evidence/value.ts';
import { type Html, html } from '../page/html.ts';
import { longDay } from '../page/long-day.ts';
import { plain, worded } from '../page/page.ts';
import { chartWords } from './chart-words.ts';
import { type EvidenceTable, type EvidenceVersion, SHOWN_ROWS, tableOf } from './evidence-rows.ts';

interface Shown {
  readonly lang: Locale;
  readonly i18n: I18n;
  readonly table: EvidenceTable;
  readonly version: EvidenceVersion;
}

/** The page of an evidence table: its charts, the table itself, and how it was made. */
export function evidencePage({ lang, i18n, table, version }: Shown): Html {
  const cells = tableOf(version.cells);
  const columns = columnsOf(cells);
  const base = `/exchange/${lang}/evidence/${table.slug}`;
  const dated = longDay(lang, version.uploaded_at);
  // The words of the file itself are not translated: said aloud in their own language, and told.
  const foreign = version.said.lang.split('-')[0] !== lang;
  const own = foreign ? html` lang="${version.said.lang}"` : null;
  const note = foreign ? wordsOfFile(i18n, lang, version.said.lang) : null;
  return html`<h1>${worded(lang, table.title)}</h1>
<dl>
<dt>${i18n._('Period')}</dt><dd${own}>${version.period}</dd>
<dt>${i18n._('Area')}</dt><dd${own}>${version.geography}</dd>
<dt>${i18n._('Source of the figures')}</dt><dd${own}>${version.source}</dd>
<dt>${i18n._('Version')}</dt><dd>${i18n._('{number}, of {day}', { number: version.number, day: dated })}</dd>
</dl>
${version.charts.map((_, index) => figure({ lang, i18n, table, version }, cells, index))}
<h2>${i18n._('The table')}</h2>
${note}
<div class="scroll" role="region" tabindex="0" aria-label="${i18n._('The table')}">
<table>
<caption class="soft">${plain(lang, table.title)}</caption>
<thead${own}><tr>${columns.map((column) => head(column))}</tr></thead>
<tbody${own}>${cells.rows.slice(0, SHOWN_ROWS).map((row) => html`<tr>${columns.map((column, place) => cell(i18n, lang, { column, place, text: row.cells[column.position] ?? '' }))}</tr>`)}</tbody>
</table>
</div>
${more(i18n, cells)}
<p>${i18n._('“Not shown” stands where a number would tell of few people, or would let somebody work out such a number.')}</p>
<p><a class="button" href="${base}/table.csv" download>${i18n._('Download the table (HXL, CSV)')}</a></p>
<h2>${i18n._('How it was counted')}</h2>
${worded(lang, table.method, 'prose')}
<h2>${i18n._('What the numbers are parts of')}</h2>
${worded(lang, table.denominators, 'prose')}`;
}

function wordsOfFile(i18n: I18n, lang: Locale, of: string): Html {
  const language = new Intl.DisplayNames([lang], { type: 'language' }).of(of) ?? of;
  return html`<p class="note">${i18n._('The words in the table are those of the file: {language}.', { language })}</p>`;
}

/** The address of a chart as a picture, to be placed on any page; the page's own language first. */
export function chartAddress(lang: Locale, slug: string, index: number): string {
  return `/exchange/${lang}/evidence/${slug}/chart-${index + 1}.svg`;
}

function figure(
  { lang, i18n, table, version }: Shown,
  cells: HxlTable,
  index: number,
): Html | null {
  const spec = version.charts[index];
  const chart = spec === undefined ? null : drawnChart(cells, spec);
  // It was drawn when it was uploaded; a rule that became stricter since leaves the table without it.
  if (chart === null || 'code' in chart) return null;
  const { description } = chartWords(i18n, lang, { chart, title: plain(lang, table.title) });
  const src = chartAddress(lang, table.slug, index);
  return html`<figure tabindex="0"><img src="${src}" alt="${description}" loading="lazy">
<figcaption class="soft">${description} <a href="${src}">${i18n._('This chart alone')}</a></figcaption></figure>`;
}

function head({ label, tag, role }: Column): Html {
  const number = role === 'dimension' ? null : html` class="number"`;
  const written = tag === null ? '' : writeTag(tag);
  return html`<th scope="col"${number}>${label}${written === label ? null : html`<br><small class="soft" translate="no">${written}</small>`}</th>`;
}

function cell(
  i18n: I18n,
  lang: Locale,
  { column, place, text }: { column: Column; place: number; text: string },
): Html {
  if (column.role === 'dimension') {
    return place === 0 ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`;
  }
  const value = readValue(text);
  if (value.kind === 'suppressed') {
    return html`<td class="number soft"><em lang="${lang}">${i18n._('not shown')}</em></td>`;
  }
  if (value.kind !== 'number') return html`<td class="number">${text}</td>`;
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(value.number);
  return html`<td class="number">${value.percent ? `${number} %` : number}</td>`;
}

function more(i18n: I18n, { rows }: HxlTable): Html | null {
  if (rows.length <= SHOWN_ROWS) return null;
  const rest = rows.length - SHOWN_ROWS;
  return html`<p class="note">${i18n._('{rest, plural, one {# more row is in the file.} other {# more rows are in the file.}}', { rest })}</p>`;
}
