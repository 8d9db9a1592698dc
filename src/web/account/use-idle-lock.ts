import { useEffect } from 'react';
import { lock } from './session.ts';

/** Without a touch or a key for this long the device locks, in milliseconds. */
export const IDLE = 5 * 60 * 1000;
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks after five idle minutes; a sleeping device locks when it wakes. Drafts are kept. */
export function useIdleLock(): void {
  useEffect(() => {
    let last = Date.now();
    const alive = () => {
      last = Date.now();
    };
    const look = () => {
      if (Date.now() - last >= IDLE) void lock();
    };
    const timer = setInterval(look, 5000);
    for (const sign of SIGNS) addEventListener(sign, alive, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) removeEventListener(sign, alive, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
