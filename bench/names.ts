import { existsSync, readFileSync } from 'node:fs';
import type { NameParts } from '#domain/people/name.ts';
import { FAMILIES, MEN, type Spellings, WOMEN } from '../seed/arrival-names.ts';
import { type Chance, chance } from '../seed/chance.ts';
import { print } from './print.ts';

export type Script = 'latin' | 'cyrillic' | 'russian' | 'arabic';

/** A name as its bearer registered it, and how others may write it. */
export interface MadeName {
  readonly stored: NameParts;
  readonly script: Script;
  readonly given: Spelled;
  readonly family: Spelled;
  readonly patronymic: Spelled | null;
}
export type Spelled = Readonly<Partial<Record<Script, string>>>;

/** One person in so many has words of Wikidata for a name, the only ones here in Arabic script. */
const ARABIC = 20;
const ARABIC_WORDS = new URL(
  '../../shared/data/names/wikidata-words/wd_arabic_16',
  import.meta.url,
);
/** Seen less often, most of the pairs there are no names, or not of the same name. */
const SEEN_OFTEN = 5;

/**
 * Names for a large register: the demo world's, and as many again made of syllables. Few are common and
 * most are rare, as in life: with twenty family names for 100,000 people no search could be quick.
 */
export function nameMaker(): () => MadeName {
  const luck = chance(20_261_124);
  const given = [...WOMEN, ...MEN, ...invented(luck, 300, '')];
  const families = [...FAMILIES, ...invented(luck, 1_500, 'ov|ов')];
  const fathers = [...MEN, ...invented(luck, 150, '')].map((word) => ({
    latin: `${word.latin}ovich`,
    cyrillic: `${word.cyrillic}ович`,
    russian: `${word.russian}ович`,
  }));
  const arabic = arabicWords();
  return () => {
    if (arabic.length > 0 && luck.one(ARABIC)) {
      const script = luck.one(2) ? 'arabic' : 'latin';
      return made(script, luck.pick(arabic), luck.pick(arabic), null);
    }
    const script = luck.pick(['latin', 'cyrillic', 'russian'] as const);
    return made(script, rare(luck, given), rare(luck, families), rare(luck, fathers));
  };
}

function made(script: Script, given: Spelled, family: Spelled, father: Spelled | null): MadeName {
  const patronymic = father?.[script];
  const stored = {
    given: given[script],
    family: family[script],
    ...(patronymic === undefined ? {} : { patronymic }),
  };
  return { stored, script, given, family, patronymic: father };
}

/** The first are taken far more often than the last. */
function rare<Item>(luck: Chance, items: readonly Item[]): Item {
  const share = luck.between(0, 9_999) / 10_000;
  const item = items[Math.floor(items.length * share * share)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const CONSONANTS = 'b|б d|д f|ф g|г j|ж k|к l|л m|м n|н q|қ r|р s|с t|т v|в x|х z|з sh|ш ch|ч'
  .split(' ')
  .map((pair) => pair.split('|'));
const VOWELS = 'a|а i|и o|о u|у'.split(' ').map((pair) => pair.split('|'));

function invented(luck: Chance, count: number, ending: string): Spellings[] {
  return Array.from({ length: count }, () => {
    const sounds: string[][] = [];
    for (let syllables = luck.between(2, 3); syllables > 0; syllables -= 1)
      sounds.push(luck.pick(CONSONANTS), luck.pick(VOWELS));
    sounds.push(luck.pick(CONSONANTS), ending.split('|'));
    const [latin, cyrillic] = [0, 1].map((at) =>
      capital(sounds.map((one) => one[at] ?? '').join('')),
    );
    const russian = (cyrillic ?? '').replaceAll('қ', 'к').replaceAll('ж', 'дж');
    return { latin: latin ?? '', cyrillic: cyrillic ?? '', russian: capital(russian) };
  });
}

function arabicWords(): Spelled[] {
  if (!existsSync(ARABIC_WORDS)) {
    print('names in Arabic script', 'none: the folder ../shared/data is not here');
    return [];
  }
  return readFileSync(ARABIC_WORDS, 'utf8')
    .split('\n')
    .flatMap((row) => {
      const [latin = '', spaced = '', seen] = row.split('\t');
      const arabic = spaced.replaceAll(' ', '');
      if (Number(seen) < SEEN_OFTEN || latin.length < 4 || arabic.length < 3) return [];
      return [{ latin: capital(latin), arabic }];
    });
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
