import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { NewMinutesLine } from '#domain/exchange/recommendation/minutes.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { useParticipant } from '../use-participant.ts';
import { keptLines } from './kept-lines.ts';

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
export function useUnsavedLines(session: string): UnsavedLines {
  const { id: participant, keeping_secret: secret } = useParticipant();
  const queries = useQueryClient();
  const kept = useMemo(
    () => keptLines({ participant, secret, session }),
    [participant, secret, session],
  );
  const [lines, setLines] = useState<readonly NewMinutesLine[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [turn, setTurn] = useState(0);
  const sending = useRef(false);
  // What is said before the earlier ones are read must not be written over them.
  const now = useRef({ lines, read: false });

  const write = useCallback(
    (next: (before: readonly NewMinutesLine[]) => readonly NewMinutesLine[]) => {
      now.current.lines = next(now.current.lines);
      setLines(now.current.lines);
      if (now.current.read) void kept.save(now.current.lines);
    },
    [kept],
  );

  useEffect(() => {
    let here = true;
    void kept.load().then((earlier) => {
      if (!here) return;
      now.current.read = true;
      // Nothing is written over what cannot be read.
      if (earlier.length + now.current.lines.length > 0) write((said) => [...earlier, ...said]);
    });
    return () => {
      here = false;
    };
  }, [kept, write]);

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
