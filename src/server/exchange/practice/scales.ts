import type { I18n } from '@lingui/core';
import {
  confirmed,
  EVIDENCE_ASPECTS,
  EVIDENCE_CRITERIA,
  EVIDENCE_LEVELS,
  type EvidenceAspect,
  NEEDED,
  plusOf,
} from '#domain/exchange/practice/evidence-level.ts';
import { MATURITIES, MATURITY_CRITERIA } from '#domain/exchange/practice/maturity.ts';
import { type Html, html } from '../page/html.ts';
import type { ShownCard } from './practice-version.ts';
import {
  evidenceWords,
  levelWords,
  maturityCriterionWords,
  maturityWords,
} from './practice-words.ts';

const PLUS = ['–', '+', '++'] as const;

export function aspectWords(i18n: I18n): Readonly<Record<EvidenceAspect, string>> {
  return {
    effectiveness: i18n._('Effect'),
    transferability: i18n._('Can be carried over'),
    enduring_impact: i18n._('Lasting effect'),
  };
}

/** The two scales of a card side by side, each with what it stands on: how well it is shown, how far it has come. */
export function scales(i18n: I18n, card: ShownCard): Html {
  const contested = card.reviews.flatMap((review) => review.contested);
  const answers = confirmed(card.facts.evidence, contested);
  const aspects = aspectWords(i18n);
  const words = evidenceWords(i18n);
  const { criteria, places, in_a_norm } = card.facts.maturity;
  return html`<h2>${i18n._('Two scales')}</h2>
<div class="cards"><section class="card"><h3>${i18n._('Evidence: how well the effect is shown')}</h3>
${ladder(i18n, EVIDENCE_LEVELS, levelWords(i18n), card.evidence)}
<dl>${EVIDENCE_ASPECTS.map((aspect) => html`<dt>${aspects[aspect]}</dt><dd>${PLUS[plusOf(aspect, answers)]}</dd>`)}</dl>
<details><summary>${i18n._('What it stands on')}</summary><ul>${EVIDENCE_CRITERIA.map((one) => html`<li>${words[one]}: ${contested.includes(one) ? i18n._('said, but not confirmed by a reviewer') : answers[one] ? i18n._('yes') : i18n._('no')}</li>`)}</ul></details></section>
<section class="card"><h3>${i18n._('Maturity: how far it has come')}</h3>
${ladder(i18n, MATURITIES, maturityWords(i18n), card.maturity)}
<p>${i18n._('{count, plural, one {Done in # place} other {Done in # places}}', { count: places })}${in_a_norm ? html`; ${i18n._('a law, standard or order stands on it')}` : null}</p>
<details><summary>${i18n._('What it stands on')}</summary><ul>${MATURITY_CRITERIA.map((one) => html`<li>${maturityCriterionWords(i18n)[one]}: ${criteria.includes(one) ? i18n._('yes') : i18n._('no')}</li>`)}</ul></details></section></div>`;
}

function ladder<K extends string>(
  i18n: I18n,
  steps: readonly K[],
  words: Readonly<Record<K, string>>,
  reached: K,
): Html {
  return html`<ol aria-label="${i18n._('Steps, lowest first')}">${steps.map((step) => html`<li${step === reached ? html` aria-current="step"` : null}>${step === reached ? html`<strong>${words[step]}</strong> ←` : words[step]}</li>`)}</ol>`;
}

/** What each aspect of the evidence needs, in words; for the page on how practices are judged. */
export function neededFor(i18n: I18n): Html {
  const words = evidenceWords(i18n);
  const aspects = aspectWords(i18n);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${i18n._('What evidence needs')}"><table><thead><tr><th scope="col">${i18n._('Aspect')}</th><th scope="col">+</th><th scope="col">++</th></tr></thead>
<tbody>${EVIDENCE_ASPECTS.map((aspect) => html`<tr><th scope="row">${aspects[aspect]}</th>${NEEDED[aspect].map((needed) => html`<td>${needed.map((one) => words[one]).join('; ')}</td>`)}</tr>`)}</tbody></table></div>`;
}
