// The way in: runs on Node 20 or later, brings what is missing, then hands over to Node 24.
import { buildWeb } from './launch/build.mjs';
import { handOver } from './launch/hand-over.mjs';
import { install } from './launch/install.mjs';
import { modernNode } from './launch/node.mjs';
import { fail } from './launch/say.mjs';

// A server whose heap may grow to 4 GB lets garbage lie until it is several times what lives (some 60 MB).
const SERVER_HEAP = '--max-old-space-size=768';

const COMMANDS = {
  start: { script: 'src/cli/start.ts', web: true, tools: false, flags: [SERVER_HEAP] },
  homeward: { script: 'src/cli/homeward.ts', web: false, tools: false },
  check: { script: 'scripts/check.ts', web: false, tools: true },
  test: { script: 'scripts/test.ts', web: true, tools: true },
  bench: { script: 'bench/main.ts', web: false, tools: true },
};

const [name = 'start', ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) fail(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}.`);

try {
  const node = modernNode();
  install(node, { tools: command.tools });
  if (command.web) buildWeb(node);
  handOver(node, command.script, rest, command.flags);
} catch (problem) {
  fail(problem.message);
}
