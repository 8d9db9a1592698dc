import type { Sealed } from './sealing.ts';
import type { VaultHead } from './vault.ts';

/** One row as it lies on the device. */
export interface SealedRow extends Sealed {
  readonly table: string;
  readonly place: string;
}

export interface Batch {
  readonly put: readonly SealedRow[];
  readonly remove: readonly { readonly table: string; readonly place: string }[];
}

/**
 * What keeps the bytes: get, put and remove (`write`), list by table. No index on content exists.
 * `write` is one transaction: all of a batch or nothing of it is there afterwards.
 */
export interface Storage {
  readHead(): Promise<VaultHead | undefined>;
  writeHead(head: VaultHead): Promise<void>;
  get(table: string, place: string): Promise<SealedRow | undefined>;
  list(table: string): Promise<readonly SealedRow[]>;
  write(batch: Batch): Promise<void>;
  /** Everything goes, the head and the device key too. */
  wipe(): Promise<void>;
}

/** Storage in memory, for tests. */
export function memoryStorage(): Storage & { rows(): readonly SealedRow[] } {
  let head: VaultHead | undefined;
  const rows = new Map<string, SealedRow>();
  const key = (table: string, place: string) => `${table}/${place}`;
  return {
    rows: () => [...rows.values()],
    readHead: async () => head,
    writeHead: async (next) => {
      head = next;
    },
    get: async (table, place) => rows.get(key(table, place)),
    list: async (table) => [...rows.values()].filter((row) => row.table === table),
    write: async (batch) => {
      for (const row of batch.put) rows.set(key(row.table, row.place), row);
      for (const gone of batch.remove) rows.delete(key(gone.table, gone.place));
    },
    wipe: async () => {
      head = undefined;
      rows.clear();
    },
  };
}
