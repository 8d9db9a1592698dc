import type { Locale } from '#domain/account/account.ts';
import { labelFor, type ModelOutline } from '#domain/exchange/model/model-outline.ts';
import { type Html, html } from '../page/html.ts';
import { speakerFor } from '../page/page.ts';
import { spanWords } from './model-words.ts';

/** What is in a model, to read: stages, areas of needs, time limits with their sources, what is measured. */
export function outlineHtml(lang: Locale, model: ModelOutline): Html {
  const i18n = speakerFor(lang);
  const name = (entry: { readonly labels: Readonly<Record<string, string>> }) =>
    labelFor(lang, entry.labels);
  const list = (title: string, entries: readonly { labels: Record<string, string> }[]) =>
    entries.length === 0
      ? null
      : html`<h3>${title}</h3>
<ul>${entries.map((entry) => html`<li>${name(entry)}</li>`)}</ul>`;
  return html`<h2 id="inside">${i18n._('What is in it')}</h2>
<h3>${i18n._('Stages')}</h3>
<ol>${model.stages.map((stage) => html`<li>${name(stage)}</li>`)}</ol>
<h3>${i18n._('Areas of needs')}</h3>
<dl>${model.need_domains.map(
    (domain) => html`<dt>${name(domain)}</dt>
<dd>${labelFor(lang, domain.question)}${
      domain.subtopics.length === 0
        ? null
        : html`<br><small class="soft">${domain.subtopics.map(name).join(' · ')}</small>`
    }</dd>`,
  )}</dl>
<h3>${i18n._('Time limits')}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${i18n._('Time limits')}"><table>
<thead><tr><th scope="col">${i18n._('What is due')}</th><th scope="col">${i18n._('Within')}</th><th scope="col">${i18n._('Source')}</th></tr></thead>
<tbody>${model.timers.map(
    (timer) => html`<tr><th scope="row">${name(timer)}</th><td>${spanWords(i18n, timer)}</td>
<td>${timer.source_citation}${timer.verified ? null : html` <small class="soft">${i18n._('(the source was not checked)')}</small>`}</td></tr>`,
  )}</tbody>
</table></div>
${list(i18n._('Services by purpose'), model.consent_purposes)}
${list(i18n._('Milestones'), model.milestones)}
${list(i18n._('How support ends'), model.closure_reasons)}
<h3>${i18n._('What is measured')}</h3>
<ul>${model.indicators.map(
    (one) => html`<li>${name(one)} <small class="soft">${one.source_citation}</small></li>`,
  )}</ul>`;
}
