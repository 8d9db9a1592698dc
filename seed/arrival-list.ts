/**
 * The fictional arrival list of the demo world: nobody in it exists, and no operation bears its label.
 * `node seed/arrival-list.ts` writes it again; a test proves that the committed files are what it writes.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  families,
  type MadeUp,
  type MadeUpFamily,
  type Writing,
  written,
} from './arrival-people.ts';
import { type Chance, chance } from './chance.ts';
import { workbook } from './workbook.ts';

/** Headings as offices write them; two of them may not be imported, and the demo shows why. */
export const HEADINGS = [
  '№ п/п',
  '№ семьи',
  'Ф.И.О. (полностью)',
  'Кем приходится',
  'Пол',
  'Дата рожд.',
  'Дата примерная',
  'Гражд-во',
  'Язык общения',
  'Нужен ли переводчик',
  'Вид документа',
  'Серия и номер',
  'Документ есть?',
  'Тел.',
  'Дата прибытия',
  'Откуда прибыл(а)',
  'Место размещения',
  'Рейс',
  'Вероисповедание',
  'Примечание',
];

const OPERATION = 'Журавли-1';

/** All rows below the headings. `arrivedOn` is `YYYY-MM-DD`, in November or December. */
export function arrivalRows(arrivedOn = '2026-11-12'): string[][] {
  const luck = chance(20_261_112);
  const year = Number(arrivedOn.slice(0, 4));
  const all = families(luck, year);
  const rows = all.flatMap((family) =>
    family.members.map((person) => row(luck, family, person, arrivedOn)),
  );
  rows.push(...seenTwice(all, rows), ...spoiled(rows, year));
  return rows.map((cells, index) => [String(index + 1), ...cells]);
}

function row(luck: Chance, family: MadeUpFamily, person: MadeUp, arrivedOn: string): string[] {
  const age = Number(arrivedOn.slice(0, 4)) - person.born.year;
  const child = age < 18;
  const estimated = child && luck.one(9);
  // Some small children have one name only, and it is how everybody calls them.
  const name =
    child && luck.one(30) ? person.given[family.writing] : written(person, family.writing);
  const bornAbroad = child && age < 10;
  return [
    String(family.number),
    name,
    person.relation,
    luck.one(6) ? (person.female ? 'жен' : 'муж') : person.female ? 'ж' : 'м',
    birthText(luck, person, estimated),
    estimated ? 'да' : '',
    bornAbroad && luck.one(8) ? 'не установлено' : 'Узбекистан',
    languages(luck, family.writing, age),
    age > 3 && luck.one(15) ? 'да' : 'нет',
    ...papers(luck, age, bornAbroad, family.number),
    child || !luck.one(6) ? '' : `+998 00 000-00-${String(luck.between(10, 99))}`,
    dotted(arrivedOn),
    family.number % 3 === 0 ? 'Ирак' : 'Сирия',
    'Ташкентская область',
    OPERATION,
    '',
    luck.one(25) ? 'багаж 2 места' : '',
  ];
}

function birthText(luck: Chance, { born }: MadeUp, estimated: boolean): string {
  const two = (part: number) => String(part).padStart(2, '0');
  if (estimated || luck.one(12)) return `${born.year}`;
  if (luck.one(12)) return `01.01.${born.year}`;
  if (luck.one(40)) return `${two(born.month)}.${born.year}`;
  return `${two(born.day)}.${two(born.month)}.${born.year}`;
}

function languages(luck: Chance, writing: Writing, age: number): string {
  if (age < 2) return '';
  const first = writing === 'russian' && luck.one(3) ? 'узбекский, русский' : 'узбекский';
  return age < 14 && luck.one(3) ? `${first}, арабский` : first;
}

/** Kind, number, state; the number is one a family. Nobody bears these numbers: no passport series begins with four noughts. */
function papers(
  luck: Chance,
  age: number,
  bornAbroad: boolean,
  family: number,
): [string, string, string] {
  if (bornAbroad) return ['свидетельство о рождении', '', luck.one(5) ? 'есть' : 'нет'];
  if (age < 16) return ['свидетельство о рождении', '', luck.one(2) ? 'есть' : 'утеряно'];
  if (luck.one(3)) {
    const number = `AA0000${String(family).padStart(3, '0')}`;
    return ['паспорт', number, luck.one(2) ? 'есть' : 'утерян'];
  }
  return ['паспорт', '', luck.one(4) ? 'неизвестно' : 'утерян'];
}

const FAMILY = 0;
const NAME = 1;
const RELATION = 2;
const SEX = 3;
const BIRTH = 4;

/** People whom a second office wrote down again, in another script and without the family number. */
function seenTwice(all: readonly MadeUpFamily[], rows: readonly string[][]): string[][] {
  const again: string[][] = [];
  let at = 0;
  for (const family of all) {
    for (const [index, person] of family.members.entries()) {
      const first = rows[at];
      at += 1;
      const known = first && /^\d\d\.\d\d\.\d{4}$/.test(first[BIRTH] ?? '') && index < 2;
      if (!known || family.number % 17 !== 0 || again.length === 6) continue;
      const other: Writing = family.writing === 'latin' ? 'russian' : 'latin';
      const copy = [...first];
      copy[FAMILY] = '';
      copy[NAME] = written(person, other);
      copy[RELATION] = '';
      again.push(copy);
    }
  }
  return again;
}

/** Rows as careless as real ones, so that the dry run has something to say. */
function spoiled(rows: readonly string[][], year: number): string[][] {
  const faults: readonly (readonly [number, string])[] = [
    [BIRTH, '31.02.2015'],
    [BIRTH, `15.08.${year + 5}`],
    [BIRTH, '12.03.09'],
    [BIRTH, '3/5/2014'],
    [BIRTH, '7/11/2016'],
    [NAME, ''],
    [SEX, '?!'],
    [RELATION, 'сват'],
  ];
  return faults.map(([column, value], index) => {
    const copy = [...(rows[20 + index * 37] ?? [])];
    copy[FAMILY] = `9${index + 10}`;
    copy[NAME] =
      `Примерова Строка ${['Аббосовна', 'Рустамовна', 'Зафаровна', 'Лазизовна'][index % 4]}`;
    copy[RELATION] = 'глава семьи';
    copy[SEX] = 'ж';
    copy[BIRTH] = `0${index + 1}.09.1990`;
    copy[column] = value;
    return copy;
  });
}

function dotted(day: string): string {
  return day.split('-').reverse().join('.');
}

/** CSV as a spreadsheet program with Russian settings saves it: `;`, quotes only where needed. */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${rows.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

export function seedFiles(): { readonly csv: string; readonly xlsx: Buffer } {
  const rows = [HEADINGS, ...arrivalRows()];
  return { csv: csv(rows), xlsx: workbook('Список', rows.slice(0, 41)) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = seedFiles();
  writeFileSync(new URL('./arrival-list.csv', import.meta.url), files.csv);
  writeFileSync(new URL('./arrival-list-small.xlsx', import.meta.url), files.xlsx);
}
