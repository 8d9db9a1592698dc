import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { participant } from '#test/exchange.ts';
import { testServer } from '#test/http.ts';
import { editionId } from './seed/editions.ts';
import { participantId } from './seed/told.ts';

const database = await testDatabase();
const server = await testServer(database);
const nodira = await participant(server, 'nodira');

describe('the database itself', () => {
  const edition = editionId('homecoming-2');
  const one = '018f3c1e-0000-7000-8000-00000000d001';

  /** What `homeward_exchange` is told when it does this in the name of a participant. */
  async function done(as: string, sql: string, values: readonly unknown[] = []): Promise<string> {
    const client = await database.pool('exchange').connect();
    try {
      await client.query('begin');
      await client.query('select exchange.begin($1)', [as]);
      const { rowCount } = await client.query(sql, [...values]);
      return `${rowCount} row`;
    } catch (error) {
      return error instanceof Error ? error.message : 'refused';
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  const owner = (sql: string, values: readonly unknown[] = []) =>
    database.pool('owner').query(sql, [...values]);
  const [nodiraId, dilnozaId] = [participantId('nodira'), participantId('dilnoza')];

  // Broken once by dropping the triggers, that of the own proposal too: each failed.
  it('refuses that somebody approves his own registration', async () => {
    await owner('delete from exchange.registration where participant_id = $1', [nodiraId]);
    const add = `insert into exchange.registration (id, edition_id, participant_id, state, show_name,
      show_institution, show_country, languages, answers, requested_at, invitation_id)
      values ($1, $2, $3, $4, false, false, false, '{en}', '{}', now(), $5)`;
    await owner('update exchange.registration_settings set approval = true where edition_id = $1', [
      edition,
    ]);
    const own = [one, edition, nodiraId];
    expect(await done(nodiraId, add, [...own, 'approved', null])).toMatch(/own registration/);
    // An invitation that is not of this edition opens nothing.
    expect(await done(nodiraId, add, [...own, 'approved', one])).toMatch(/own registration/);
    expect(await done(nodiraId, add, [...own, 'requested', null])).toBe('1 row');
    await owner(add, [...own, 'requested', null]);
    const approve = `update exchange.registration set state = 'approved' where id = $1`;
    expect(await done(nodiraId, approve, [one])).toMatch(/own registration/);
    const sign = `update exchange.registration set state = 'declined', decided_by = exchange.me() where id = $1`;
    expect(await done(nodiraId, sign, [one])).toMatch(/own registration/);
    const hand = 'update exchange.registration set participant_id = $2 where id = $1';
    expect(await done(nodiraId, hand, [one, dilnozaId])).toMatch(/stays whose/);
    const path = `/api/exchange/editions/${edition}/registration-decisions`;
    const said = await nodira.request('POST', path, { ids: [one], decision: 'approve' });
    expect([said.statusCode, said.json().code]).toEqual([403, 'registration_of_own']);
  });

  it('refuses that a publication passes by the hand that asked, with a number of a document, or unanswered', async () => {
    const ask = `insert into exchange.publication (id, subject_kind, subject_id, version, title, asked_by,
      asked_at, texts, findings, state) values ($1, 'news', $1, 1, 'x', $2, now(), '{}', $3, $4)`;
    const found = (rule: string) =>
      JSON.stringify([{ rule, field: 'a', from: 0, to: 1, words: 'x' }]);
    expect(await done(nodiraId, ask, [one, nodiraId, '[]', 'published'])).toMatch(/denied|waiting/);
    const publish = `update exchange.publication set state = 'published', decided_by = $2,
      decided_at = now() where id = $1`;
    for (const [findings, by, answer] of [
      ['[]', nodiraId, /second editor/],
      [found('document_number'), dilnozaId, /answered/],
      [found('email'), dilnozaId, /answered/],
      ['[]', dilnozaId, /^1 row$/],
    ] as const) {
      await owner('delete from exchange.publication where id = $1', [one]);
      await owner(ask, [one, nodiraId, findings, 'waiting']);
      expect(await done(by, publish, [one, by])).toMatch(answer);
    }
    // Nor under the name of somebody else, whom the policy alone let through.
    const other = `update exchange.publication set state = 'published', decided_by = $2,
      decided_at = now(), taken_down_by = exchange.me() where id = $1`;
    expect(await done(nodiraId, other, [one, dilnozaId])).toMatch(/second editor/);
    await owner('delete from exchange.publication where id = $1', [one]);
  });

  it('refuses that somebody takes up his own amendment or proposal, or shows a copy past the desk', async () => {
    const { rows } = await owner(
      `insert into exchange.amendment (id, recommendation_id, author_id, author, old_words, new_words,
         seen, state, created_at)
       select $1, id, $2, 'Nodira', '', 'x', 1, 'proposed', now() from exchange.recommendation
       where adopted_on is null limit 1 returning recommendation_id`,
      [one, nodiraId],
    );
    expect(rows).toHaveLength(1);
    await owner(
      `insert into exchange.proposal (id, edition_id, kind, state, title, abstract, do_not_record,
         interpretation, created_at)
       select $1, edition_id, kind, 'submitted', title, abstract, false, interpretation, now()
       from exchange.proposal where edition_id = $2 limit 1`,
      [one, edition],
    );
    await owner(
      `insert into exchange.proposal_author (proposal_id, edition_id, participant_id)
       values ($1, $2, $3)`,
      [one, edition, nodiraId],
    );
    const decide = `update exchange.proposal set state = 'accepted' where id = $1`;
    expect(await done(nodiraId, decide, [one])).toMatch(/own proposal/);
    await owner('delete from exchange.proposal_author where proposal_id = $1', [one]);
    await owner('delete from exchange.proposal where id = $1', [one]);
    const accept = `update exchange.amendment set state = 'accepted', decided_by = exchange.me(),
      decided_at = now() where id = $1`;
    expect(await done(nodiraId, accept, [one])).toMatch(/own amendment/);
    const reply = await nodira.request('PUT', `/api/exchange/amendments/${one}/decision`, {
      ...{ decision: 'accepted', reason: null, text: null, seen: 1 },
    });
    expect(reply.json().code).toBe('amendment_of_own');
    const news = `update exchange.news set published = coalesce(published, '{}') || '{"x": 1}'`;
    expect(await done(nodiraId, news)).toMatch(/second editor/);
    const proceedings = `update exchange.proceedings set published = '{"x": 1}'`;
    expect(await done(nodiraId, proceedings)).toMatch(/second editor|^0 row$/);
    const practice = 'update exchange.practice set published_version = 99';
    expect(await done(nodiraId, practice)).toMatch(/second editor/);
    await owner('delete from exchange.amendment where id = $1', [one]);
  });
});
