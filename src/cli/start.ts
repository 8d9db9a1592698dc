import { createServer } from 'node:net';
import { type Config, liveRefusals, readConfig } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import type { startServer as StartServer } from '#server/start.ts';
import { type DemoAccount, type Ground, openGround, world } from './ground.ts';
import { withOwnSecret } from './own-secret.ts';
import { whenAskedToStop } from './stop.ts';

// `npm start`: database, migrations, demo world on the first run, then the server, until Ctrl-C.
const say = (text: string) => process.stderr.write(`homeward: ${text}\n`);

const stopping = whenAskedToStop();
process.exitCode = await start(configuration());
// A stray timer or connection must not hold the process after everything is closed.
process.exit();

async function start(config: Config): Promise<number> {
  if (await isTaken(config.host, config.port)) {
    say(
      `port ${config.port} is in use. Stop what runs there, or choose another: PORT=4001 npm start`,
    );
    return 1;
  }
  // What is wrong has been said without it: to read the whole server takes seconds. It is read beside the database's start.
  const reading = import('#server/start.ts');
  let ground: Ground;
  try {
    ground = await openGround(config, say);
  } catch (problem) {
    say((problem as Error).message);
    return 1;
  }
  try {
    return await serve(config, ground, (await reading).startServer);
  } finally {
    await ground.close();
  }
}

async function serve(
  config: Config,
  ground: Ground,
  startServer: typeof StartServer,
): Promise<number> {
  // The server knows only what it needs: not the owner.
  delete process.env.DATABASE_OWNER_URL;
  const log = createLog(process.env.LOG_LEVEL ? config.logLevel : 'warn');
  const { server, refusals } = await startServer(config, ground.urls, log);
  if (!server) {
    say(`will not start:\n${refusals.map((refusal) => `  - ${refusal}`).join('\n')}`);
    return 1;
  }
  await greet(config, server.address);
  const reason = await stopping;
  say(`stopping (${reason}) …`);
  await server.stop();
  // Connections that are just closing are still told that the database ends; nobody needs to know.
  log.level = 'silent';
  return 0;
}

async function greet(config: Config, address: string): Promise<void> {
  const lines = ['', `  Homeward runs at ${address}`];
  if (config.mode === 'trial') {
    lines.push('  Trial mode: fictional data only, never real people.');
    const demo = await world();
    const list = (heading: string, accounts: readonly DemoAccount[] = []) => {
      if (accounts.length > 0) lines.push('', `  ${heading} (user name, password):`);
      for (const { username, password, title } of accounts) {
        lines.push(`    ${username.padEnd(16)} ${password.padEnd(20)} ${title}`);
      }
    };
    if (config.halves.includes('programme')) list('Demo accounts', demo?.DEMO_ACCOUNTS);
    if (config.halves.includes('exchange')) {
      list(`Demo accounts of the exchange, ${address}/workspace`, demo?.DEMO_EXCHANGE_ACCOUNTS);
    }
  }
  console.log([...lines, '', '  Stop with Ctrl-C.', ''].join('\n'));
}

/** Reads the environment; ends with every problem at once. */
function configuration(): Config {
  const { config, problems } = readConfig(withOwnSecret(process.env));
  if (!config) {
    for (const problem of problems) say(problem);
    process.exit(1);
  }
  if (config.mode === 'live' && config.database.app === undefined) {
    for (const refusal of liveRefusals(config, 0)) say(refusal);
    process.exit(1);
  }
  return config;
}

function isTaken(host: string, port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', (problem: NodeJS.ErrnoException) => answer(problem.code === 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => answer(false)));
  });
}
