import { z } from 'zod';
import { changeNumber } from '#domain/case/said.ts';
import { call, type Reply } from '../http.ts';
import { pulledRow, rowsOfFiles } from './lost-file.ts';
import type { KnownChanges } from './outbox.ts';
import { type Again, againAfter } from './send.ts';
import type { DeviceStore } from './store.ts';

const page = z.object({
  epoch: z.string(),
  cursor: z.string(),
  more: z.boolean(),
  /** With the last page. */
  known: z.object({ below: changeNumber, next: changeNumber }).optional(),
  rows: z.array(
    z.object({
      table: z.string().min(1),
      id: z.string().min(1),
      op: z.enum(['put', 'remove']),
      data: z.unknown().optional(),
    }),
  ),
});
export type Page = z.infer<typeof page>;

export type FetchPage = (cursor: string | undefined) => Promise<Reply<Page>>;

export function pullFrom(device: string): FetchPage {
  return (cursor) => {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    // Asked for by the device, not by a person: it does not prolong the session.
    const headers = { 'x-homeward-device': device, 'x-homeward-background': '1' };
    return call(`/api/pull${query}`, page, { headers, patience: 60_000 });
  };
}

/** Where the position lies in the store. */
export const PULL = 'pull';

/** Tables of the device itself; the server cannot write them. */
const OWN = new Set(['outbox', 'draft', PULL, 'me', 'opening', 'setting']);

/** Where a pull stands. `known` = the table names of the epoch, to know where old rows may lie. */
const position = z.object({
  epoch: z.string(),
  cursor: z.string(),
  /** False until the first whole pull of this epoch has ended. */
  whole: z.boolean(),
  tables: z.array(z.string()),
});

export type Pulled =
  /** `anew` = this was the first whole pull of its epoch: another role may be why, or a restore. */
  | { readonly done: true; readonly known?: KnownChanges | undefined; readonly anew?: true }
  | { readonly again: Again };

/**
 * Brings the device up to date. Each page is written together with its cursor, so that a pull broken
 * anywhere goes on from there. A new epoch is pulled whole over the old rows, which stay readable
 * until the new ones are complete; only then does what the new epoch no longer has go.
 */
export async function pullAll(store: DeviceStore, fetchPage: FetchPage): Promise<Pulled> {
  for (;;) {
    const before = position.safeParse(await store.get(PULL, 'position')).data;
    let reply = await fetchPage(before?.cursor);
    if (reply.ok && before !== undefined && reply.value.epoch !== before.epoch) {
      reply = await fetchPage(undefined);
    }
    if (!reply.ok) return { again: againAfter(reply) };
    const { epoch, cursor, more, known, rows } = reply.value;
    const sameEpoch = before?.epoch === epoch;
    const tables = [...new Set([...(before?.tables ?? []), ...rows.map((row) => row.table)])];
    const whole = !more || (sameEpoch && before.whole);
    const allowed = rows.filter((row) => !OWN.has(row.table));
    // The feed is in commit order: of several words about one row the last one holds.
    const last = new Map(allowed.map((row) => [`${row.table}/${row.id}`, row]));
    const puts = [...last.values()].filter((row) => row.op === 'put');
    const removes = [...last.values()].filter((row) => row.op === 'remove');
    await store.write(
      [
        ...puts.map(({ table, id, data }) => ({ table, id, value: { epoch, data } })),
        { table: PULL, id: 'position', value: { epoch, cursor, whole, tables } },
      ],
      [...removes.map(({ table, id }) => ({ table, id })), ...(await lostWith(store, last))],
    );
    const cleaned = sameEpoch && before.whole;
    if (!more) {
      if (!cleaned) await removeOtherEpochs(store, tables, epoch);
      return { done: true, known, ...(cleaned ? {} : { anew: true }) };
    }
  }
}

/** A file that is taken away takes its facts and its person along, where this page does not bring them. */
async function lostWith(store: DeviceStore, last: ReadonlyMap<string, Page['rows'][number]>) {
  const gone = [...last.values()].filter((row) => row.table === 'case' && row.op === 'remove');
  if (gone.length === 0) return [];
  const rows = await rowsOfFiles(store, new Set(gone.map((row) => row.id)));
  return rows.filter(({ table, id }) => !last.has(`${table}/${id}`));
}

/**
 * True once a whole pull has ended on this device: before that, an empty list means "not here yet".
 *
 * @param rows of the table `PULL`
 */
export function hasPulledWhole(rows: ReadonlyMap<string, unknown>): boolean {
  return position.safeParse(rows.get('position')).data?.whole ?? false;
}

async function removeOtherEpochs(
  store: DeviceStore,
  tables: readonly string[],
  epoch: string,
): Promise<void> {
  for (const table of tables) {
    if (OWN.has(table)) continue;
    const rows = await store.list(table);
    const old = [...rows].filter(([, row]) => pulledRow.safeParse(row).data?.epoch !== epoch);
    if (old.length > 0) {
      await store.write(
        [],
        old.map(([id]) => ({ table, id })),
      );
    }
  }
}
