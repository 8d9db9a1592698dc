import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { urlsOf } from '#server/postgres/provision.ts';
import { startServer } from '#server/start.ts';
import { whenAskedToStop } from '../../src/cli/stop.ts';
import { cloneTemplate, dropClone } from './clone.ts';
import { startTestCluster, templates } from './test-cluster.ts';

// The server of the browser stories: the demo world in a database of its own, gone afterwards.
const stopping = whenAskedToStop();
const cluster = await startTestCluster();
const root = cluster.urlFor('postgres', 'postgres');
const { migrated, seeded } = await templates(cluster);
if (seeded !== null && typeof seeded !== 'string') throw new Error(seeded.failure);
const name = await cloneTemplate(root, seeded ?? migrated);
const { config, problems } = readConfig({
  PORT: process.env.HOMEWARD_TEST_PORT,
  HOMEWARD_DATA_DIR: join(tmpdir(), `homeward-browser-${process.pid}`),
  // No story hangs on how busy the machine is.
  HOMEWARD_BUSY_AFTER_MS: '600000',
  HOMEWARD_DATABASE_WAIT_MS: '60000',
});
if (!config) throw new Error(problems.join('\n'));
const { server, refusals } = await startServer(config, urlsOf(cluster, name), createLog('error'));
if (!server) throw new Error(refusals.join('\n'));
await stopping;
await server.stop();
await dropClone(root, name);
await cluster.stop();
process.exit();
