/** One occupation of ESCO, or a unit group of ISCO-08 as a whole where somebody means no more than that. */
export interface Occupation {
  /** `7531.2` of ESCO, `7531` of ISCO-08. */
  readonly code: string;
  /** The unit group of ISCO-08 it belongs to. */
  readonly unit: string;
  /** The last part of the ESCO address; null for a unit group. */
  readonly esco_id: string | null;
  /** The titles that are shown; Russian and Uzbek where the table of local titles has them. */
  readonly titles: { readonly en: string; readonly ru?: string; readonly uz?: string };
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

/** Occupations and unit groups, in the order of their codes within each table. */
export function readOccupations(tables: OccupationTables): readonly Occupation[] {
  const local = new Map(rows(tables.local).map(([code = '', ru, uz]) => [code, { ru, uz }]));
  const made = (code: string, escoId: string | null, title: string, others: string | undefined) => {
    const own = local.get(code);
    const [russian, uzbek] = [parts(own?.ru), parts(own?.uz)];
    return {
      ...{ code, unit: code.slice(0, 4), esco_id: escoId },
      titles: {
        en: title,
        ...(russian[0] === undefined ? {} : { ru: russian[0] }),
        ...(uzbek[0] === undefined ? {} : { uz: uzbek[0] }),
      },
      labels: [title, ...parts(others), ...russian, ...uzbek],
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

function rows(table: string): string[][] {
  const [, ...lines] = table.split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

function parts(cell: string | undefined): string[] {
  return (cell ?? '').split('|').filter((part) => part !== '');
}
