import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { PHASES, type Phase, type PollFull } from '#domain/exchange/opinion/poll.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import own from './opinion.module.css';
import { useOpinionWords } from './opinion-words.ts';

/** Opening and closing rounds; closing counts, once and for ever, so it asks again. */
export function Rounds({ poll }: { readonly poll: PollFull }) {
  const { phases } = useOpinionWords();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [sure, setSure] = useState<Phase>();
  const [busy, setBusy] = useState(false);

  async function send(path: string, body?: object) {
    setBusy(true);
    const reply = await call(`/api/exchange/opinions/${poll.id}/rounds${path}`, z.unknown(), {
      ...{ method: 'POST', body: body ?? {} },
    });
    setBusy(false);
    setSure(undefined);
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'opinions'] });
  }

  return (
    <Section title={<Trans>Rounds</Trans>}>
      <p className={own.quiet}>
        <Trans>
          A round is held once. When it is closed its map is made and never counted again, so that
          no vote can be found out by comparing.
        </Trans>
      </p>
      <ul className={own.lines}>
        {PHASES.map((phase) => {
          const round = poll.rounds.find((one) => one.phase === phase);
          return (
            <li key={phase}>
              <span className={own.text}>{phases[phase]}</span>
              {round === undefined ? (
                <Button
                  variant="default"
                  loading={busy}
                  disabled={poll.open !== null}
                  onClick={() => void send('', { phase })}
                >
                  <Trans>Open the round</Trans>
                </Button>
              ) : round.closed_at !== null ? (
                <span className={own.quiet}>
                  <Trans>This round is closed</Trans>
                </span>
              ) : sure === phase ? (
                <Button color="clay" loading={busy} onClick={() => void send(`/${phase}/closing`)}>
                  <Trans>Close for good and count</Trans>
                </Button>
              ) : (
                <Button onClick={() => setSure(phase)}>
                  <Trans>Close the round</Trans>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ProblemText problem={problem} />
    </Section>
  );
}
