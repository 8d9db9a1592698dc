import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import type { DemoName } from '../seed/accounts.ts';

const database = await testDatabase();
const server = await testServer(database);

describe('the programme model', () => {
  it('is read by coordinator, supervisor and data protection officer', async () => {
    const readers: DemoName[] = ['jasur', 'gulnora', 'malika'];
    for (const name of readers) {
      const reply = await (await signIn(server, name)).request('GET', '/api/model');
      expect(reply.statusCode, name).toBe(200);
      expect(reply.json().model.stages.length).toBeGreaterThan(5);
    }
  });

  // Broken by letting every role read the model: farida then got the names of all stages.
  it('is gone for others; a receiving service gets the words of a packet and no stage', async () => {
    const others: DemoName[] = ['farida', 'sherzod', 'dilnoza', 'aziza'];
    for (const name of others) {
      const reply = await (await signIn(server, name)).request('GET', '/api/model');
      expect(reply.json().code, name).toBe('gone');
    }
    const farida = await signIn(server, 'farida');
    const words = (await farida.request('GET', '/api/packets/words')).json();
    const keys = ['absence_reasons', 'barriers', 'days_after_answer', 'needs'];
    expect(Object.keys(words).toSorted()).toEqual(keys);
    expect(JSON.stringify(words)).not.toMatch(/programme|reintegr|repatri|return/i);
    const aziza = await signIn(server, 'aziza');
    expect((await aziza.request('GET', '/api/packets/words')).json().code).toBe('gone');
  });
});
