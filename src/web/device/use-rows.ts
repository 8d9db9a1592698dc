import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';
import { useDevice } from '../account/use-session.ts';
import { pulledRow } from './lost-file.ts';
import { entriesOf, OUTBOX, type OutboxEntry } from './outbox.ts';
import type { DeviceStore } from './store.ts';

/** A row is parsed once for each schema, not once for each drawing. */
const parsed = new WeakMap<object, Map<unknown, unknown>>();

/**
 * All rows of a pulled table by id, read from the device and parsed by `schema`; undefined only while
 * they are read for the first time. A row of another form (an older version) is left out.
 */
export function useRows<T>(
  table: string,
  schema: z.ZodType<T>,
): ReadonlyMap<string, T> | undefined {
  const rows = useTable(table);
  return useMemo(() => {
    if (rows === undefined) return undefined;
    const found = new Map<string, T>();
    for (const [id, row] of rows) {
      const value = parsedOnce(row, schema);
      if (value !== undefined) found.set(id, value);
    }
    return found;
  }, [rows, schema]);
}

/** One row of a pulled table; `undefined` while reading, `null` where there is none. */
export function useRow<T>(table: string, id: string, schema: z.ZodType<T>): T | null | undefined {
  const rows = useTable(table);
  if (rows === undefined) return undefined;
  const row = rows.get(id);
  return row === undefined ? null : (parsedOnce(row, schema) ?? null);
}

/** What this account has said and the server has not yet given back by a pull, in order. */
export function useOutboxEntries(): readonly OutboxEntry[] {
  const { account } = useDevice();
  const rows = useTable(OUTBOX);
  return useMemo(() => (rows === undefined ? [] : entriesOf(rows, account)), [rows, account]);
}

/** The decrypted rows of a table as stored; the same map until something changes. */
export function useTable(table: string): ReadonlyMap<string, unknown> | undefined {
  const { store } = useDevice();
  const subscribe = useMemo(
    () => (listener: () => void) => store.subscribe(table, listener),
    [store, table],
  );
  const rows = useSyncExternalStore(subscribe, () => store.listed(table));
  useEffect(() => {
    if (rows === undefined) void readTable(store, table);
  }, [store, table, rows]);
  return rows;
}

async function readTable(store: DeviceStore, table: string): Promise<void> {
  // Locked while reading: the screen is going away too.
  await store.list(table).catch(() => undefined);
}

function parsedOnce<T>(row: unknown, schema: z.ZodType<T>): T | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const known = parsed.get(row) ?? new Map<unknown, unknown>();
  parsed.set(row, known);
  if (!known.has(schema)) {
    known.set(schema, schema.safeParse(pulledRow.safeParse(row).data?.data).data);
  }
  return known.get(schema) as T | undefined;
}
