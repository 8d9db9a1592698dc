import type { PersonFile } from './person-file.ts';

/**
 * The file as one page that any browser shows and prints. Its title names nobody, and it asks no
 * other address for anything.
 */
export function personPage(file: PersonFile): string {
  const facts = file.facts.map(
    ({ at, kind, role, corrected, said }) => `<section><h3>${words(kind)}</h3>
<p class="by">${text(at.slice(0, 10))} · ${words(role)}${corrected ? ' · corrected later' : ''}</p>
${said === null ? '<p>This was erased.</p>' : shown(said)}</section>`,
  );
  const readers = file.read_by.map(
    ({ on_day, role, action, times }) =>
      `<tr><td>${text(on_day)}</td><td>${words(role)}</td><td>${words(action)}</td><td>${text(times)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${text(file.number)}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
dt{font-weight:600}dd{margin:0 0 .4rem}.by{color:#555;margin:0}section{break-inside:avoid;margin:1rem 0}
td,th{padding:.2rem .8rem .2rem 0;text-align:start}h3{margin:0}</style></head><body>
<h1>${text(file.number)}</h1><p>${text(file.made_at.slice(0, 10))}</p>
<h2>About you</h2>${shown(file.person)}
<h2>Your household</h2>${shown(file.household)}
<h2>What was written down</h2>${facts.join('\n')}
<h2>Who has read this</h2><table><tr><th>Day</th><th>Role</th><th>What</th><th>Times</th></tr>
${readers.join('\n')}</table>
<p>Names of other people are covered. You may always ask in person for more.</p>
</body></html>
`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0
      ? '–'
      : `<ul>${value.map((one) => `<li>${shown(one)}</li>`).join('')}</ul>`;
  }
  if (typeof value !== 'object' || value === null) return text(value ?? '–');
  const lines = Object.entries(value)
    .filter(([key, inner]) => inner !== null && !/(^id|_ids?)$/.test(key))
    .map(([key, inner]) => `<dt>${words(key)}</dt><dd>${shown(inner)}</dd>`);
  return `<dl>${lines.join('')}</dl>`;
}

/** A code as words: `visit_recorded` → `Visit recorded`. */
function words(code: unknown): string {
  const plain = String(code).replaceAll('_', ' ');
  return text(plain.charAt(0).toUpperCase() + plain.slice(1));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
function text(value: unknown): string {
  return String(value).replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
