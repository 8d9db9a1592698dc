import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import {
  line,
  marked,
  minutesOf,
  recommendationOf,
  say,
  sessionUnder,
} from '#test/recommendation.ts';

const database = await testDatabase();
const server = await testServer(database);
const [meilin, otabek, aigerim, lukas] = await Promise.all([
  participant(server, 'meilin'),
  participant(server, 'otabek'),
  participant(server, 'aigerim'),
  participant(server, 'lukas'),
]);

describe('minutes', () => {
  // Seen to fail with one secret for everybody.
  it('that are not saved yet are kept under a secret that is told their writer alone', async () => {
    const secret = async (by: typeof meilin) =>
      (await by.request('GET', '/api/exchange/me')).json().keeping_secret as string;
    expect(Buffer.from(await secret(meilin), 'base64url')).toHaveLength(32);
    expect(await secret(meilin)).toBe(await secret(meilin));
    expect(await secret(lukas)).not.toBe(await secret(meilin));
  });

  it('are numbered as they come, a line sent twice is one, and only those who keep them write', async () => {
    const of = await sessionUnder(database, 'public');
    const first = line('Schools need a person to turn to.', 'Priya Raman');
    for (const again of [1, 2]) {
      const reply = await say(meilin, 'POST', `sessions/${of}/minutes`, first);
      expect({ again, code: reply.statusCode, body: reply.json() }).toEqual({
        ...{ again, code: 201, body: { number: 1 } },
      });
    }
    expect((await say(meilin, 'POST', `sessions/${of}/minutes`, line('And time.'))).json()).toEqual(
      {
        number: 2,
      },
    );
    const { lines, speakers } = await minutesOf(meilin, of);
    expect(lines.map((one) => [one.number, one.speaker])).toEqual([
      [1, 'Priya Raman'],
      [2, null],
    ]);
    expect(speakers).toContain('Priya Raman');
    expect((await minutesOf(lukas, of)).lines).toHaveLength(2);
    const refused = await say(lukas, 'POST', `sessions/${of}/minutes`, line('Mine'));
    expect(refused.json()).toMatchObject({ code: 'not_allowed' });
    for (const odd of [
      {},
      { ...first, words: '' },
      { ...first, lang: '??' },
      { ...first, id: 'x' },
    ]) {
      expect((await say(meilin, 'POST', `sessions/${of}/minutes`, odd)).statusCode).toBe(422);
    }
  });

  // Seen to fail without the trigger `forget_speakers`; not yet broken: the words not looked at, `people` told to all.
  it('by the Chatham House Rule name nobody anywhere, also where the rule comes later', async () => {
    const of = await sessionUnder(database, 'chatham_house');
    const path = `sessions/${of}/minutes`;
    const named = await say(meilin, 'POST', path, line('We need time.', 'Priya Raman'));
    expect(named.json()).toMatchObject({
      ...{ code: 'speaker_not_named_here', fields: [{ path: 'body.speaker' }] },
    });
    const inWords = await say(meilin, 'POST', path, line('As Raman said, we need time.'));
    expect(inWords.json()).toMatchObject({ code: 'line_names_somebody' });
    const said = line('We need time.');
    expect((await say(meilin, 'POST', path, said)).statusCode).toBe(201);
    const mark = (text: string) =>
      say(meilin, 'POST', `minutes/${said.id}/recommendation`, {
        ...{ id: uuid(), theme: 'education', lang: 'en', text },
      });
    expect((await mark('Do what Raman asked.')).json()).toMatchObject({
      code: 'line_names_somebody',
    });
    expect((await minutesOf(meilin, of)).speakers).toEqual([]);
    // Whatever a route forgets: the database holds it too.
    const sql = `update exchange.minutes_line set speaker = 'Priya Raman' where id = $1`;
    const owner = database.pool('superuser');
    await expect(owner.query(sql, [said.id])).rejects.toThrow(/Chatham House/);
    // A rule that comes later forgets who was named before.
    const { id, session: open } = await marked(database, meilin, 'Papers within a month.');
    const proposer = async () =>
      (
        await owner.query(
          `select r.proposer_id, l.speaker from exchange.recommendation r
           join exchange.minutes_line l on l.id = r.line_id where r.id = $1`,
          [id],
        )
      ).rows[0];
    expect((await proposer()).proposer_id).not.toBeNull();
    await owner.query(`update exchange.session set rule = 'chatham_house' where id = $1`, [open]);
    expect(await proposer()).toEqual({ proposer_id: null, speaker: null });
  });

  it('of a closed session are for those who keep them, and its recommendation names no line', async () => {
    const { id, session: of } = await marked(database, meilin, 'Hand over in ten days.', 'closed');
    expect((await minutesOf(meilin, of)).lines).toHaveLength(1);
    for (const one of [lukas, aigerim, otabek]) {
      const reply = await one.request('GET', `/api/exchange/sessions/${of}/minutes`);
      expect(reply.statusCode).toBe(404);
    }
    expect((await recommendationOf(aigerim, id)).session).toMatchObject({
      rule: 'closed',
      line: null,
    });
    const list = await lukas.request('GET', '/api/exchange/minutes');
    expect(list.json<{ sessions: { id: string }[] }>().sessions.map((one) => one.id)).not.toContain(
      of,
    );
  });
});
