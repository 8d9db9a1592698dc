import type pg from 'pg';
import type { Labels } from '#domain/text.ts';
import { fixedId } from './fixed-id.ts';

export interface DemoCourse {
  readonly code: string;
  readonly organisation: string;
  readonly name: Labels;
  readonly occupation: string;
  readonly words: string;
  readonly seats: number;
  /** Days from today. */
  readonly starts: number;
  readonly ends: number;
  readonly entry?: string;
  readonly childcare?: boolean;
  readonly hours: string;
  readonly open?: boolean;
}

/** Courses of the demo district; invented, like everything in the demo world. */
export const DEMO_COURSES: readonly DemoCourse[] = [
  {
    ...{ code: 'sewing', organisation: 'training', occupation: '7531', words: 'sewing, tikuvchi' },
    name: {
      en: 'Sewing for beginners',
      ru: 'Шитьё с начала',
      uz: 'Boshlovchilar uchun tikuvchilik',
    },
    ...{ seats: 2, starts: 40, ends: 130, childcare: true, hours: '9–13' },
  },
  {
    ...{ code: 'baking', organisation: 'training', occupation: '7512', words: 'baking, novvoy' },
    name: { en: 'Bread and pastry', ru: 'Хлеб и выпечка', uz: 'Non va pishiriqlar' },
    ...{ seats: 3, starts: 45, ends: 120, childcare: true, hours: '14–18' },
  },
  {
    ...{
      code: 'computer',
      organisation: 'training',
      occupation: '4132',
      words: 'computer, kompyuter',
    },
    name: { en: 'Working with a computer', ru: 'Работа на компьютере', uz: 'Kompyuterda ishlash' },
    ...{ seats: 8, starts: 30, ends: 90, hours: '18–20' },
    entry: 'Reading and writing. 9 classes.',
  },
  {
    ...{
      code: 'welding',
      organisation: 'employment',
      occupation: '7212',
      words: 'welding, payvandchi',
    },
    name: { en: 'Welding', ru: 'Сварка', uz: 'Payvandlash' },
    ...{ seats: 6, starts: 20, ends: 110, hours: '9–15', open: false },
  },
];

/** The id of a course of the demo world. */
export function demoCourseId(code: string): string {
  return fixedId(`course:${code}`);
}

/** Writes courses down, around `today`. */
export async function addCourses(
  owner: pg.ClientBase,
  today: string,
  district: string,
  courses: readonly DemoCourse[] = DEMO_COURSES,
): Promise<void> {
  const day = (days: number) =>
    new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  for (const one of courses) {
    await owner.query(
      `insert into course (id, code, organisation_id, name, occupation, occupation_words, place_id,
         starts_on, ends_on, seats, entry, languages, childcare, hours, open)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[
          demoCourseId(one.code),
          one.code,
          fixedId(`organisation:${one.organisation}`),
          one.name,
        ],
        ...[one.occupation, one.words, district, day(one.starts), day(one.ends), one.seats],
        ...[one.entry ?? null, ['uz', 'ru'], one.childcare ?? false, one.hours, one.open ?? true],
      ],
    );
  }
}
