import type { Bundle } from '@medplum/fhirtypes';
import { beforeAll, expect, it } from 'vitest';
import { askToken, clientOf } from '#test/client.ts';
import { testDatabase } from '#test/database.ts';
import { said } from '#test/fhir.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { consent, packet, sent } from '#test/referral.ts';
import { signIn } from '#test/world.ts';
import { createLog } from '../log.ts';
import { RESOURCE_TYPES } from './resource-types.ts';

// A word that stands nowhere else in every field of a person that a packet could hold, and in much that none
// holds. What a client is given is what the template of its packet lists; what is logged, answered to a wrong
// secret or queued for an endpoint holds none of them. Seen to fail:
// the country of `returned` among the extensions of a Patient.

const lines: string[] = [];
const database = await testDatabase();
const log = createLog('debug', { write: (line: string) => void lines.push(line) });
const server = await testServer(database, { log });
const superuser = database.pool('superuser');
const clinic = await clientOf(server, 'polyclinic');
const token = await clinic.token();
const farida = await signIn(server, 'farida');
const sherzod = await signIn(server, 'sherzod');
const file = await openFile(server, 'aziza');

const ALL = [
  ...['person.name', 'person.birth', 'person.sex', 'person.languages', 'person.contact'],
  ...['person.interpreter_needed', 'referral.need', 'referral.words', 'referral.urgent'],
  ...['referral.answer_by', 'referral.accompanied', 'worker.name'],
];
const LISTED = [
  'CANARYgiven',
  'CANARYfamily',
  'CANARYcontact',
  'CANARYanswers',
  'CANARYwords',
  'CANARYrule',
];
let id = '';

beforeAll(async () => {
  await superuser.query(
    `update person set name = $2, former_names = $3, called = 'CANARYcalled', papers = $4 where id = $1`,
    [
      ...[
        file.person_id,
        JSON.stringify({ kind: 'current', given: 'CANARYgiven', family: 'CANARYfamily' }),
      ],
      ...[JSON.stringify([{ kind: 'former', given: 'CANARYformer' }])],
      JSON.stringify([{ kind: 'passport', state: 'held', number: 'CANARYnumber' }]),
    ],
  );
  const safe = {
    do_not_contact: false,
    times: [],
    who_may_answer: 'CANARYanswers',
    code_word: 'CANARYcode',
  };
  await superuser.query('insert into safe_contact (person_id, contacts) values ($1, $2)', [
    ...[file.person_id, JSON.stringify([{ channel: 'telephone', value: 'CANARYcontact', safe }])],
  ]);
  await consent(file, 'clinic', {
    withhold: [{ from: 'CANARYfrom', what: 'CANARYwhat', reason: 'fear_of_harm' }],
  });
  const organisation_id = (
    await superuser.query(`select organisation_id from client where id = $1`, [clinic.id])
  ).rows[0].organisation_id;
  const hook = { id: crypto.randomUUID(), organisation_id, url: 'https://example.invalid/hook' };
  await superuser.query(
    `insert into webhook (id, organisation_id, url, made_by, made_at) values ($1, $2, $3, $1, now())`,
    [hook.id, hook.organisation_id, hook.url],
  );
  id = await sent(file, 'clinic', {
    fields: ALL,
    words: 'CANARYwords',
    safe_contact: 'CANARYrule',
  });
  // As if a template told it: where somebody comes from is never told to a machine.
  await superuser.query(
    `update referral_packet set content = content || '{"returned": {"from_country": "CANARYcountry",
       "arrived_on": "1999-09-09"}}' where referral_id = $1`,
    [id],
  );
});

async function everything(): Promise<string> {
  const texts: string[] = [];
  for (const type of Object.keys(RESOURCE_TYPES)) {
    for (const path of [`${type}?_id=${id}`, `${type}/${id}`]) {
      const reply = await clinic.request('GET', `/fhir/${path}`, { token });
      texts.push(reply.body, JSON.stringify(reply.headers));
    }
  }
  return texts.join('\n');
}

it('a reply holds what the packet’s template lists, all of it and nothing else', async () => {
  const given = await everything();
  const found = [...new Set(given.match(/CANARY[a-z]+/g))];
  expect(found.sort()).toEqual(LISTED.toSorted());
  expect(given).not.toMatch(/1999-09-09|homeward|return|repatri|programme|mehr/i);
  const shown = (await packet(farida, id)).json();
  const listed = said({ ...shown.content, returned: null }).filter((text) =>
    text.includes('CANARY'),
  );
  expect([...new Set(listed)].sort()).toEqual(LISTED.toSorted());
  const birth = shown.content.person.birth.date.slice(0, 4);
  const bundle: Bundle = (await clinic.request('GET', `/fhir/Patient?_id=${id}`, { token })).json();
  expect(bundle.entry?.[0]?.resource).toMatchObject({ birthDate: birth, gender: 'female' });
});

it('a line of the log, an answer to a wrong secret and what is queued hold none of them', async () => {
  const grant_type = 'client_credentials';
  const wrong = { grant_type, client_id: clinic.id, client_secret: 'CANARYsecret' };
  const refused = await askToken(server, wrong);
  const typed = await clinic.request('GET', `/fhir/Patient?name=CANARYtyped`, { token });
  const missing = await clinic.request('GET', `/fhir/Patient/CANARYid`, { token });
  const body = { resourceType: 'Task', status: 'accepted', description: 'CANARYsent' };
  const put = { token, body, headers: { 'if-match': 'W/"0"' } };
  const unread = await clinic.request('PUT', `/fhir/Task/${id}`, put);
  const replies = [refused, typed, missing, unread].map(
    (one) => one.body + JSON.stringify(one.headers),
  );
  expect(replies.join('')).not.toContain('CANARY');
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.join('')).not.toMatch(/CANARY/);
  expect(lines.join('')).not.toContain(token);
  const { rows } = await superuser.query('select * from webhook_delivery');
  expect(rows.map((row) => [row.event, row.task_id])).toContainEqual(['task.created', id]);
  const queued = Object.keys(rows[0]);
  expect(JSON.stringify(rows)).not.toMatch(/CANARY/);
  expect(queued).not.toContain('person_id');
  const shown = await sherzod.request('GET', '/api/webhooks');
  expect(shown.body).not.toMatch(/CANARY/);
  const { rows: log } = await superuser.query(
    `select details from read_log where actor_kind = 'client'`,
  );
  expect(JSON.stringify(log)).not.toMatch(/CANARY/);
});
