import { z } from 'zod';
import {
  ADOPTION_STATUSES,
  ADOPTION_SUBJECTS,
  countsAsAdopted,
  MODEL_PART_NAMES,
} from '#domain/exchange/practice/adoption.ts';
import type { Taking } from '../exchange-database.ts';

/** What readers see of an adoption. */
export const shownAdoption = z.object({
  from_version: z.number(),
  ...{ country: z.string().nullable(), institution_id: z.uuid().nullable() },
  ...{ status: z.enum(ADOPTION_STATUSES), since: z.string(), language: z.string() },
  ...{ adaptation: z.string(), result: z.string().nullable(), lessons: z.string().nullable() },
  stopped_because: z.string().nullable(),
  // What was published before models could be adopted has none.
  parts: z.array(z.enum(MODEL_PART_NAMES)).default([]),
  steps: z.array(z.object({ status: z.enum(ADOPTION_STATUSES), since: z.string() })),
});
export type ShownAdoption = z.infer<typeof shownAdoption>;

export const adoptionRow = shownAdoption.extend({
  ...{ id: z.uuid(), subject_kind: z.enum(ADOPTION_SUBJECTS), subject_id: z.uuid() },
  version: z.number(),
});
export type AdoptionRow = z.infer<typeof adoptionRow>;

export const ADOPTION = `a.id, a.subject_kind, a.subject_id, a.from_version, a.country, a.institution_id,
  a.status, a.since::text, a.language, a.adaptation, a.result, a.lessons, a.stopped_because, a.parts, a.steps, a.version`;

export function shownOf(row: AdoptionRow): ShownAdoption {
  return shownAdoption.parse(row);
}

/** The texts that go before the second editor. */
export function adoptionTexts(row: AdoptionRow): Record<string, string> {
  const { language, adaptation, result, lessons, stopped_because } = row;
  return Object.fromEntries(
    Object.entries({ adaptation, result, lessons, stopped_because }).flatMap(([name, text]) =>
      text === null ? [] : [[`${name}.${language}`, text]],
    ),
  );
}

/** The adoptions of a practice or a programme model that readers see, those that stay first. */
export async function adoptionsOf(
  { client }: Taking,
  kind: AdoptionRow['subject_kind'],
  subject: string,
): Promise<ShownAdoption[]> {
  const { rows } = await client.query<{ shown: unknown }>(
    `select shown from exchange.adoption_shown where subject_kind = $1 and subject_id = $2
      order by published_at desc, adoption_id limit 50`,
    [kind, subject],
  );
  const order = [...ADOPTION_STATUSES];
  return rows
    .flatMap(({ shown }) => shownAdoption.safeParse(shown).data ?? [])
    .sort((a, b) => rank(b) - rank(a));
  function rank(one: ShownAdoption): number {
    return one.status === 'stopped' ? -1 : order.indexOf(one.status);
  }
}

/** In how many countries it is done: what "adopted in 4 countries" says. */
export function countriesOf(adoptions: readonly ShownAdoption[]): number {
  return new Set(
    adoptions.filter((one) => countsAsAdopted(one.status)).map((one) => one.country ?? ''),
  ).size;
}
