import { z } from 'zod';
import { type Labels, line } from '../text.ts';

/** The code of an ESCO occupation, `7531.2`, or of a unit group of ISCO-08, `7531`. */
export const occupationCode = z
  .string()
  .regex(/^\d{4}(\.\d{1,3}){0,4}$/, { error: 'not_an_occupation' });

/** Titles in one language that stand in the place of those that come with the program; the first is shown. */
export const localTitles = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  titles: z.array(line).max(20),
});
export interface LocalTitles extends z.infer<typeof localTitles> {
  readonly code: string;
}

/** An occupation as screens show it. */
export const shownOccupation = z.object({
  code: z.string(),
  /** The unit group of ISCO-08 it belongs to. */
  unit: z.string(),
  titles: z.record(z.string(), z.string()),
});
export type ShownOccupation = z.infer<typeof shownOccupation>;

/** One occupation of ESCO, or a unit group of ISCO-08 as a whole where somebody means no more than that. */
export interface Occupation {
  /** `7531.2` of ESCO, `7531` of ISCO-08. */
  readonly code: string;
  /** The unit group of ISCO-08 it belongs to. */
  readonly unit: string;
  /** The last part of the ESCO address; null for a unit group. */
  readonly esco_id: string | null;
  /** The titles that are shown; beside English those that a table of local titles has. */
  readonly titles: Labels & { readonly en: string };
  /** Every title it is found by, those that are shown among them. */
  readonly labels: readonly string[];
}

/** The three tables of `seed/occupations`, as text. */
export interface OccupationTables {
  readonly isco: string;
  readonly esco: string;
  readonly local: string;
}

const UNIT = /^\d{4}$/;

/**
 * Occupations and unit groups, in the order of their codes within each table. What is `edited` here stands in the
 * place of the local titles of that code and language.
 */
export function readOccupations(
  tables: OccupationTables,
  edited: readonly LocalTitles[] = [],
): readonly Occupation[] {
  const local = new Map<string, Map<string, readonly string[]>>();
  for (const [code = '', ru, uz] of rows(tables.local))
    local.set(
      code,
      new Map([
        ['ru', parts(ru)],
        ['uz', parts(uz)],
      ]),
    );
  for (const { code, language, titles } of edited)
    local.set(code, new Map(local.get(code)).set(language, titles));
  const made = (code: string, escoId: string | null, title: string, others: string | undefined) => {
    const own = [...(local.get(code) ?? [])];
    const shown = own.flatMap(([language, [first]]) =>
      first === undefined ? [] : [[language, first] as const],
    );
    return {
      ...{ code, unit: unitOf(code), esco_id: escoId },
      titles: { en: title, ...Object.fromEntries(shown) },
      labels: [title, ...parts(others), ...own.flatMap(([, titles]) => titles)],
    };
  };
  return [
    ...rows(tables.isco)
      .filter(([code = '']) => UNIT.test(code))
      .map(([code = '', title = '', examples]) => made(code, null, title, examples)),
    ...rows(tables.esco).map(([code = '', id = '', title = '', others]) =>
      made(code, id, title, others),
    ),
  ];
}

/** The unit group of ISCO-08 that a code belongs to. */
export function unitOf(code: string): string {
  return code.slice(0, 4);
}

function rows(table: string): string[][] {
  const [, ...lines] = table.split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

function parts(cell: string | undefined): string[] {
  return (cell ?? '').split('|').filter((part) => part !== '');
}
