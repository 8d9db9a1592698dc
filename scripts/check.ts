import { close, runLanes } from './check/report.ts';
import { CHECK } from './check/tasks.ts';

// `npm run check`: what every change must pass.
process.exitCode = close(await runLanes(CHECK));
