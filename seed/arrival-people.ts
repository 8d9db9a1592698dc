import { FAMILIES, MEN, type Spellings, WOMEN } from './arrival-names.ts';
import type { Chance } from './chance.ts';

export type Writing = keyof Spellings;

/** A made-up person before anything is written down. */
export interface MadeUp {
  readonly family: Spellings;
  readonly given: Spellings;
  readonly father: Spellings;
  readonly female: boolean;
  readonly born: { readonly year: number; readonly month: number; readonly day: number };
  /** As the list says it. */
  readonly relation: string;
  readonly alone: boolean;
}

export interface MadeUpFamily {
  readonly number: number;
  readonly writing: Writing;
  readonly members: readonly MadeUp[];
}

/** Families of mothers, of aunts and grandmothers, and children alone; men are few. */
const MOTHERS = 115;
const CARERS = 10;
const ALONE = 12;
/** Children of each mother in turn: three to a woman. */
const CHILDREN = [3, 2, 4, 3, 1, 5, 3, 2, 4, 3];

/** The families of the list in order, for a given year of arrival. */
export function families(chance: Chance, year: number): readonly MadeUpFamily[] {
  const found: MadeUpFamily[] = [];
  for (let index = 0; index < MOTHERS + CARERS + ALONE; index += 1) {
    const writing = chance.pick(['russian', 'russian', 'latin', 'cyrillic'] as const);
    const members =
      index < MOTHERS
        ? motherAndChildren(chance, year, index)
        : index < MOTHERS + CARERS
          ? carerAndChildren(chance, year, index)
          : [alone(chance, year)];
    found.push({ number: index + 1, writing, members });
  }
  return found;
}

function motherAndChildren(chance: Chance, year: number, index: number): MadeUp[] {
  const family = chance.pick(FAMILIES);
  const husband = chance.pick(MEN);
  const children = CHILDREN[index % CHILDREN.length] ?? 3;
  const mother = make(chance, year, {
    family,
    female: true,
    ages: [19 + children * 2, 44],
    relation: index % 2 === 0 ? 'мать' : 'глава семьи',
  });
  const members = [mother];
  const given = new Set<Spellings>();
  if (index % 14 === 13) {
    const relation = index % 2 === 0 ? 'отец' : 'муж';
    const father = make(chance, year, { family, female: false, ages: [30, 52], relation });
    members.push({ ...father, given: husband });
  }
  const oldest = Math.min(17, year - mother.born.year - 17);
  for (let child = 0; child < children; child += 1) {
    const female = chance.one(2);
    const relation = female ? 'дочь' : 'сын';
    // Three quarters are under twelve.
    const ages: readonly [number, number] = chance.one(4)
      ? [Math.min(12, oldest), oldest]
      : [0, Math.min(11, oldest)];
    members.push(make(chance, year, { family, father: husband, female, ages, relation, given }));
  }
  return members;
}

function carerAndChildren(chance: Chance, year: number, index: number): MadeUp[] {
  const grandmother = index % 2 === 0;
  const family = chance.pick(FAMILIES);
  const given = new Set<Spellings>();
  const carer = make(chance, year, {
    family: chance.pick(FAMILIES),
    female: true,
    ages: grandmother ? [52, 68] : [26, 45],
    relation: index % 3 === 0 ? 'глава семьи' : grandmother ? 'бабушка' : 'тётя',
  });
  const father = chance.pick(MEN);
  const children = Array.from({ length: 2 + (index % 2) }, () => {
    const female = chance.one(2);
    const relation = grandmother
      ? female
        ? 'внучка'
        : 'внук'
      : female
        ? 'племянница'
        : 'племянник';
    return make(chance, year, { family, father, female, ages: [2, 15], relation, given });
  });
  return [carer, ...children];
}

function alone(chance: Chance, year: number): MadeUp {
  const female = chance.one(2);
  const relation = 'без попечения родителей';
  const family = chance.pick(FAMILIES);
  const one = make(chance, year, { family, female, ages: [3, 16], relation });
  return { ...one, alone: true };
}

function make(
  chance: Chance,
  year: number,
  wish: {
    readonly family: Spellings;
    readonly father?: Spellings;
    readonly female: boolean;
    readonly ages: readonly [number, number];
    readonly relation: string;
    /** Names already given in this family: no two children bear one. */
    readonly given?: Set<Spellings>;
  },
): MadeUp {
  const age = chance.between(wish.ages[0], Math.max(wish.ages[0], wish.ages[1]));
  const free = (wish.female ? WOMEN : MEN).filter((one) => !wish.given?.has(one));
  const given = chance.pick(free);
  wish.given?.add(given);
  return {
    family: wish.family,
    given,
    father: wish.father ?? chance.pick(MEN),
    female: wish.female,
    // Born in the first ten months, so that everybody has had this year's birthday on arrival.
    born: { year: year - age, month: chance.between(1, 10), day: chance.between(1, 28) },
    relation: wish.relation,
    alone: false,
  };
}

/** The name as one office would write it down. */
export function written(person: MadeUp, writing: Writing): string {
  const family = person.family[writing] + (person.female ? (writing === 'latin' ? 'a' : 'а') : '');
  return `${family} ${person.given[writing]} ${patronymic(person, writing)}`;
}

function patronymic({ father, female }: MadeUp, writing: Writing): string {
  if (writing === 'latin') return `${father.latin} ${female ? 'qizi' : 'oʻgʻli'}`;
  if (writing === 'cyrillic') return `${father.cyrillic} ${female ? 'қизи' : 'ўғли'}`;
  return father.russian + (female ? 'овна' : 'ович');
}
