import { readConfig } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { startServer } from '#server/start.ts';

// A server in a process of its own, for benchmarks and for what must survive being killed: tells its
// address, and its memory when asked.
const { SERVER_APP_URL: app = '', SERVER_AUTH_URL: auth = '', ...rest } = process.env;
const { SERVER_EXCHANGE_URL: exchange = '', ...env } = rest;
const read = readConfig(env);
if (read.config === undefined) throw new Error(read.problems.join('\n'));
const started = await startServer(read.config, { app, auth, exchange }, createLog('silent'));
if (started.server === undefined) throw new Error(started.refusals.join('\n'));
process.send?.(started.server.address);
process.on('message', () => process.send?.(Math.round(process.memoryUsage().rss / 1024 / 1024)));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
