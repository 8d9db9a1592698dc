import type pg from 'pg';
import { queryKeys } from '#domain/people/name.ts';
import { type Chance, chance } from '../seed/chance.ts';
import { http, load } from './load.ts';
import type { MadeName, Script } from './names.ts';
import { print, ratio } from './print.ts';
import type { Made } from './world.ts';

const SEARCHES = 300;
const FIRST = 20;

/** How a name is typed by somebody who looks for its bearer; null where it has no such form. */
type Typing = (luck: Chance, name: MadeName) => string | null;

const KINDS: readonly {
  readonly what: string;
  readonly typing: Typing;
  readonly aim: string;
}[] = [
  { what: 'as registered', typing: (luck, name) => inScript(luck, name, name.script), aim: '.98' },
  { what: 'one typing error', typing: (luck, name) => slipped(luck, name, 1), aim: '.98' },
  { what: 'two typing errors', typing: (luck, name) => slipped(luck, name, 2), aim: '.98' },
  { what: 'Cyrillic for Latin, or back', typing: otherAlphabet, aim: '.98' },
  { what: 'Arabic script for Latin, or back', typing: arabic, aim: '.90' },
];

/** Somebody who searches, and whom of the made people they reach. */
export interface Searcher {
  readonly who: string;
  readonly cookie: string;
  readonly reaches: readonly Made[];
}

/** Name search by every kind of typing; beside it trigram similarity over all names, without reach or log. */
export async function searches(
  url: string,
  searchers: readonly Searcher[],
  bare: pg.Pool,
): Promise<void> {
  for (const { who, cookie, reaches } of searchers) {
    const named = new Map(reaches.map((one) => [one.person_id, one.name]));
    for (const { what, typing, aim } of KINDS) {
      const luck = chance(7);
      let hits = 0;
      let asked = 0;
      const one = async () => {
        const { name, typed } = wanted(luck, reaches, typing);
        const found = await search(url, cookie, typed);
        asked += 1;
        // People share names: whoever bears the very same name, in any script, is a hit too.
        const hit = found.some((id) => isSame(named.get(id), name));
        if (hit) hits += 1;
      };
      if (!reaches.some(({ name }) => typing(luck, name) !== null)) {
        print(`search, ${what}, ${who}`, 'not measured: no such names');
        continue;
      }
      await load(2, 10, one);
      [hits, asked] = [0, 0];
      const figures = await load(2, SEARCHES / 2, one);
      const trigram = await load(2, 20, async () => {
        const { typed } = wanted(luck, reaches, typing);
        await bare.query(
          `select person_id from person_name_key order by similarity(folded, $1) desc limit ${FIRST}`,
          [queryKeys(typed).folded],
        );
      });
      const reference = 'trigram similarity over all names, bare';
      ratio(`search, ${what}, ${who}`, figures, reference, trigram, 'p95 ≤ 60 ms');
      print(`  hit rate in the first ${FIRST}`, `${(hits / asked).toFixed(3)} (aim ${aim})`);
    }
  }
}

function wanted(luck: Chance, reaches: readonly Made[], typing: Typing) {
  for (;;) {
    const { name } = luck.pick(reaches);
    const typed = typing(luck, name);
    if (typed !== null) return { name, typed };
  }
}

async function search(url: string, cookie: string, typed: string): Promise<string[]> {
  const path = `/api/search?text=${encodeURIComponent(typed)}`;
  const { status, text } = await http('GET', url + path, cookie);
  if (status !== 200) throw new Error(`search: ${status} ${text.slice(0, 200)}`);
  const { people } = JSON.parse(text) as { people: { person_id: string }[] };
  return people.slice(0, FIRST).map((one) => one.person_id);
}

function isSame(one: MadeName | undefined, other: MadeName): boolean {
  return (
    one !== undefined &&
    one.given === other.given &&
    one.family === other.family &&
    one.patronymic === other.patronymic
  );
}

function inScript(_luck: Chance, name: MadeName, script: Script): string | null {
  const [family, given] = [name.family[script], name.given[script]];
  if (family === undefined || given === undefined) return null;
  const patronymic = name.patronymic?.[script];
  return [family, given, patronymic].filter((part) => part !== undefined).join(' ');
}

function slipped(luck: Chance, name: MadeName, errors: number): string | null {
  if (name.script === 'arabic') return null;
  return Array.from({ length: errors }).reduce<string>(
    (text) => slip(text, luck.between(1, text.length - 2), luck.between(0, 2)),
    inScript(luck, name, name.script) ?? '',
  );
}

function otherAlphabet(luck: Chance, name: MadeName): string | null {
  if (name.script === 'arabic') return null;
  const other = name.script === 'latin' ? luck.pick(['cyrillic', 'russian'] as const) : 'latin';
  return inScript(luck, name, other);
}

function arabic(luck: Chance, name: MadeName): string | null {
  return inScript(luck, name, name.script === 'arabic' ? 'latin' : 'arabic');
}

/** A letter left out, two swapped, or one doubled. */
function slip(text: string, at: number, kind: number): string {
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1)
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  return `${text.slice(0, at)}${text.charAt(at)}${text.slice(at)}`;
}
