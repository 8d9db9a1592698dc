import { availableParallelism } from 'node:os';
import pg from 'pg';
import { DEMO_PEOPLE } from '#server/seed/accounts.ts';
import { assignments } from './assign.ts';
import { commands } from './commands.ts';
import { directory } from './directory.ts';
import { benchGround } from './ground.ts';
import { imports } from './import.ts';
import { occupations } from './occupations.ts';
import { opinion } from './opinion.ts';
import { pages } from './pages.ts';
import { print } from './print.ts';
import { pulls, reads, team } from './reads.ts';
import { searches } from './search.ts';
import { verifyAll } from './verify.ts';

// npm run bench [-- CASES] [SUBJECT…]   Each line stands beside its named reference, measured in the same
// run. All subjects: 100,000 cases unless told. `npm run bench -- reads`: one subject, at 20,000, in a few
// minutes; `npm run bench -- services` asks for no cases: few are made; `-- assign`,
// `-- occupations` and `-- opinion` need no house at all; `-- pages` opens the demo's public pages in a browser.

const SUBJECTS = ['reads', 'commands', 'search', 'services', 'import', 'verify'];
const said = process.argv.slice(2);
const withoutHouse = { assign: assignments, occupations, opinion, pages }[said[0] ?? ''];
if (withoutHouse !== undefined) {
  await withoutHouse();
  process.exit();
}
const told = /^\d+$/.test(said[0] ?? '') ? Number(said[0]) : undefined;
const rest = told === undefined ? said : said.slice(1);
const unknown = rest.find((subject) => !SUBJECTS.includes(subject));
if (unknown !== undefined || told === 0) {
  throw new Error(`npm run bench [-- CASES] [SUBJECT…], subjects: ${SUBJECTS.join(', ')}`);
}
const cases = told ?? (rest.length === 0 ? 100_000 : rest.join() === 'services' ? 400 : 20_000);
const wanted = (subject: string) => rest.length === 0 || rest.includes(subject);

const filling = performance.now();
const ground = await benchGround(cases);
const bare = new pg.Pool({ connectionString: ground.urls.owner, max: 8 });
bare.on('error', () => {});
try {
  const seconds = ((performance.now() - filling) / 1000).toFixed(0);
  print('filling', `${cases} cases in ${seconds} s, ${availableParallelism()} cores`);
  await serving();
  if (wanted('import')) await importing();
  if (wanted('verify')) await verifyAll(ground.urls);
} finally {
  await bare.end();
  await ground.end();
}

/** What people do all day, on one server. */
async function serving(): Promise<void> {
  const { made } = ground;
  const [aziza, gulnora] = [await ground.cookie('aziza'), await ground.cookie('gulnora')];
  const own = made.filter((one) => one.worker_id === DEMO_PEOPLE.aziza.id);
  const searchers = [
    { who: 'supervisor', cookie: gulnora, reaches: made },
    { who: 'caseworker', cookie: aziza, reaches: own },
  ];
  const server = await ground.server();
  try {
    if (wanted('reads')) {
      await reads(server.url, aziza, bare);
      await pulls(server.url, aziza);
      await team(server.url, await ground.cookie('gulnora'));
    }
    if (wanted('commands')) await commands(server.url, aziza, bare);
    if (wanted('search')) await searches(server.url, searchers, bare);
    if (wanted('services')) {
      await directory(server.url, await ground.cookie('jasur'), aziza, bare);
    }
    print('server memory', `${await server.memory()} MB resident (aim 300)`);
  } finally {
    server.stop();
  }
}

/** On a server of its own, so that its memory can be told from what was done before. */
async function importing(): Promise<void> {
  const server = await ground.server();
  try {
    await imports(server, await ground.cookie('dilnoza'), cases, bare);
  } finally {
    server.stop();
  }
}
