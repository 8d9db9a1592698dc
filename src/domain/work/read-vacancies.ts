import type { ArrivalRow } from '../arrival/cell.ts';
import { fold } from '../arrival/fold.ts';
import { languageTag } from '../people/person.ts';
import type { FieldProblem } from '../problem.ts';
import {
  type ListColumn,
  type ListRow,
  readColumns,
  readCount,
  readDay,
  readYesNo,
  wrong,
} from './list-columns.ts';
import { isCode, type ListGround } from './list-ground.ts';
import { PAY_PER, VACANCY_HOURS, type VacancyFields, vacancyFields } from './vacancy.ts';

/** The columns of a list of vacancies, by headings in three languages. */
export const VACANCY_COLUMNS: readonly ListColumn[] = [
  {
    name: 'title',
    required: true,
    words: ['vacancy', 'вакансия', 'должность', 'название', 'lavozim', 'nomi'],
  },
  {
    name: 'employer',
    required: true,
    words: ['company', 'работодатель', 'организация', 'ish beruvchi', 'tashkilot'],
  },
  {
    ...{ name: 'place', required: true },
    words: ['region', 'district', 'регион', 'район', 'город', 'место', 'hudud', 'tuman', 'joy'],
  },
  {
    ...{ name: 'valid_until', required: true },
    words: ['until', 'действует до', 'срок', 'до', 'amal qiladi', 'muddat'],
  },
  { name: 'occupation', words: ['isco', 'профессия', 'код профессии', 'kasb', 'kasb kodi'] },
  { name: 'reference', words: ['number', 'номер', 'id', 'raqami'] },
  { name: 'hours', words: ['занятость', 'часы', 'график', 'ish vaqti'] },
  {
    name: 'pay_from',
    words: ['pay', 'salary', 'зарплата', 'оклад', 'maosh', 'ish haqi', 'зарплата от'],
  },
  { name: 'pay_to', words: ['зарплата до', 'maosh gacha'] },
  { name: 'pay_currency', words: ['currency', 'валюта', 'valyuta'] },
  { name: 'pay_per', words: ['за', 'период оплаты', 'har'] },
  { name: 'languages', words: ['language', 'язык', 'языки', 'til', 'tillar'] },
  { name: 'requirements', words: ['требования', 'talablar'] },
  { name: 'contact', words: ['контакт', 'телефон', 'aloqa', 'telefon'] },
  { name: 'openings', words: ['places', 'мест', 'количество', 'orinlar soni'] },
  { name: 'at_home', words: ['удаленно', 'на дому', 'uyda', 'masofadan'] },
  { name: 'experience_needed', words: ['нужен опыт', 'опыт', 'tajriba kerak', 'tajriba'] },
  { name: 'papers_needed', words: ['нужны документы', 'hujjatlar kerak'] },
  { name: 'childcare', words: ['присмотр за детьми', 'bolalarga qarash'] },
  { name: 'heavy', words: ['тяжелая работа', 'ogir ish'] },
];

const HOURS_WORDS: Readonly<Record<string, (typeof VACANCY_HOURS)[number]>> = {
  ...Object.fromEntries(VACANCY_HOURS.map((one) => [one, one])),
  ...{ полная: 'full', 'полный день': 'full', toliq: 'full', 'toliq kun': 'full' },
  ...{ частичная: 'part', 'неполныи день': 'part', 'неполный день': 'part', 'yarim kun': 'part' },
  ...{ 'несколько часов': 'few', сменная: 'shift', смены: 'shift', smenali: 'shift' },
};
const PER_WORDS: Readonly<Record<string, (typeof PAY_PER)[number]>> = {
  ...Object.fromEntries(PAY_PER.map((one) => [one, one])),
  ...{ час: 'hour', soat: 'hour', день: 'day', kun: 'day', месяц: 'month', oy: 'month' },
  ...{ штука: 'piece', дона: 'piece', dona: 'piece' },
};

export interface ReadVacancies {
  readonly vacancies: readonly (VacancyFields & {
    readonly row: number;
    readonly reference: string | null;
  })[];
  readonly problems: readonly FieldProblem[];
  readonly left_out: readonly string[];
}

/** Reads a list of vacancies. A title that is no occupation stays as words; a code that is none is a mistake. */
export function readVacancies(all: readonly ArrivalRow[], ground: ListGround): ReadVacancies {
  const { rows, problems, left_out } = readColumns(all, VACANCY_COLUMNS);
  if (problems.length > 0) return { vacancies: [], problems, left_out };
  const found: FieldProblem[] = [];
  const seen = new Set<string>();
  const vacancies = rows.flatMap((line) => {
    const before = found.length;
    const one = readVacancy(line, ground, (column, code) =>
      found.push(wrong(line.row, column, code)),
    );
    const reference = line.text('reference') || null;
    if (reference !== null && seen.has(reference))
      found.push(wrong(line.row, 'reference', 'row_twice'));
    seen.add(reference ?? '');
    if (found.length > before) return [];
    const checked = vacancyFields.safeParse(one);
    if (!checked.success) {
      for (const { path, message, code } of checked.error.issues)
        found.push(wrong(line.row, String(path[0] ?? 'title'), codeOf(code, message)));
      return [];
    }
    return [{ ...checked.data, row: line.row, reference }];
  });
  return { vacancies, problems: found, left_out };
}

function codeOf(code: string, message: string): string {
  if (code === 'custom' || /^[a-z_]+$/.test(message)) return message;
  return code === 'too_big' ? 'too_large' : code === 'too_small' ? 'required' : 'wrong_format';
}

function readVacancy(
  line: ListRow,
  ground: ListGround,
  tell: (column: string, code: string) => void,
) {
  const place = ground.place(line.text('place'));
  if (place === null) tell('place', line.text('place') === '' ? 'required' : 'unknown');
  if (place === 'several') tell('place', 'several_places');
  const valid_until = readDay(line.cell('valid_until'));
  if (valid_until === null) tell('valid_until', 'not_a_date');
  const written = line.text('occupation');
  const occupation = ground.occupation(written === '' ? line.text('title') : written);
  if (occupation === null && written !== '' && isCode(written))
    tell('occupation', 'not_an_occupation');
  const openings = line.text('openings') === '' ? 1 : readCount(line.text('openings'));
  if (openings === null || openings === 0) tell('openings', 'not_a_count');
  const chosen = <V>(column: string, words: Readonly<Record<string, V>>): V | null => {
    const text = fold(line.text(column));
    const value = words[text];
    if (text !== '' && value === undefined) tell(column, 'not_one_of');
    return value ?? null;
  };
  const yes = (column: string): boolean | null => {
    const value = readYesNo(line.text(column));
    if (value === undefined) tell(column, 'not_yes_or_no');
    return value ?? null;
  };
  const money = (column: string) =>
    line
      .text(column)
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.') || null;
  const languages = line
    .text('languages')
    .split(/[,;/ ]+/)
    .filter(Boolean);
  if (languages.some((tag) => !languageTag.safeParse(tag).success))
    tell('languages', 'not_a_language');
  const paid = money('pay_from') !== null || money('pay_to') !== null;
  return {
    ...{ title: line.text('title'), occupation: occupation?.code ?? null, organisation_id: null },
    ...{
      employer: line.text('employer') || null,
      place_id: place,
      at_home: yes('at_home') ?? false,
    },
    ...{
      hours: chosen('hours', HOURS_WORDS),
      pay_from: money('pay_from'),
      pay_to: money('pay_to'),
    },
    pay_currency: line.text('pay_currency').toUpperCase() || null,
    pay_per: chosen('pay_per', PER_WORDS) ?? (paid ? 'month' : null),
    ...{ languages, requirements: line.text('requirements') || null },
    experience_needed: yes('experience_needed') ?? false,
    ...{ papers_needed: yes('papers_needed'), childcare: yes('childcare'), heavy: yes('heavy') },
    ...{ openings, contact: line.text('contact') || null, valid_until },
  };
}
