import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { buildServer } from '#server/http.ts';
import { createLog } from '#server/log.ts';
import { urlsOf } from '#server/postgres/provision.ts';
import { withClient } from '#server/postgres/roles.ts';
import { watchReferrals } from '#server/referral/watch-referrals.ts';
import { openDeps } from '#server/start.ts';
import { cloneTemplate, dropClone } from './clone.ts';
import { startTestCluster, templates } from './test-cluster.ts';

// A server whose clock is moved, for stories in which months pass: over a world of its own, gone afterwards.
const cluster = await startTestCluster();
const root = cluster.urlFor('postgres', 'postgres');
const { migrated, seeded } = await templates(cluster);
if (seeded !== null && typeof seeded !== 'string') throw new Error(seeded.failure);
const name = await cloneTemplate(root, seeded ?? migrated);
const { config, problems } = readConfig({
  PORT: '0',
  HOMEWARD_DATA_DIR: join(process.env.MOVED_SERVER_DIR ?? '', 'data'),
  HOMEWARD_BUSY_AFTER_MS: '600000',
  HOMEWARD_DATABASE_WAIT_MS: '60000',
});
if (config === undefined) throw new Error(problems.join('\n'));
let ahead = 0;
const urls = urlsOf(cluster, name);
const opened = openDeps(config, urls, createLog('error'));
const deps = { ...opened, clock: () => new Date(Date.now() + ahead) };
const app = await buildServer(config, deps);
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
process.on('message', async (moved) => {
  const ms = Number(moved);
  // First of all, that nobody is signed out because a story goes on in spring.
  await withClient(urls.owner, (owner) =>
    owner.query(
      `update auth.session set expires_at = expires_at + $1::interval,
         last_active_at = last_active_at + $1::interval, created_at = created_at + $1::interval`,
      [`${ms} milliseconds`],
    ),
  );
  ahead += ms;
  // What looks every ten minutes has looked meanwhile.
  await watchReferrals(deps);
  process.send?.('moved');
});
process.on('disconnect', async () => {
  await app.close();
  await deps.accounts.close();
  await deps.otherHalf.accounts.close();
  await deps.otherHalf.exchange.end();
  await deps.database.end();
  await dropClone(root, name);
  await cluster.stop();
  process.exit();
});
