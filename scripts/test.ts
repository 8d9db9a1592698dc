import { bringChromium } from './check/chromium.ts';
import { close, runLanes, settled } from './check/report.ts';
import { BROWSER, CHECK, FUZZ, storiesAgain } from './check/tasks.ts';

// `npm test`: the check, then the browser and the long runs.
const checked = await runLanes(CHECK);
bringChromium();
let told = await runLanes(BROWSER);
// A machine shared with others has moments in which nothing moves; what fails twice is broken.
const stumbled = told.flatMap((lane) => lane.stumbled);
for (const again of stumbled.length > 0 ? await runLanes([[storiesAgain(stumbled)]]) : []) {
  told = settled(told, again);
}
// Afterwards: a story beside a fuzz run waits for the machine, not for the product.
const rest = await runLanes([[FUZZ]]);
process.exitCode = close([...checked, ...told, ...rest]);
