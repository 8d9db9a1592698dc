import { Dexie, type Table } from 'dexie';
import type { SealedRow, Storage } from './storage.ts';
import type { VaultHead } from './vault.ts';

/**
 * Storage in the browser's IndexedDB. The primary key is table and opaque place; nothing else is
 * indexed. Writes are durable before they are answered (`strict`): an outbox must survive a dead battery.
 */
export function indexedStorage(name: string): Storage {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ head: '', rows: '[table+place]' });
  const heads: Table<VaultHead, string> = database.table('head');
  const rows: Table<SealedRow, [string, string]> = database.table('rows');
  return {
    readHead: () => heads.get('head'),
    writeHead: async (head) => {
      await heads.put(head, 'head');
    },
    get: (table, place) => rows.get([table, place]),
    list: (table) =>
      rows.where('[table+place]').between([table, Dexie.minKey], [table, Dexie.maxKey]).toArray(),
    write: (batch) =>
      database.transaction('rw', rows, async () => {
        await rows.bulkDelete(batch.remove.map((gone) => [gone.table, gone.place]));
        await rows.bulkPut([...batch.put]);
      }),
    wipe: async () => {
      await database.delete();
      await database.open();
    },
  };
}
