import { setImmediate } from 'node:timers/promises';
import { type AlikePair, byLikeness, type Summary } from '#domain/directory/alike.ts';
import { type AlikeIndex, NOTHING_KEPT, refreshed } from '#domain/directory/alike-index.ts';
import type { AlikePairs, MergeKind } from '#domain/directory/merge.ts';
import type { Acting } from '../../database.ts';

/** An entry as it is compared and shown beside another; a confidential address is no part of it. */
export interface ComparedRow extends Summary {
  readonly active: boolean;
}

const OPEN_ADDRESSES = `
  jsonb_agg(nullif(concat_ws(', ', nullif(a->>'address_1', ''), nullif(a->>'city', '')), ''))
    filter (where coalesce(a->>'address_1', '') <> '')`;
const PHONES = (table: string) => `
  coalesce((select jsonb_agg(p->>'number') from jsonb_array_elements(${table}.document->'phones') p
    where p->>'number' is not null), '[]') as phones`;

const COMPARED: Readonly<Record<MergeKind, string>> = {
  service: `
    select s.id, s.name, s.organisation_id, o.name as organisation, s.place_id, s.need_domain, s.active,
      ${PHONES('s')}, s.document->>'url' as website,
      coalesce((select ${OPEN_ADDRESSES} from service_at_location n
        join location l on l.id = n.location_id and not l.confidential,
        jsonb_array_elements(coalesce(l.document->'addresses', '[]')) a
        where n.service_id = s.id), '[]') as addresses
    from service s join organisation o on o.id = s.organisation_id
    where s.merged_into is null and ($1::uuid[] is null or s.id = any ($1))`,
  organisation: `
    select o.id, o.name, null as organisation_id, null as organisation, o.place_id, null as need_domain,
      true as active, ${PHONES('o')}, o.document->>'website' as website,
      coalesce((select ${OPEN_ADDRESSES} from location l,
        jsonb_array_elements(coalesce(l.document->'addresses', '[]')) a
        where l.organisation_id = o.id and not l.confidential), '[]') as addresses
    from organisation o where o.merged_into is null and ($1::uuid[] is null or o.id = any ($1))`,
};

/** The entries of a kind that were not merged away, or some of them. */
export async function comparedRows(
  acting: Acting,
  kind: MergeKind,
  ids: readonly string[] | null,
): Promise<readonly ComparedRow[]> {
  return (await acting.client.query<ComparedRow>(COMPARED[kind], [ids])).rows;
}

/** Pairs that somebody found to be two, as `id id` in order. */
export async function distinctPairs(acting: Acting): Promise<ReadonlySet<string>> {
  const { rows } = await acting.client.query<{ one_id: string; other_id: string }>(
    'select one_id, other_id from directory_distinct',
  );
  return new Set(rows.map(({ one_id, other_id }) => `${one_id} ${other_id}`));
}

const SHOWN = 50;

/** Finds the pairs that are most alike, and keeps what it found for the next look. */
export interface AlikeKeeper {
  pairs(
    kind: MergeKind,
    rows: readonly ComparedRow[],
    distinct: ReadonlySet<string>,
  ): Promise<AlikePairs>;
}

/**
 * What is kept of a directory while the server runs. Outside of any transaction: the first look at a large directory takes
 * a while, later ones as long as what has changed. One look after the other: two at once would do the same work twice.
 */
export function keepAlike(): AlikeKeeper {
  const kept: Record<MergeKind, AlikeIndex> = { service: NOTHING_KEPT, organisation: NOTHING_KEPT };
  let last: Promise<unknown> = Promise.resolve();
  const look = async (kind: MergeKind, rows: readonly ComparedRow[]): Promise<AlikeIndex> => {
    const steps = refreshed(kept[kind], rows.map(summaryOf));
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) {
        kept[kind] = value;
        return value;
      }
      // Other requests have their turn.
      await setImmediate();
    }
  };
  return {
    async pairs(kind, rows, distinct) {
      const own = last.then(() => look(kind, rows));
      last = own.catch(() => undefined);
      const { pairs } = await own;
      const found = pairs.filter(({ one, other }) => !distinct.has(`${one} ${other}`));
      return { pairs: cards(rows, found), total: found.length };
    },
  };
}

/** All that two entries are compared by, and nothing that does not matter for it. */
function summaryOf({ active: _active, ...summary }: ComparedRow): Summary {
  return summary;
}

function cards(rows: readonly ComparedRow[], found: readonly AlikePair[]): AlikePairs['pairs'] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found
    .toSorted(byLikeness)
    .slice(0, SHOWN)
    .flatMap(({ one, other, reasons }) => {
      const [a, b] = [byId.get(one), byId.get(other)];
      if (a === undefined || b === undefined) return [];
      return [{ one: shown(a), other: shown(b), reasons: [...reasons] }];
    });
}

/** An entry as a card shows it. */
export function shown(row: ComparedRow): AlikePairs['pairs'][number]['one'] {
  return {
    ...{ id: row.id, name: row.name as Record<string, string>, place_id: row.place_id },
    organisation: row.organisation as Record<string, string> | null,
    ...{ phone: row.phones[0] ?? null, address: row.addresses[0] ?? null, active: row.active },
  };
}
