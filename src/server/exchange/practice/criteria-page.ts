import type { Locale } from '#domain/account/account.ts';
import { REVIEW_CRITERIA } from '#domain/exchange/practice/review.ts';
import { type Html, html } from '../page/html.ts';
import { speakerFor } from '../page/page.ts';
import {
  levelWords,
  maturityCriterionWords,
  maturityWords,
  reviewWords,
} from './practice-words.ts';
import { neededFor } from './scales.ts';

/** How practices are judged: the criteria are public before anybody is judged by them. */
export function criteriaBody(lang: Locale, title: string): Html {
  const i18n = speakerFor(lang);
  const level = levelWords(i18n);
  const stage = maturityWords(i18n);
  return html`<h1>${title}</h1>
<p>${i18n._('Two reviewers look at each practice. They come from other countries and other institutions than the practice, declare that they have no interest of their own in it, and do not see each other’s answer before both are given. Their countries and reasons stand on the card.')}</p>
<h2>${i18n._('What reviewers ask')}</h2>
<ul>${REVIEW_CRITERIA.map((one) => html`<li>${reviewWords(i18n)[one]}</li>`)}</ul>
<h2>${i18n._('Evidence: how well the effect is shown')}</h2>
<p>${i18n._('By the rule of the European Platform for Investing in Children. What a reviewer does not confirm does not count.')}</p>
<dl><dt>${level.not_shown}</dt><dd>${i18n._('no + for the effect')}</dd>
<dt>${level.emergent}</dt><dd>${i18n._('+ or ++ for the effect')}</dd>
<dt>${level.promising}</dt><dd>${i18n._('and for one of the two others')}</dd>
<dt>${level.best}</dt><dd>${i18n._('and for both others')}</dd></dl>
${neededFor(i18n)}
<h2>${i18n._('Maturity: how far it has come')}</h2>
<p>${i18n._('By the stages of the Food and Agriculture Organization. How mature a practice is says nothing about how well its effect is shown; so the two stand beside each other.')}</p>
<dl><dt>${stage.innovation}</dt><dd>${i18n._('new, or without an effect so far')}</dd>
<dt>${stage.promising}</dt><dd>${i18n._('it has an effect in one place')}</dd>
<dt>${stage.good_practice}</dt><dd>${i18n._('all six criteria are met, in two places or more')}</dd>
<dt>${stage.institutionalised}</dt><dd>${i18n._('and a law, a standard or an order stands on it')}</dd></dl>
<ul>${Object.values(maturityCriterionWords(i18n)).map((word) => html`<li>${word}</li>`)}</ul>
<h2>${i18n._('Nobody in it')}</h2>
<p>${i18n._('Before anything is published, a second editor looks for people in it, with help from a check for names with age or place, operations, documents, phones and dates of birth. Stories are told as composites only. Whatever slips through is taken down at once.')}</p>`;
}
