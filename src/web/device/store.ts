import { opaqueId, type StoreKeys, seal, unseal } from './sealing.ts';
import type { Batch, Storage } from './storage.ts';

/** A row that is put: its table, its real id and its content. */
export interface Put {
  readonly table: string;
  readonly id: string;
  readonly value: unknown;
}
export interface Remove {
  readonly table: string;
  readonly id: string;
}

/**
 * The device store: everything goes through here, nothing is written in the clear. Rows of tables
 * that have been listed once are kept decrypted in memory until `close`, so that screens are instant.
 */
export interface DeviceStore {
  get(table: string, id: string): Promise<unknown>;
  /** All rows of a table by their real id. The map is the same object until the table changes. */
  list(table: string): Promise<ReadonlyMap<string, unknown>>;
  /** The same at once, or undefined where the table has not been listed yet. */
  listed(table: string): ReadonlyMap<string, unknown> | undefined;
  put(table: string, id: string, value: unknown): Promise<void>;
  delete(table: string, id: string): Promise<void>;
  /** Several changes in one transaction. */
  write(puts: readonly Put[], removes?: readonly Remove[]): Promise<void>;
  /** Calls back after a change of the table; returns how to stop. */
  subscribe(table: string, listener: () => void): () => void;
  /** Reads a table anew after another tab has written it. */
  refresh(table: string): Promise<void>;
  /** Forgets keys and rows in memory. */
  close(): void;
}

/** `changed` is told the tables of each own write, so that other tabs can be told. */
export function openStore(
  storage: Storage,
  keys: StoreKeys,
  changed: (tables: readonly string[]) => void = () => {},
): DeviceStore {
  let open: StoreKeys | undefined = keys;
  const cache = new Map<string, ReadonlyMap<string, unknown>>();
  const loading = new Map<string, Promise<ReadonlyMap<string, unknown>>>();
  const listeners = new Map<string, Set<() => void>>();

  function key(): StoreKeys {
    if (open === undefined) throw new Error('the device store is locked');
    return open;
  }

  function tell(table: string): void {
    for (const listener of [...(listeners.get(table) ?? [])]) listener();
  }

  async function load(table: string): Promise<ReadonlyMap<string, unknown>> {
    const rows = await storage.list(table);
    const content = key().content;
    const opened = await Promise.all(
      rows.map(async (row) => wrappedRow(await unseal(content, table, row.place, row))),
    );
    return new Map(opened.map((row) => [row.id, row.value]));
  }

  async function list(table: string): Promise<ReadonlyMap<string, unknown>> {
    key();
    const known = cache.get(table);
    if (known !== undefined) return known;
    // A write that lands while the table is being read makes what was read old: read again.
    const pending = loading.get(table) ?? load(table);
    loading.set(table, pending);
    const rows = await pending.catch((error: unknown) => {
      loading.delete(table);
      throw error;
    });
    if (loading.get(table) !== pending) return list(table);
    loading.delete(table);
    cache.set(table, rows);
    tell(table);
    return rows;
  }

  async function sealed(puts: readonly Put[], removes: readonly Remove[]): Promise<Batch> {
    const keysNow = key();
    const put = await Promise.all(
      puts.map(async ({ table, id, value }) => {
        const place = await opaqueId(keysNow, table, id);
        const row = await seal(keysNow.content, table, place, { id, value });
        return { table, place, ...row };
      }),
    );
    const remove = await Promise.all(
      removes.map(async ({ table, id }) => ({ table, place: await opaqueId(keysNow, table, id) })),
    );
    return { put, remove };
  }

  // Sealing takes longer than forgetting: without an order a draft that is deleted at once comes back.
  let before: Promise<unknown> = Promise.resolve();
  function write(puts: readonly Put[], removes: readonly Remove[] = []): Promise<void> {
    const earlier = before;
    const batch = sealed(puts, removes);
    const written = Promise.allSettled([earlier, batch]).then(async () => {
      await storage.write(await batch);
      wrote(puts, removes);
    });
    before = written.catch(() => undefined);
    return written;
  }

  function wrote(puts: readonly Put[], removes: readonly Remove[]): void {
    const tables = new Set([...puts, ...removes].map((row) => row.table));
    for (const table of tables) {
      loading.delete(table);
      const known = cache.get(table);
      if (known === undefined || open === undefined) continue;
      const next = new Map(known);
      for (const gone of removes) if (gone.table === table) next.delete(gone.id);
      for (const row of puts) if (row.table === table) next.set(row.id, row.value);
      cache.set(table, next);
    }
    for (const table of tables) tell(table);
    changed([...tables]);
  }

  return {
    async get(table, id) {
      const known = cache.get(table);
      if (known !== undefined) return known.get(id);
      const place = await opaqueId(key(), table, id);
      const row = await storage.get(table, place);
      if (row === undefined) return undefined;
      return wrappedRow(await unseal(key().content, table, place, row)).value;
    },
    list,
    listed: (table) => cache.get(table),
    put: (table, id, value) => write([{ table, id, value }]),
    delete: (table, id) => write([], [{ table, id }]),
    write,
    subscribe(table, listener) {
      const set = listeners.get(table) ?? new Set();
      listeners.set(table, set.add(listener));
      return () => set.delete(listener);
    },
    async refresh(table) {
      if (!cache.has(table)) return;
      const rows = await load(table);
      cache.set(table, rows);
      tell(table);
    },
    close() {
      open = undefined;
      cache.clear();
      loading.clear();
      listeners.clear();
    },
  };
}

/** The real id lies inside the ciphertext: outside there is only its HMAC. */
function wrappedRow(value: unknown): { id: string; value: unknown } {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('value' in value)) {
    throw new Error('a row of the device store has another form than was written');
  }
  return { id: String(value.id), value: value.value };
}
