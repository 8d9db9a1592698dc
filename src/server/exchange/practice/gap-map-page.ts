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

const [WIDE, HIGH] = [84, 54];
/** A letter at 13 px, generously: Cyrillic ones are wider than Latin ones, and nothing measures text here. */
const LETTER = 8;
/** A row's name breaks after about so many letters. */
const LINE = 26;
/** The names of the columns lean by so much. */
const LEAN = (38 * Math.PI) / 180;
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
  const names = INTERVENTIONS.map((row) => brokenUp(what[row]));
  const widest = Math.max(...names.flat().map((line) => line.length));
  const left = 20 + widest * LETTER;
  const longest = Math.max(...OUTCOMES.map((column) => better[column].length));
  const top = 30 + Math.ceil(longest * LETTER * Math.sin(LEAN));
  const right = left + OUTCOMES.length * WIDE;
  // The last columns' leaning names need room beside the fields.
  const width = Math.max(
    ...OUTCOMES.map(
      (column, x) =>
        left + x * WIDE + 40 + Math.ceil(better[column].length * LETTER * Math.cos(LEAN)),
    ),
    right + 10,
  );
  const height = top + INTERVENTIONS.length * HIGH + 10;
  return html`<svg role="img" aria-label="${title}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="max-inline-size:none" font-size="13" fill="#1d2a2e">
${OUTCOMES.map((column, x) => html`<text transform="translate(${left + x * WIDE + 30} ${top - 10}) rotate(-38)">${better[column]}</text><line x1="${left + x * WIDE}" y1="${top}" x2="${left + x * WIDE}" y2="${height - 10}" stroke="#d9dfe0"/>`)}
${INTERVENTIONS.map((row, y) => {
  const middle = top + y * HIGH + HIGH / 2;
  return html`${names[y]?.map((line, at, all) => html`<text x="${left - 10}" y="${middle + 4 + (at - (all.length - 1) / 2) * 15}" text-anchor="end">${line}</text>`)}<line x1="${left}" y1="${top + y * HIGH}" x2="${right}" y2="${top + y * HIGH}" stroke="#d9dfe0"/>
${OUTCOMES.map((column, x) => {
  const cell = at(row, column);
  if (cell === undefined || cell.strongest === null) return null;
  const radius = Math.min(24, 8 + 4 * Math.sqrt(cell.studies));
  const dark = DESIGNS.indexOf(cell.strongest) > 2;
  const [cx, cy] = [left + x * WIDE + WIDE / 2, middle];
  return html`<circle cx="${cx}" cy="${cy}" r="${radius.toFixed(1)}" fill="${INKS[cell.strongest]}" stroke="#1d2a2e"/><text x="${cx}" y="${cy + 4}" text-anchor="middle" fill="${dark ? '#fff' : '#1d2a2e'}">${cell.studies}</text>`;
})}`;
})}
</svg>`;
}

/** A name in lines that fit beside the fields; a word is never broken. */
function brokenUp(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
