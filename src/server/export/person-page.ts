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
${roundsShown(file)}<h2>Who has read this</h2><table><tr><th>Day</th><th>Role</th><th>What</th><th>Times</th></tr>
${readers.join('\n')}</table>
<p>Names of other people are covered. You may always ask in person for more.</p>
</body></html>
`;
}

/** Each wish in its order with the answer to it; nothing of who else wished. */
function roundsShown({ rounds }: PersonFile): string {
  if (rounds.length === 0) return '';
  const each = rounds.map(
    ({ title, on, decided_by, wishes }) => `<section><h3>${text(title)}</h3>
<p class="by">${text(on)}</p><ol>${wishes
      .map(
        (one) =>
          `<li>${text(one.course.en ?? Object.values(one.course)[0] ?? '–')}: ${reason(one)}${
            one.now === null ? '' : ` (now: ${words(one.now).toLowerCase()})`
          }</li>`,
      )
      .join('')}</ol>
<p>Decided by, in this order: ${decided_by.map((code) => DECIDERS[code]).join(', ')}; between equals by lot.
Nothing else counted.</p></section>`,
  );
  return `<h2>Why this course, and why not that one</h2>${each.join('\n')}\n`;
}

const DECIDERS: Readonly<Record<string, string>> = {
  urgent: 'urgent need of work or training',
  waited_days: 'days waited',
};

function reason({ answer, seats = 0, decided_by }: PersonFile['rounds'][number]['wishes'][number]) {
  if (answer === 'seat') return 'There is a seat.';
  if (answer === 'not_needed') return 'Not needed: a dearer wish came true.';
  if (answer === 'no_seats') return 'There were no seats.';
  if (answer === 'not_in_order') return 'The course takes only whom its own list names.';
  const taken = `All ${seats} seats are taken.`;
  if (decided_by === 'urgent') {
    return `${taken} Those who got one need work or training more urgently.`;
  }
  if (decided_by === 'waited_days') return `${taken} Those who got one have waited longer.`;
  if (decided_by !== 'lot') return taken;
  return `${taken} Between people with the same need and the same wait the lot decided.`;
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
