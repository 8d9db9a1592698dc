import type { Deps } from '../deps.ts';
import { freezeWhatIsOver } from './frozen-numbers.ts';

/** Acts of the clock, not of a person; the same id in every log. */
const CLOCK = { kind: 'job', id: '01900000-0000-7000-8000-000000000001' } as const;
const HOUR = 3_600_000;

/**
 * Freezes the numbers of every month that is over: at once, and then looked at each hour, so that the
 * first day of a month is met by whichever server runs. Returns how to stop.
 */
export function keepFreezing(deps: Pick<Deps, 'database' | 'clock' | 'log'>): () => void {
  const freeze = async () => {
    try {
      const months = await deps.database.as(CLOCK, (acting) =>
        freezeWhatIsOver(acting, deps.clock()),
      );
      if (months.length > 0) deps.log.info({ months }, 'numbers frozen');
    } catch (error) {
      // The database is away: the next hour tries again.
      deps.log.warn({ err: error }, 'numbers not frozen');
    }
  };
  void freeze();
  const timer = setInterval(() => void freeze(), HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
