import type pg from 'pg';
import { DEMO_PEOPLE } from './accounts.ts';
import { fixedId } from './fixed-id.ts';

const DAY = 86_400_000;

/** Yearly need as a forecast counts it: unit group, how many in the first year, how it grows. */
const FORECAST = [
  ['7531', 180, 1.12],
  ['8153', 420, 1.2],
  ['7512', 150, 1.04],
  ['5120', 240, 1.07],
  ['5141', 110, 1.15],
  ['7411', 200, 1.06],
  ['7212', 170, 1.09],
  ['5321', 160, 1.1],
  ['4132', 120, 0.86],
  ['6113', 90, 1.02],
] as const;
/** Regions by code of seed/places.csv, and how large the labour market of each is beside the first. */
const REGIONS = [
  ['D9XFQ', 1],
  ['ZFK33', 0.7],
  ['WVP6T', 0.6],
  ['GSXQ2', 0.55],
  ['HFZZ3', 0.5],
  ['PTZTQ', 0.35],
  ['2QVFF', 0.25],
] as const;
/** What people here call these occupations: the index itself knows English alone. */
const TITLES: readonly (readonly [code: string, ru: readonly string[], uz: readonly string[]])[] = [
  ['7531', ['Портной, швея', 'закройщик'], ['Tikuvchi, bichuvchi', 'tikuvchi']],
  ['8153', ['Оператор швейных машин', 'швея на производстве'], ['Tikuv mashinasi operatori']],
  ['7512', ['Пекарь, кондитер', 'пекарь'], ['Novvoy, qandolatchi', 'novvoy']],
  ['5120', ['Повар', 'кухарка'], ['Oshpaz']],
  ['5141', ['Парикмахер', 'мастер по причёскам'], ['Sartarosh', 'soch turmaklovchi']],
  ['7411', ['Электрик в зданиях', 'электромонтёр'], ['Binolar elektrigi', 'elektrik']],
  ['7212', ['Сварщик'], ['Payvandchi']],
  ['5321', ['Санитарка, помощник по уходу', 'сиделка'], ['Sanitar, parvarish yordamchisi']],
  ['4132', ['Оператор ввода данных'], ['Maʼlumot kirituvchi operator']],
  ['6113', ['Садовод, работник теплицы'], ['Bogʻbon, issiqxona ishchisi']],
];
const FORECASTER = 'Institute for labour forecasts (demo)';
const BOARD = 'Regional vacancy board (demo)';

interface DemoVacancy {
  readonly title: string;
  readonly occupation: string;
  /** The employer by name, or an organisation of organisations.ts by `organisation`. */
  readonly employer?: string;
  readonly organisation?: string;
  readonly place: string;
  readonly hours: 'full' | 'part' | 'few' | 'shift';
  readonly pay: readonly [from: string | null, to: string | null, per: 'month' | 'day' | 'piece'];
  readonly requirements?: string;
  readonly childcare?: true;
  readonly at_home?: true;
  readonly experience?: true;
  readonly papers?: false;
  readonly heavy?: true;
  readonly openings?: number;
  readonly contact: string;
  /** Days from today. */
  readonly until: number;
}

const [YUNUSOBOD, CHILONZOR, MIRZO, ZANGIOTA, QIBRAY] = [
  ...['ZCWJC', 'DSSDK', 'DXSC9', 'ZCZZR', 'CKCXG'],
] as const;

/** Vacancies round the demo district, as employers word them; invented, like everything in the demo world. */
const VACANCIES: readonly DemoVacancy[] = [
  {
    ...{ title: 'Tikuvchi, pardalar sexi', occupation: '7531', employer: 'Nafis parda' },
    ...{ place: YUNUSOBOD, hours: 'part', pay: ['2400000', '3200000', 'month'], childcare: true },
    ...{ contact: 'Ish vaqtida kelib koʻring: Bogʻishamol koʻchasi 12', until: 34, openings: 2 },
  },
  {
    ...{ title: 'Швея на дому: постельное бельё', occupation: '8153', employer: 'Ателье «Атлас»' },
    ...{ place: YUNUSOBOD, hours: 'few', pay: ['9000', null, 'piece'], at_home: true },
    ...{ papers: false, contact: 'Звонить с 10 до 17, спросить Мадину', until: 41, openings: 4 },
  },
  {
    ...{
      title: 'Оператор швейной машины',
      occupation: '8153',
      employer: 'Фабрика «Юлдуз текстиль»',
    },
    ...{ place: ZANGIOTA, hours: 'shift', pay: ['3500000', '4500000', 'month'], openings: 12 },
    ...{ requirements: 'Обучают на месте, две недели.', contact: 'Отдел кадров, проходная 2' },
    until: 55,
  },
  {
    ...{ title: 'Novvoy yordamchisi', occupation: '7512', employer: 'Issiq non nonvoyxonasi' },
    ...{ place: YUNUSOBOD, hours: 'shift', pay: ['130000', null, 'day'], heavy: true },
    ...{ papers: false, contact: 'Ertalab soat 9 dan keyin, nonvoyxonada', until: 20 },
  },
  {
    ...{ title: 'Кондитер', occupation: '7512', employer: 'Кофейня «Анор»', place: MIRZO },
    ...{ hours: 'full', pay: ['3800000', null, 'month'], experience: true },
    ...{ requirements: 'Опыт от года. Можно показать свои работы.', contact: 'Телеграм кофейни' },
    until: 27,
  },
  {
    ...{ title: 'Cook in the canteen', occupation: '5120', organisation: 'school' },
    ...{ place: YUNUSOBOD, hours: 'part', pay: ['2600000', null, 'month'] },
    ...{ requirements: 'A health booklet; the school helps with it.', contact: 'Ask for Olim' },
    until: 30,
  },
  {
    ...{ title: 'Oshpaz, toʻyxona', occupation: '5120', employer: 'Navroʻz toʻyxonasi' },
    ...{ place: CHILONZOR, hours: 'shift', pay: ['180000', '250000', 'day'], experience: true },
    ...{ heavy: true, contact: 'Administratordan soʻrang', until: 18 },
  },
  {
    ...{ title: 'Мастер в салон: стрижка и укладка', occupation: '5141', employer: 'Салон «Лола»' },
    ...{ place: YUNUSOBOD, hours: 'part', pay: ['2000000', null, 'month'], childcare: true },
    ...{ requirements: 'Ученица после курсов подойдёт.', contact: 'Зайти после обеда', until: 48 },
  },
  {
    ...{ title: 'Электрик', occupation: '7411', employer: 'Мастерская «Нур»', place: YUNUSOBOD },
    ...{ hours: 'full', pay: ['4500000', '6000000', 'month'], experience: true },
    ...{ requirements: 'Разряд можно подтвердить в центре занятости.', contact: 'Мастер Рустам' },
    until: 36,
  },
  {
    ...{ title: 'Payvandchi shogirdi', occupation: '7212', employer: 'Temirchi sexi' },
    ...{ place: QIBRAY, hours: 'full', pay: ['2800000', null, 'month'], heavy: true, openings: 2 },
    ...{ contact: 'Sexga keling, dushanbadan jumagacha', until: 25 },
  },
  {
    ...{
      title: 'Care assistant',
      occupation: '5321',
      organisation: 'polyclinic',
      place: YUNUSOBOD,
    },
    ...{ hours: 'shift', pay: ['2900000', null, 'month'], openings: 3 },
    ...{ requirements: 'Training of a month is paid.', contact: 'Personnel, room 4', until: 44 },
  },
  {
    ...{ title: 'Оператор ввода данных, полдня', occupation: '4132', employer: 'Архив «Дафтар»' },
    ...{ place: MIRZO, hours: 'part', pay: ['2300000', null, 'month'] },
    ...{ requirements: 'Печатать на узбекском и русском.', contact: 'Анкета на месте', until: 22 },
  },
  {
    ...{ title: 'Issiqxonada ishchi', occupation: '6113', employer: 'Yashil issiqxona' },
    ...{ place: ZANGIOTA, hours: 'full', pay: ['110000', null, 'day'], papers: false },
    ...{ heavy: true, openings: 6, contact: 'Brigadir Nodira opa', until: 60 },
  },
];

/** What the screens of the labour market show on the first day: figures by region and year, and open vacancies. */
export async function addLabourMarket(
  owner: pg.ClientBase,
  today: string,
  placeId: (code: string) => string,
): Promise<void> {
  await addFigures(owner, today, placeId);
  for (const [code, ru, uz] of TITLES) {
    await owner.query(
      `insert into occupation_title (code, language, titles) values ($1, 'ru', $2), ($1, 'uz', $3)`,
      [code, ru, uz],
    );
  }
  for (const [index, one] of VACANCIES.entries()) {
    const [pay_from, pay_to, pay_per] = one.pay;
    const given = {
      ...{ id: fixedId(`vacancy:${index}`), title: one.title, occupation: one.occupation },
      ...{ employer: one.employer ?? null, place_id: placeId(one.place), hours: one.hours },
      organisation_id:
        one.organisation === undefined ? null : fixedId(`organisation:${one.organisation}`),
      ...{ at_home: one.at_home ?? false, pay_from, pay_to, pay_currency: 'UZS', pay_per },
      ...{ languages: ['uz'], requirements: one.requirements ?? null, openings: one.openings ?? 1 },
      ...{ experience_needed: one.experience ?? false, papers_needed: one.papers ?? null },
      ...{ childcare: one.childcare ?? null, heavy: one.heavy ?? null, contact: one.contact },
      ...{ valid_until: dayAfter(today, one.until), source: null, reference: null },
      ...{ withdrawn: false, version: 1, entered_by: DEMO_PEOPLE.jasur.id },
    };
    await owner.query(
      'insert into vacancy select * from jsonb_populate_record(null::vacancy, $1)',
      [JSON.stringify(given)],
    );
  }
}

function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10);
}

/** Five years of a forecast, and what a board counted in each of the past six months. */
async function addFigures(
  owner: pg.ClientBase,
  today: string,
  placeId: (code: string) => string,
): Promise<void> {
  const year = Number(today.slice(0, 4));
  const figures = FORECAST.flatMap(([occupation, first, growth], line) =>
    REGIONS.flatMap(([code, size], region) => {
      // No two regions move alike.
      const value = (at: number) =>
        Math.round(first * size * growth ** at * (1 + 0.06 * Math.sin(line * 3 + region * 5 + at)));
      const place_id = placeId(code);
      const need = [-3, -2, -1, 0, 1].map((at) => ({
        ...{ kind: 'need', occupation, place_id, period: String(year + at) },
        ...{ value: value(at + 3), source: FORECASTER, as_of: dayAfter(today, -75) },
      }));
      const vacancies = [6, 5, 4, 3, 2, 1].map((ago, at) => ({
        ...{ kind: 'vacancies', occupation, place_id, period: monthBefore(today, ago) },
        ...{ value: Math.round(value(at / 2) / 9), source: BOARD, as_of: dayAfter(today, -6) },
      }));
      return [...need, ...vacancies];
    }),
  );
  const given = figures.map((one) => ({
    ...one,
    id: fixedId(`demand:${one.kind}:${one.occupation}:${one.place_id}:${one.period}`),
    version: 1,
  }));
  await owner.query(
    'insert into labour_demand select * from jsonb_populate_recordset(null::labour_demand, $1)',
    [JSON.stringify(given)],
  );
}

function monthBefore(today: string, ago: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - ago, 1)).toISOString().slice(0, 7);
}
