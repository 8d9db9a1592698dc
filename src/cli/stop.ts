const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const WATCH_MS = 500;

/**
 * Resolves with the reason when the process is to end: a signal, or the launcher above is gone
 * (killed, or its terminal closed). A second Ctrl-C while closing changes nothing.
 */
export function whenAskedToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
    const above = process.ppid;
    setInterval(() => {
      if (process.ppid !== above) resolve('the launcher is gone');
    }, WATCH_MS).unref();
  });
}
