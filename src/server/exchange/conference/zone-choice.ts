import type { I18n } from '@lingui/core';
import { type Html, html } from '../page/html.ts';

/** Where readers of the demo's editions sit; a browser without a script cannot say where it is. */
const ZONES = [
  ...['UTC', 'Asia/Tashkent', 'Asia/Almaty', 'Asia/Bishkek', 'Asia/Dushanbe', 'Asia/Ashgabat'],
  ...['Asia/Karachi', 'Asia/Kolkata', 'Asia/Dhaka', 'Asia/Kathmandu', 'Asia/Colombo'],
  ...['Asia/Kuala_Lumpur', 'Asia/Singapore', 'Asia/Jakarta', 'Asia/Manila', 'Asia/Bangkok'],
  ...['Asia/Baku', 'Asia/Tbilisi', 'Europe/Istanbul', 'Asia/Baghdad', 'Europe/Moscow'],
  ...['Europe/Brussels', 'Europe/Berlin', 'Europe/Vienna', 'Europe/London', 'America/New_York'],
];

/** A small form that shows the page's times in the reader's own zone too. */
export function zoneChoice(i18n: I18n, zone: string | undefined): Html {
  return html`<form class="filters no-print" method="get">
<div><label for="zone">${i18n._('Show times also in')}</label>
<select id="zone" name="zone">${zoneOptions(zone ?? 'UTC')}</select></div>
<button type="submit">${i18n._('Show')}</button></form>`;
}

/** The choice of a zone; one that is not among ours is kept. */
export function zoneOptions(chosen: string): Html[] {
  const zones = ZONES.includes(chosen) ? ZONES : [chosen, ...ZONES];
  return zones.map(
    (zone) =>
      html`<option value="${zone}"${zone === chosen ? html` selected` : null}>${zone.replaceAll('_', ' ')}</option>`,
  );
}
