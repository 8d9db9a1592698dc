import type { I18n } from '@lingui/core';
import { type Html, html } from '../page/html.ts';
import { zonesByArea } from './when.ts';

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Chooses the reader's time zone and what is shown; a plain form, as there is no script on a page. */
export function zoneForm(i18n: I18n, zone: string, choices: readonly Choice[] = []): Html {
  return html`<form class="filters no-print" method="get">
<div><label for="zone">${i18n._('Your time zone')}</label>
<select id="zone" name="zone">${[...zonesByArea()].map(
    ([area, zones]) =>
      html`<optgroup label="${area}">${zones.map(
        (one) =>
          html`<option value="${one}"${one === zone ? html` selected` : null}>${one.replaceAll('_', ' ')}</option>`,
      )}</optgroup>`,
  )}</select></div>
${choices.map(
  ({ name, label, value, options }) => html`<div><label for="${name}">${label}</label>
<select id="${name}" name="${name}"><option value="">${i18n._('All')}</option>${options.map(
    ([key, text]) =>
      html`<option value="${key}"${key === value ? html` selected` : null}>${text}</option>`,
  )}</select></div>`,
)}
<button type="submit">${i18n._('Show')}</button></form>`;
}
