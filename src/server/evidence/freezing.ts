import type { Deps } from '../deps.ts';
import { freezeWhatIsOver } from './frozen-numbers.ts';

/** Acts of the clock, not of a person; the same id in every log. */
export const CLOCK = { kind: 'job', id: '01900000-0000-7000-8000-000000000001' } as const;
const HOUR = 3_600_000;
/** After an attempt that failed: a database that was busy at the start is not a month without numbers. */
const SOON = 10_000;

/**
 * Freezes the numbers of every month that is over: at once, and then looked at each hour, so that the
 * first day of a month is met by whichever server runs; what failed is tried again soon. Returns how to stop.
 */
export function keepFreezing(deps: Pick<Deps, 'database' | 'clock' | 'log'>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const freeze = async () => {
    let wait = HOUR;
    try {
      const months = await deps.database.as(CLOCK, (acting) =>
        freezeWhatIsOver(acting, deps.clock()),
      );
      if (months.length > 0) deps.log.info({ months }, 'numbers frozen');
    } catch (error) {
      deps.log.warn({ err: error }, 'numbers not frozen');
      wait = SOON;
    }
    if (!stopped) timer = setTimeout(() => void freeze(), wait).unref();
  };
  void freeze();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
