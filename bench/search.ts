import type pg from 'pg';
import { chance } from '../seed/chance.ts';
import { http, load } from './load.ts';
import { print, ratio } from './print.ts';
import type { Made } from './world.ts';

const SEARCHES = 200;

/** Name search with one and with two typing errors, as a supervisor who reaches every file. */
export async function searches(
  url: string,
  cookie: string,
  made: readonly Made[],
  bare: pg.Pool,
): Promise<void> {
  const luck = chance(7);
  for (const errors of [0, 1, 2]) {
    let hits = 0;
    const figures = await load(2, SEARCHES / 2, async () => {
      const wanted = luck.pick(made);
      const { given, patronymic, family } = wanted.name;
      const typed = Array.from({ length: errors }).reduce<string>(
        (text) => slip(text, luck.between(1, text.length - 2), luck.between(0, 2)),
        `${family} ${given} ${patronymic}`,
      );
      const { status, text } = await http(
        'GET',
        `${url}/api/search?text=${encodeURIComponent(typed)}`,
        cookie,
      );
      if (status !== 200) throw new Error(`search: ${status} ${text.slice(0, 200)}`);
      // The generated people share names: whoever has the very same name is a hit too.
      const wantedName = JSON.stringify([family, given, patronymic]);
      const people = JSON.parse(text).people as { name: Record<string, string> }[];
      const found = people
        .slice(0, 20)
        .some(
          ({ name }) => JSON.stringify([name.family, name.given, name.patronymic]) === wantedName,
        );
      if (found) hits += 1;
    });
    const trigram = await load(2, 20, async () => {
      const { given, family } = luck.pick(made).name;
      await bare.query(
        'select person_id from person_name_key order by similarity(folded, $1) desc limit 20',
        [`${family} ${given}`],
      );
    });
    ratio(
      `name search, ${errors} typing errors`,
      figures,
      'trigram similarity over all names',
      trigram,
      'p95 ≤ 60 ms',
    );
    print('  hit rate in the first 20', `${(hits / SEARCHES).toFixed(3)} (aim .98)`);
  }
}

function slip(text: string, at: number, kind: number): string {
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1)
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  return `${text.slice(0, at)}${text.charAt(at)}${text.slice(at)}`;
}
