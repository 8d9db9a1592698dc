import { readConfig } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { startServer } from '#server/start.ts';

// The server of a benchmark: tells its address, and its memory when asked.
const { BENCH_APP_URL: app = '', BENCH_AUTH_URL: auth = '', ...env } = process.env;
const read = readConfig(env);
if (read.config === undefined) throw new Error(read.problems.join('\n'));
const started = await startServer(read.config, { app, auth }, createLog('silent'));
if (started.server === undefined) throw new Error(started.refusals.join('\n'));
process.send?.(started.server.address);
process.on('message', () => process.send?.(Math.round(process.memoryUsage().rss / 1024 / 1024)));
process.on('SIGTERM', () => process.exit(0));
