import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { allWords } from '../language.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { EntryScreen } from './account/entry-screen.tsx';

const inside = () => import('./workspace.tsx');
const Workspace = lazyScreen(inside, 'Workspace', <Centred />);

/**
 * The way into the exchange: whether somebody is signed in here is asked with the first words and little code, so that
 * on a bad line the sign-in does not wait for all that comes behind it.
 */
export function Entrance() {
  const [state, setState] = useState<'asking' | 'outside' | 'inside'>('asking');
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    void call('/api/exchange/me', z.unknown()).then((reply) => {
      if (reply.ok) return setState('inside');
      if (reply.status === 0 || reply.status >= 500) return setProblem(reply.problem);
      setState('outside');
      void bringNext();
    });
  }, []);
  if (state === 'inside') return <Workspace />;
  if (state === 'outside') return <EntryScreen entered={() => setState('inside')} />;
  return <Centred problem={problem} />;
}

/** What comes after the sign-in, while somebody still types. Whoever needs what fails here asks once more. */
async function bringNext(): Promise<void> {
  const parts = [inside(), import('./start-screen.tsx'), allWords()];
  await Promise.all(parts).catch(() => undefined);
}

function Centred({ problem }: { readonly problem?: Problem | undefined }) {
  return (
    <main style={{ display: 'grid', placeItems: 'center', minBlockSize: '100dvh' }}>
      {problem === undefined ? <Waiting /> : <ProblemText problem={problem} />}
    </main>
  );
}
