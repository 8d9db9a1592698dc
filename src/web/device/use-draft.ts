import { useCallback, useEffect, useRef, useState } from 'react';
import { onBeforeLock } from '../account/session.ts';
import { useDevice } from '../account/use-session.ts';
import type { DeviceStore } from './store.ts';

/** Milliseconds without typing until a draft is written down. */
const PAUSE = 400;

export interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** After saving or giving up: the draft goes, the form is as at first. */
  readonly clear: () => Promise<void>;
  /** Goes up with each `clear`: as `key` of the form it also empties fields with a state of their own. */
  readonly round: number;
  /** True where this opened with something typed earlier. */
  readonly restored: boolean;
}

/**
 * Keeps what is typed under `key` (e.g. `visit/<case id>`) in the encrypted store: a reload, the idle
 * lock or an ended session loses nothing. `initial` also says which form a kept draft must have: one
 * with other fields (an older version of the screen) is not used.
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const { store } = useDevice();
  const [first] = useState(() => keptDraft(store, key, initial));
  const [round, setRound] = useState(0);
  const [value, setValue] = useState<T>(first ?? initial);
  const beginning = useRef(initial);
  const pending = useRef<{ value: T } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const waiting = pending.current;
    if (waiting === undefined) return;
    pending.current = undefined;
    await store.put('draft', key, waiting.value);
  }, [store, key]);

  useEffect(() => {
    const quietly = () => void flush().catch(() => undefined);
    const stop = onBeforeLock(flush);
    addEventListener('visibilitychange', quietly);
    addEventListener('pagehide', quietly);
    return () => {
      stop();
      removeEventListener('visibilitychange', quietly);
      removeEventListener('pagehide', quietly);
      quietly();
    };
  }, [flush]);

  const set = useCallback(
    (next: T) => {
      setValue(next);
      pending.current = { value: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush().catch(() => undefined), PAUSE);
    },
    [flush],
  );

  const clear = useCallback(async () => {
    clearTimeout(timer.current);
    pending.current = undefined;
    setValue(beginning.current);
    setRound((last) => last + 1);
    await store.delete('draft', key);
  }, [store, key]);

  return { value, set, clear, round, restored: first !== undefined && round === 0 };
}

function keptDraft<T extends object>(store: DeviceStore, key: string, initial: T): T | undefined {
  const kept = store.listed('draft')?.get(key);
  if (typeof kept !== 'object' || kept === null) return undefined;
  const same = Object.keys(initial).every((name) => name in kept);
  return same ? (kept as T) : undefined;
}
