import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { Problem } from '#domain/problem.ts';

/** Sends what is new under the id that it is given; `at` = when it was first tried. The problem where it was not taken. */
export type SendNew = (id: string, at: string) => Promise<Problem | undefined>;

/**
 * Sends something new, told by its content. What is sent again unchanged after a lost answer keeps its id, so that
 * nothing is there twice; that it was there already is then no problem but the answer that was lost.
 */
export type Once = (content: unknown, send: SendNew) => Promise<Problem | undefined>;

const NOTHING = { text: '', id: '', at: '', lost: false };

export function once(): Once {
  let last = NOTHING;
  return async (content, send) => {
    const text = JSON.stringify(content);
    const fresh = () => ({ text, id: uuid(), at: new Date().toISOString(), lost: false });
    const before = last.text === text ? last : fresh();
    last = before;
    const problem = await send(before.id, before.at);
    if (problem === undefined || (before.lost && isThere(problem))) {
      last = NOTHING;
      return undefined;
    }
    last = { ...before, lost: before.lost || problem.code === 'unavailable' };
    return problem;
  };
}

/** That it was taken before, and not that something else, a short code for one, belongs to another already. */
function isThere({ code, fields = [] }: Problem): boolean {
  return code === 'already_so' && fields.every(({ path }) => path === 'body.id');
}

/** For a form over the line that adds something, as long as it is open. */
export function useOnce(): Once {
  const [send] = useState(once);
  return send;
}
