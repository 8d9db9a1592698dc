import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import type { DemoName } from '../seed/accounts.ts';
import { demoGroupId } from '../seed/groups.ts';

// Every route that answers with people leaves one row in the read log, in the transaction that read
// (guarantees S12). Each GET of the server stands here once: a new one fails until somebody has said
// whether it reads people. Seen to fail: an answer that left before its transaction had ended, and whose
// row was not there yet; a search that could still write its row by another role.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const file = await openFile(server, 'aziza');
const device = { 'x-homeward-device': uuid() };

interface Asked {
  readonly by: DemoName;
  readonly action: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
}

/** Reads people: who may ask, what is written down, and how it is asked where that is not the address. */
const LOGGED: Readonly<Record<string, Asked>> = {
  '/api/cases': { by: 'aziza', action: 'listed' },
  '/api/cases/:id': { by: 'aziza', action: 'opened', url: `/api/cases/${file.case_id}` },
  '/api/cases/:id/course-answers': {
    ...{ by: 'aziza', action: 'listed', url: `/api/cases/${file.case_id}/course-answers` },
  },
  '/api/tasks': { by: 'aziza', action: 'listed' },
  '/api/team': { by: 'gulnora', action: 'listed' },
  '/api/worker-rounds': { by: 'gulnora', action: 'listed' },
  '/api/approvals': { by: 'gulnora', action: 'listed' },
  '/api/concerns': { by: 'gulnora', action: 'listed' },
  '/api/emergency-openings': { by: 'gulnora', action: 'listed' },
  '/api/authority-requests': { by: 'gulnora', action: 'listed' },
  '/api/commission/unanswered': { by: 'gulnora', action: 'listed' },
  '/api/commission/agenda': {
    ...{ by: 'gulnora', action: 'printed' },
    url: '/api/commission/agenda?commission=district&session_on=2026-12-01',
  },
  '/api/transfers': { by: 'gulnora', action: 'listed' },
  '/api/parked': { by: 'gulnora', action: 'listed' },
  '/api/pull': { by: 'aziza', action: 'pulled', headers: device },
  '/api/search': { by: 'aziza', action: 'searched', url: '/api/search?text=Zuhra' },
  '/api/meetings': { by: 'sanobar', action: 'listed' },
  '/api/groups/:id': {
    ...{ by: 'olim', action: 'listed', url: `/api/groups/${demoGroupId('parents')}` },
  },
  '/api/packets': { by: 'farida', action: 'packets_listed' },
  '/api/read-log': { by: 'malika', action: 'log_read' },
  '/api/complaints': { by: 'zebo', action: 'complaints_listed' },
  '/api/waiting-files': { by: 'dilnoza', action: 'listed' },
  '/api/duplicates': { by: 'dilnoza', action: 'listed' },
};

/** Reads nobody who takes part, or answers with ids, codes and numbers that the caller knows already. */
const NOT_LOGGED = [
  '/api/health/live',
  '/api/health/ready',
  '/api/openapi.json',
  '/api/me',
  '/api/accounts',
  '/api/accounts/:id/devices',
  // Systems that may ask or are told: no person stands there.
  ...['/api/clients', '/api/webhooks', '/api/webhooks/:id/deliveries'],
  '/api/devices',
  '/api/colleagues',
  '/api/duties',
  '/api/stand-ins',
  // Colleagues who leave, and how many files they have; who is out: no person and no file.
  '/api/leavings',
  '/api/outings',
  '/api/supervision',
  '/api/caseloads',
  '/api/organisations',
  '/api/services',
  '/api/places',
  '/api/model',
  ...['/api/model/origins', '/api/model/packages', '/api/model/packages/:hash'],
  '/api/model/versions',
  '/api/model/versions/:id',
  '/api/model/draft',
  '/api/model/draft/:id/trial',
  '/api/numbers',
  '/api/numbers/access',
  '/api/numbers/assistance',
  '/api/notifications',
  // How much waits in one's own lists: numbers, and nobody in them.
  '/api/waits',
  '/api/packets/words',
  // Days of sessions and how many matters each has.
  '/api/commission/sessions',
  '/api/community',
  // Courses: rows of the directory, in which no person stands.
  ...['/api/courses', '/api/courses/:id'],
  // Rounds with their courses and seeds; who takes part is answered by the round itself.
  '/api/course-rounds',
  // Mentors and rides shared out: titles and counts; the numbers are answered by the round itself.
  '/api/helper-rounds',
  '/api/groups',
  // The directory as HSDS 3: organisations and services; no confidential address stands in it.
  '/api/hsds',
  ...['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'].flatMap(
    (list) => [`/api/hsds/${list}`, `/api/hsds/${list}/:id`],
  ),
  '/api/hsds/locations/:id',
  // Services, with a confidential place by its name only.
  ...['/api/directory', '/api/directory/needs', '/api/directory/:id'],
  // Entries of the directory that may be one: no person stands in them.
  ...['duplicates', 'merges', 'side-by-side'].map((list) => `/api/directory/${list}`),
  // Occupations, figures of the labour market and vacancies: no person stands in any of them.
  ...['/api/demand', '/api/demand/:occupation', '/api/demand/sources'],
  ...['/api/vacancies', '/api/vacancies/:id'],
  ...['/api/occupations', '/api/occupations/:code/titles'],
  // How many complaints wait.
  '/api/complaints/count',
  // Rows and codes of a list, never a cell; and who has read a file that one knows already.
  '/api/arrival-lists',
  '/api/arrival-lists/:id',
  '/api/arrival-lists/:id/columns',
  '/api/people/new',
  '/api/cases/:id/readers',
  '/api/cases/:id/readings',
  '/api/cases/:id/receipts',
  // States of the work on a file that one has open already.
  '/api/cases/:id/work',
  // When services of such a file were reminded.
  '/api/cases/:id/referrals/waiting',
];

/** These need a referral that has left, a complaint, a receipt or a group that is over: the tests of those look for their rows. */
const ELSEWHERE = [
  ...['/api/cases/:id/referrals/preview', '/api/packets/:id', '/api/complaints/:id'],
  ...['/api/complaints/:id/recording', '/api/receipts/:id'],
  '/api/cases/:id/groups/:participation/certificate',
  '/api/directory/:id/confidential-addresses',
  ...['/api/course-rounds/:id', '/api/course-rounds/:id/input', '/api/worker-rounds/:id'],
  ...['', '/input', '/table'].map((part) => `/api/helper-rounds/:id${part}`),
];

async function logged(): Promise<{ id: string; action: string }[]> {
  const { rows } = await owner.query('select id, action from read_log order by id');
  return rows;
}

// The exchange holds no person of the programme and cannot read one: exchange/exchange.test.ts.
const gets = server.routes.filter(
  ({ method, url }) =>
    method === 'GET' && url.startsWith('/api/') && !url.startsWith('/api/exchange/'),
);

it('every GET of the server is said to read people or not, once', () => {
  const said = [...Object.keys(LOGGED), ...NOT_LOGGED, ...ELSEWHERE];
  expect(new Set(said).size).toBe(said.length);
  expect(said.toSorted()).toEqual([...new Set(gets.map(({ url }) => url))].sort());
});

it.each(Object.entries(LOGGED))('%s leaves one row', async (route, asked) => {
  const caller = await signIn(server, asked.by);
  if (route === '/api/pull') {
    await caller.request('PUT', `/api/devices/${device['x-homeward-device']}`, { name: 'phone' });
  }
  const before = new Set((await logged()).map((row) => row.id));
  const reply = await caller.request('GET', asked.url ?? route, undefined, asked.headers);
  expect(reply.statusCode, reply.body).toBe(200);
  const added = (await logged()).filter((row) => !before.has(row.id));
  expect(added.map((row) => row.action)).toEqual([asked.action]);
});

it('where the row cannot be written, nothing is read', async () => {
  await owner.query('revoke insert on read_log from homeward_app, homeward_reader');
  try {
    for (const [route, asked] of Object.entries(LOGGED)) {
      const caller = await signIn(server, asked.by);
      const reply = await caller.request('GET', asked.url ?? route, undefined, asked.headers);
      expect(reply.statusCode, route).not.toBe(200);
      expect(reply.body, route).not.toContain('Zuhra');
    }
  } finally {
    await owner.query('grant insert on read_log to homeward_app, homeward_reader');
  }
});
