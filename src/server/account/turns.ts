import { Busy } from '../problem-reply.ts';

/**
 * A gate for work that takes much of the machine: `atOnce` run, `waiting` stand in line in the order
 * they came, and whoever comes on top of that is told at once to come again (503).
 */
export function turns(atOnce: number, waiting: number) {
  let running = 0;
  const line: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) {
      if (line.length >= waiting) throw new Busy('too many wait');
      await new Promise<void>((resolve) => line.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is free.
      const next = line.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
