import type { Locale } from '#domain/account/account.ts';
import type { GapCell } from '#domain/exchange/practice/gap-map.ts';
import {
  DESIGNS,
  type Design,
  INTERVENTIONS,
  type Intervention,
  OUTCOMES,
  type Outcome,
} from '#domain/exchange/practice/vocabulary.ts';
import { type Html, html } from '../page/html.ts';
import { speakerFor } from '../page/page.ts';
import { designWords, interventionWords, outcomeWords } from './practice-words.ts';

const [LEFT, TOP, WIDE, HIGH] = [230, 130, 84, 54];
/** From light to dark, so that the order is seen without colours, too. */
const INKS: Readonly<Record<Design, string>> = {
  experience: '#d9e6e4',
  interviews: '#b3d3cf',
  before_after: '#7fb6b2',
  comparison: '#3f8c8f',
  random: '#17606b',
  review_of_studies: '#0c3b45',
};

/** What is known of which help for which outcome, and where nothing is: as a picture and as a table. */
export function gapMapBody(
  lang: Locale,
  title: string,
  cells: readonly GapCell[],
  practices: number,
): Html {
  const i18n = speakerFor(lang);
  const what = interventionWords(i18n);
  const better = outcomeWords(i18n);
  const design = designWords(i18n);
  const at = (row: Intervention, column: Outcome) =>
    cells.find((cell) => cell.intervention === row && cell.outcome === column);
  const empty = cells.filter((cell) => cell.studies === 0).length;
  return html`<h1>${title}</h1>
<p>${i18n._('Rows are what is done, columns what should become better. The larger the circle, the more often it was looked at; the darker, the stronger the way of looking. Empty fields say where a pilot is worth it.')}</p>
<p>${i18n._('{practices, plural, one {# practice} other {# practices}}, {empty} of {all} fields are empty.', { practices, empty, all: cells.length })}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${i18n._('The map as a picture')}">${picture(title, what, better, at)}</div>
<ul>${DESIGNS.map((one) => html`<li><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7" fill="${INKS[one]}" stroke="#1d2a2e"/></svg> ${design[one]}</li>`)}</ul>
<h2>${i18n._('The map as a table')}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${i18n._('The map as a table')}"><table><thead><tr><th scope="col">${i18n._('What is done')}</th>${OUTCOMES.map((column) => html`<th scope="col">${better[column]}</th>`)}</tr></thead>
<tbody>${INTERVENTIONS.map((row) => html`<tr><th scope="row">${what[row]}</th>${OUTCOMES.map((column) => html`<td>${told(at(row, column))}</td>`)}</tr>`)}</tbody></table></div>
<p><a href="/exchange/${lang}/practices">${i18n._('To the practices')}</a></p>`;

  function told(cell: GapCell | undefined) {
    if (cell === undefined || cell.strongest === null) return html`<span class="soft">–</span>`;
    return html`${i18n._('{count, plural, one {# study} other {# studies}}', { count: cell.studies })}<br><span class="soft">${design[cell.strongest]}</span>`;
  }
}

function picture(
  title: string,
  what: Readonly<Record<Intervention, string>>,
  better: Readonly<Record<Outcome, string>>,
  at: (row: Intervention, column: Outcome) => GapCell | undefined,
): Html {
  // The last column's slanted name needs room beside the fields.
  const right = LEFT + OUTCOMES.length * WIDE;
  const width = right + 100;
  const height = TOP + INTERVENTIONS.length * HIGH + 10;
  return html`<svg role="img" aria-label="${title}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="max-inline-size:none" font-size="13" fill="#1d2a2e">
${OUTCOMES.map((column, x) => html`<text transform="translate(${LEFT + x * WIDE + 30} ${TOP - 10}) rotate(-38)">${better[column]}</text><line x1="${LEFT + x * WIDE}" y1="${TOP}" x2="${LEFT + x * WIDE}" y2="${height - 10}" stroke="#d9dfe0"/>`)}
${INTERVENTIONS.map((row, y) => {
  const middle = TOP + y * HIGH + HIGH / 2;
  return html`<text x="${LEFT - 10}" y="${middle + 4}" text-anchor="end">${what[row]}</text><line x1="${LEFT}" y1="${TOP + y * HIGH}" x2="${right}" y2="${TOP + y * HIGH}" stroke="#d9dfe0"/>
${OUTCOMES.map((column, x) => {
  const cell = at(row, column);
  if (cell === undefined || cell.strongest === null) return null;
  const radius = Math.min(24, 8 + 4 * Math.sqrt(cell.studies));
  const dark = DESIGNS.indexOf(cell.strongest) > 2;
  const [cx, cy] = [LEFT + x * WIDE + WIDE / 2, middle];
  return html`<circle cx="${cx}" cy="${cy}" r="${radius.toFixed(1)}" fill="${INKS[cell.strongest]}" stroke="#1d2a2e"/><text x="${cx}" y="${cy + 4}" text-anchor="middle" fill="${dark ? '#fff' : '#1d2a2e'}">${cell.studies}</text>`;
})}`;
})}
</svg>`;
}
