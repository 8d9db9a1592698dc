import { expect, it } from 'vitest';
import { dropEnded } from './ended-emergency.ts';
import { pullAll } from './pull.ts';
import { newMaster, storeKeys } from './sealing.ts';
import { memoryStorage } from './storage.ts';
import { openStore } from './store.ts';

const ME = 'me-account';
const END = '2026-11-28T12:00:00.000Z';

/** A device with one own file and one that was opened in an emergency, of another family. */
async function device(more: readonly object[] = []) {
  const storage = memoryStorage();
  const store = openStore(storage, await storeKeys(newMaster()));
  const put = (table: string, id: string, data: object) => ({
    ...{ table, id, value: { epoch: 'e', data: { id, ...data } } },
  });
  const opened = {
    ...{ case_id: 'hers', kind: 'opened_in_emergency', actor: { id: ME } },
    body: { until: END },
  };
  const facts = [opened, ...more].map((one, order) =>
    put('fact', `f${order}`, { actor: { id: 'x' }, case_id: 'hers', order, ...one }),
  );
  await store.write([
    ...facts,
    put('case', 'hers', { person_id: 'she', place_path: ['there'] }),
    put('case', 'mine', { person_id: 'he', place_path: ['here'] }),
    put('fact', 'mine-1', { case_id: 'mine', kind: 'note_added', actor: { id: ME }, body: null }),
    put('person', 'she', {}),
    put('person', 'he', {}),
    put('household', 'home-of-her', { members: [{ person_id: 'she' }] }),
    put('household', 'home-of-him', { members: [{ person_id: 'he' }] }),
  ]);
  const held = async () => {
    const tables = ['case', 'fact', 'person', 'household'];
    const lists = await Promise.all(tables.map((table) => store.list(table)));
    return lists.flatMap((rows) => [...rows.keys()]).toSorted();
  };
  return { store, storage, held };
}

const MINE = ['he', 'home-of-him', 'mine', 'mine-1'];
const at = (minutes: number) => new Date(Date.parse(END) + minutes * 60_000);

// With the row of the case alone, facts and person would stay on the device, sealed and unseen.
it('a file opened in an emergency goes by itself when its time is over, whole, and no other', async () => {
  const { store, storage, held } = await device();
  await dropEnded(store, ME, at(-1));
  expect(await held()).toHaveLength(8);
  await dropEnded(store, ME, at(0));
  expect(await held()).toEqual(MINE);
  expect(storage.rows()).toHaveLength(MINE.length);
});

it('stays with a later opening, with the worker that this account has become, and for another account', async () => {
  const again = {
    kind: 'opened_in_emergency',
    actor: { id: ME },
    body: { until: '2026-11-28T15:00:00.000Z' },
  };
  for (const more of [[again], [{ kind: 'worker_assigned', body: { account_id: ME } }]]) {
    const { store, held } = await device(more);
    await dropEnded(store, ME, at(1));
    expect(await held()).toContain('hers');
  }
  const { store, held } = await device();
  await dropEnded(store, 'another', at(1));
  expect(await held()).toContain('hers');
});

it('a file that the server takes away takes its facts and its person along', async () => {
  const { store, held } = await device();
  await pullAll(store, async () => ({
    ok: true,
    value: {
      ...{ epoch: 'e', cursor: 'c', more: false },
      rows: [{ table: 'case', id: 'hers', op: 'remove' }],
    },
  }));
  expect(await held()).toEqual(MINE);
});
