import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { DeviceLine } from '#domain/account/device.ts';
import { inSql } from '#test/application-sql.ts';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { type Caller, testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import { DEMO_PLACES, placeId } from '../seed/demo-places.ts';

const database = await testDatabase();
const server = await testServer(database);
const administrator = await server.as('administrator');
const malika = await signIn(server, 'malika');

async function telephone(by: Caller): Promise<string> {
  const device = uuid();
  const put = await by.request('PUT', `/api/devices/${device}`, { name: 'phone' });
  expect(put.statusCode).toBe(204);
  return device;
}
const pull = (by: Caller, device: string) =>
  by.request('GET', '/api/pull', undefined, { 'x-homeward-device': device });
const listed = async (by: Caller, at = '/api/devices'): Promise<DeviceLine[]> =>
  (await by.request('GET', at)).json().devices;
const withdraw = (by: Caller, at: string) => by.request('DELETE', at);

describe('a lost telephone', () => {
  // Broken once each: without the question in the hook of `requireSignIn`, and without ending the other sessions.
  it('is withdrawn by its person, gets nothing any more, and learns why without a session', async () => {
    const aziza = await signIn(server, 'aziza');
    const onPhone = await server.signedInAs(aziza.id);
    const device = await telephone(onPhone);
    expect((await pull(onPhone, device)).statusCode).toBe(200);
    expect(await listed(aziza)).toContainEqual(
      expect.objectContaining({ id: device, name: 'phone', withdrawn_at: null }),
    );
    expect((await withdraw(aziza, `/api/devices/${device}`)).statusCode).toBe(204);
    // The telephone's session has ended at once; the one in which it was said goes on.
    expect((await onPhone.request('GET', '/api/me')).statusCode).toBe(401);
    expect((await aziza.request('GET', '/api/me')).statusCode).toBe(200);
    for (const by of [onPhone, aziza, server.stranger()]) {
      const refused = await pull(by, device);
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'device_withdrawn']);
      const said = await by.request(
        'POST',
        '/api/commands',
        { commands: [] },
        {
          'x-homeward-device': device,
        },
      );
      expect(said.json().code).toBe('device_withdrawn');
    }
    expect((await withdraw(aziza, `/api/devices/${device}`)).statusCode).toBe(404);
    const again = await aziza.request('PUT', `/api/devices/${device}`, { name: 'phone' });
    expect(again.statusCode).toBe(404);
  });

  // Seen to fail with a pull that brought nothing and went on: the telephone kept the files of somebody without a role.
  it('of somebody whose role was taken away is known no more, and deletes what it keeps', async () => {
    const worker = await server.as('caseworker', { place_id: placeId(DEMO_PLACES.district) });
    const device = await telephone(worker);
    expect((await pull(worker, device)).statusCode).toBe(200);
    const taken = await administrator.request('DELETE', `/api/accounts/${worker.id}/role`);
    expect(taken.statusCode).toBe(204);
    const refused = await pull(worker, device);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'device_unknown']);
    const again = await worker.request('PUT', `/api/devices/${device}`, { name: 'phone' });
    expect([again.statusCode, again.json().code]).toEqual([404, 'gone']);
  });

  // Seen to fail with a feed that has one epoch for everybody: the file of the district stayed on the device.
  it('of somebody whose role or place is changed pulls anew, and keeps nothing of what was reached before', async () => {
    const { district, other_district } = DEMO_PLACES;
    const worker = await server.as('supervisor', { place_id: placeId(district) });
    const device = await telephone(worker);
    const files = async (cursor: string) => {
      await database.settled();
      const ids: string[] = [];
      for (let query = cursor; ; ) {
        const headers = { 'x-homeward-device': device };
        const page = (await worker.request('GET', `/api/pull${query}`, undefined, headers)).json();
        const rows = page.rows as { table: string; id: string; op: string }[];
        ids.push(...rows.flatMap(({ table, id, op }) => (table === 'case' ? `${op} ${id}` : [])));
        query = `?cursor=${page.cursor}`;
        if (!page.more) return { epoch: page.epoch as string, ids, query };
      }
    };
    const here = await openFile(server, 'aziza');
    const first = await files('');
    expect(first.ids).toContain(`put ${here.case_id}`);
    const give = async (role: string, place: string) => {
      const body = { role, place_id: placeId(place), organisation_id: null };
      const given = await administrator.request('PUT', `/api/accounts/${worker.id}/role`, body);
      expect(given.statusCode).toBe(204);
      return files(first.query);
    };
    // Given once more as it is: the device has all, and goes on.
    expect(await give('supervisor', district)).toMatchObject({ epoch: first.epoch, ids: [] });
    for (const [role, place] of [
      ['supervisor', other_district],
      ['caseworker', district],
      ['coordinator', district],
    ] as const) {
      const anew = await give(role, place);
      expect(anew.epoch, role).not.toBe(first.epoch);
      expect(anew.ids, role).not.toContain(`put ${here.case_id}`);
    }
    expect(await give('supervisor', district)).toMatchObject({ epoch: first.epoch });
  });

  // Seen to fail without the comparison in `command-routes.ts`: each was applied in the name of the other's device.
  it('sends commands for nobody but its own account; of a device that is not theirs nothing is written', async () => {
    const aziza = await signIn(server, 'aziza');
    const gulnora = await signIn(server, 'gulnora');
    const file = await openFile(server, 'aziza');
    const send = (by: Caller, device: string) => {
      const body = { note_id: uuid(), words: 'x', compartment: 'general' };
      const said_at = '2026-11-24T08:00:00.000Z';
      const commands = [{ id: uuid(), case_id: file.case_id, kind: 'add_note', body, said_at }];
      return by.request('POST', '/api/commands', { commands }, { 'x-homeward-device': device });
    };
    const facts = async () =>
      (
        await database
          .pool('owner')
          .query('select count(*)::int as n from fact where case_id = $1', [file.case_id])
      ).rows[0].n as number;
    const before = await facts();
    for (const device of [await telephone(gulnora), uuid()]) {
      const refused = await send(aziza, device);
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'device_unknown']);
    }
    expect(await facts()).toBe(before);
    const own = await send(aziza, await telephone(aziza));
    expect(own.json().answers).toMatchObject([{ answer: 'applied' }]);
    expect(await facts()).toBe(before + 1);
  });

  it('says once that nothing is left on it, and only when it was withdrawn', async () => {
    const aziza = await signIn(server, 'aziza');
    const device = await telephone(aziza);
    const say = (unsent: number | null) =>
      server.stranger().request('POST', `/api/devices/${device}/wiped`, { unsent });
    const line = async () => (await listed(aziza)).find((one) => one.id === device);
    expect((await say(9)).statusCode).toBe(204);
    expect((await line())?.wiped_at).toBe(null);
    await withdraw(aziza, `/api/devices/${device}`);
    await say(3);
    await say(0);
    expect(await line()).toMatchObject({ wiped_at: expect.any(String), wiped_unsent: 3 });
    const wrong = await server
      .stranger()
      .request('POST', `/api/devices/${device}/wiped`, { unsent: -1 });
    expect(wrong.json()).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'body.unsent' }],
    });
  });

  it('is withdrawn by an administrator, who sees no case data', async () => {
    const dilnoza = await signIn(server, 'dilnoza');
    const device = await telephone(dilnoza);
    const at = `/api/accounts/${dilnoza.id}/devices`;
    const [line] = await listed(administrator, at);
    expect(Object.keys(line ?? {}).sort()).toEqual([
      ...['id', 'name', 'registered_at', 'seen_at', 'wiped_at', 'wiped_unsent', 'withdrawn_at'],
    ]);
    expect((await withdraw(administrator, `${at}/${device}`)).statusCode).toBe(204);
    expect((await dilnoza.request('GET', '/api/me')).statusCode).toBe(401);
  });

  // Broken once each with the policies `own` and `own_change` open to everybody: no route had shown it.
  it('is for nobody else to see, to add or to change in the database either', async () => {
    const aziza = await signIn(server, 'aziza');
    const device = await telephone(aziza);
    const row = [device];
    for (const name of ['baxtiyor', 'gulnora', 'malika'] as const) {
      const { id } = await signIn(server, name);
      const seen = await inSql(database, id, async (query) => {
        const read = await query('select from device where id = $1', row);
        // Without a condition on a column, which would ask for reading too.
        const changed = await query('update device set revoked_at = now()', []);
        const own = await query('select from device where account_id = $1', [id]);
        return [read.rowCount, Number(changed.rowCount) - Number(own.rowCount)];
      });
      expect(seen, name).toEqual([0, 0]);
      const add = inSql(database, id, (query) =>
        query(
          `insert into device (id, account_id, name, registered_at, seen_at)
           values ($1, $2, 'x', now(), now())`,
          [uuid(), aziza.id],
        ),
      );
      await expect(add, name).rejects.toThrow(/row-level security/);
    }
  });

  it('is nobody else’s, and told to the data protection officer and kept in the read log', async () => {
    const aziza = await signIn(server, 'aziza');
    const device = await telephone(aziza);
    for (const name of ['dilnoza', 'gulnora', 'malika', 'otabek'] as const) {
      const by = await signIn(server, name);
      expect((await withdraw(by, `/api/devices/${device}`)).statusCode, name).toBe(404);
      const at = `/api/accounts/${aziza.id}/devices`;
      expect((await withdraw(by, `${at}/${device}`)).statusCode, name).toBe(404);
      expect((await by.request('GET', at)).statusCode, name).toBe(404);
      expect(await listed(by), name).not.toContainEqual(expect.objectContaining({ id: device }));
    }
    await withdraw(aziza, `/api/devices/${device}`);
    const { notifications } = (await malika.request('GET', '/api/notifications')).json();
    expect(notifications).toContainEqual(expect.objectContaining({ kind: 'device_withdrawn' }));
    const log = await malika.request(
      'GET',
      `/api/read-log?action=device_withdrawn&account=${aziza.id}`,
    );
    expect(log.json().entries.length).toBeGreaterThan(0);
  });
});
