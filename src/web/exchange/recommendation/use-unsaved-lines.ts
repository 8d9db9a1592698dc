import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { type NewMinutesLine, newMinutesLine } from '#domain/exchange/recommendation/minutes.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';

const kept = z.array(newMinutesLine);
const RETRY_MS = 5000;

export interface UnsavedLines {
  readonly lines: readonly NewMinutesLine[];
  /** Why the first of them was not taken; undefined while there is only no line. */
  readonly problem: Problem | undefined;
  readonly add: (line: NewMinutesLine) => void;
  readonly change: (id: string, words: string) => void;
  readonly drop: (id: string) => void;
}

/**
 * Lines that the server has not taken yet, in their order. They are kept on this device until it has, also
 * over a reload; they go one after the other, so that minutes stay in the order in which things were said.
 */
export function useUnsavedLines(participant: string, session: string): UnsavedLines {
  const key = `exchange.minutes.${participant}.${session}`;
  const queries = useQueryClient();
  const [lines, setLines] = useState<readonly NewMinutesLine[]>(() => read(key));
  const [problem, setProblem] = useState<Problem>();
  const [turn, setTurn] = useState(0);
  const sending = useRef(false);

  const write = useCallback(
    (next: (before: readonly NewMinutesLine[]) => readonly NewMinutesLine[]) =>
      setLines((before) => {
        const after = next(before);
        if (after.length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );

  const [first] = lines;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again after a while without a line
  useEffect(() => {
    if (first === undefined || sending.current || problem !== undefined) return;
    sending.current = true;
    void (async () => {
      const path = `/api/exchange/sessions/${session}/minutes`;
      const reply = await call(path, z.unknown(), { method: 'POST', body: first });
      sending.current = false;
      if (reply.ok) {
        await queries.invalidateQueries({ queryKey: ['exchange', 'minutes', session] });
        write((before) => before.filter(({ id }) => id !== first.id));
      } else if (reply.problem.code === 'unavailable') {
        setTimeout(() => setTurn((before) => before + 1), RETRY_MS);
      } else setProblem(reply.problem);
    })();
  }, [first, problem, turn, session, queries, write]);

  useEffect(() => {
    const again = () => setTurn((before) => before + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  return {
    ...{ lines, problem },
    add: (line) => write((before) => [...before, line]),
    change: (id, words) => {
      setProblem(undefined);
      write((before) => before.map((line) => (line.id === id ? { ...line, words } : line)));
    },
    drop: (id) => {
      setProblem(undefined);
      write((before) => before.filter((line) => line.id !== id));
    },
  };
}

function read(key: string): readonly NewMinutesLine[] {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'));
    return found.success ? found.data : [];
  } catch {
    return [];
  }
}
