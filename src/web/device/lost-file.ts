import { z } from 'zod';
import type { DeviceStore, Remove } from './store.ts';

/** A pulled row: what the server said, and in which epoch. */
export const pulledRow = z.object({ epoch: z.string(), data: z.unknown() });

/** What ties a pulled row to a file or a person. */
const tied = z.object({
  case_id: z.string().optional(),
  person_id: z.string().optional(),
  members: z.array(z.object({ person_id: z.string() })).optional(),
});

/**
 * Everything that this device holds of files that it may hold no longer: the files, their facts, and
 * persons and households that no other file here is about. Where nothing is left to show, nothing is
 * left to find.
 */
export async function rowsOfFiles(
  store: DeviceStore,
  files: ReadonlySet<string>,
): Promise<readonly Remove[]> {
  const cases = await rowsIn(store, 'case');
  const persons = (lost: boolean) =>
    new Set(cases.flatMap(([id, row]) => (files.has(id) === lost ? (row.person_id ?? []) : [])));
  const kept = persons(false);
  const gone = [...persons(true)].filter((id) => !kept.has(id));
  const facts = (await rowsIn(store, 'fact')).filter(([, row]) => files.has(row.case_id ?? ''));
  const households = (await rowsIn(store, 'household')).filter(([, { members = [] }]) => {
    const people = members.map((member) => member.person_id);
    return people.some((id) => gone.includes(id)) && !people.some((id) => kept.has(id));
  });
  return [
    ...[...files].map((id) => ({ table: 'case', id })),
    ...facts.map(([id]) => ({ table: 'fact', id })),
    ...gone.map((id) => ({ table: 'person', id })),
    ...households.map(([id]) => ({ table: 'household', id })),
  ];
}

async function rowsIn(store: DeviceStore, table: string) {
  return [...(await store.list(table))].map(
    ([id, row]) => [id, tied.safeParse(pulledRow.safeParse(row).data?.data).data ?? {}] as const,
  );
}
