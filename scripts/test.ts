import { bringChromium } from './check/chromium.ts';
import { close, runLanes } from './check/report.ts';
import { BROWSER, CHECK, FUZZ } from './check/tasks.ts';

// `npm test`: the check, then the browser and the long runs.
const checked = await runLanes(CHECK);
bringChromium();
const told = await runLanes(BROWSER);
// Afterwards: a story beside a fuzz run waits for the machine, not for the product.
const rest = await runLanes([[FUZZ]]);
process.exitCode = close([...checked, ...told, ...rest]);
