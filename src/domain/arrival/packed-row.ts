import type { Birth } from '#domain/people/birth.ts';
import type { PersonSummary } from '#domain/people/duplicate.ts';

/** What a comparison needs of a row. */
export interface RowSummary extends PersonSummary {
  readonly row: number;
}

type Packed = readonly [
  row: number,
  names: readonly (readonly (string | null)[])[],
  sex: PersonSummary['sex'] | null,
  birth: readonly [Birth['date'], Birth['precision'], boolean] | null,
  citizenship: readonly string[],
  papers: readonly string[],
  household: string | null,
];

const PARTS = ['given', 'patronymic', 'family', 'single'] as const;

/** A row as a short text: 100,000 of them are held at once, and as objects they would take five times as much. */
export function packRow(row: RowSummary): string {
  const { birth } = row;
  const packed: Packed = [
    row.row,
    row.names.map((name) => PARTS.map((part) => name[part] ?? null)),
    row.sex ?? null,
    birth === undefined ? null : [birth.date, birth.precision, birth.estimated],
    row.citizenship ?? [],
    row.papers ?? [],
    row.household ?? null,
  ];
  return JSON.stringify(packed);
}

export function unpackRow(text: string): RowSummary {
  const [row, names, sex, birth, citizenship, papers, household] = JSON.parse(text) as Packed;
  return {
    row,
    names: names.map(([given, patronymic, family, single]) => ({
      given: given ?? undefined,
      patronymic: patronymic ?? undefined,
      family: family ?? undefined,
      single: single ?? undefined,
    })),
    sex: sex ?? undefined,
    birth:
      birth === null ? undefined : { date: birth[0], precision: birth[1], estimated: birth[2] },
    ...{ citizenship, papers },
    household: household ?? undefined,
  };
}
