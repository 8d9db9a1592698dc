import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { PollFull } from '#domain/exchange/opinion/poll.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { RULE_WORDS } from '../publication/publication-words.ts';
import { InWords } from './in-words.tsx';
import own from './opinion.module.css';
import { useOpinionWords } from './opinion-words.ts';

/** Statements with what became of them; who moderates lets them in, without reading whose they are. */
export function Statements({ poll }: { readonly poll: PollFull }) {
  const { i18n } = useLingui();
  const { states } = useOpinionWords();
  const queries = useQueryClient();
  const moderates = poll.abilities.includes('moderate');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState('');
  const rank = { proposed: 0, let_in: 1, refused: 2 };
  const rows = poll.statements
    .filter(({ own: mine }) => moderates || mine)
    .toSorted((a, b) => rank[a.state] - rank[b.state]);

  async function decide(statement: string, state: 'let_in' | 'refused') {
    setBusy(statement);
    const path = `/api/exchange/opinions/${poll.id}/statements/${statement}/state`;
    const reply = await call(path, z.unknown(), { method: 'PUT', body: { state } });
    setBusy('');
    setProblem(reply.ok ? undefined : reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'opinions', poll.id] });
  }

  return (
    <Section title={moderates ? <Trans>Statements</Trans> : <Trans>Your statements</Trans>}>
      {moderates ? (
        <p className={own.quiet}>
          <Trans>
            Let in what can be agreed or disagreed with, says one thing and names nobody. Who
            proposed it is not shown. Translations are made under “Translations”.
          </Trans>
        </p>
      ) : null}
      <ul className={own.lines}>
        {rows.map(({ id, wording, state, found }) => (
          <li key={id}>
            <div className={own.text}>
              <InWords wording={wording} />
              <div className={own.quiet}>
                {states[state]}
                {moderates ? ` · ${Object.keys(wording.versions).join(', ')}` : null}
              </div>
              {found.map(({ rule, words, field, from }) => (
                <div key={`${field}${from}${rule}`} className={own.quiet}>
                  <mark>{words}</mark> {i18n._(RULE_WORDS[rule])}
                </div>
              ))}
            </div>
            {moderates ? (
              <Group gap="xs">
                {state === 'let_in' ? null : (
                  <Button loading={busy === id} onClick={() => void decide(id, 'let_in')}>
                    <Trans>Let in</Trans>
                  </Button>
                )}
                {state === 'refused' ? null : (
                  <Button
                    variant="default"
                    loading={busy === id}
                    onClick={() => void decide(id, 'refused')}
                  >
                    {state === 'let_in' ? <Trans>Take out</Trans> : <Trans>Do not let in</Trans>}
                  </Button>
                )}
              </Group>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemText problem={problem} />
    </Section>
  );
}
