import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Progress } from '@mantine/core';
import { IconArrowRight, IconCheck, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { z } from 'zod';
import type { Phase, PollFull } from '#domain/exchange/opinion/poll.ts';
import { VOTES, type Vote } from '#domain/exchange/opinion/vote.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { InWords } from './in-words.tsx';
import own from './opinion.module.css';
import { useOpinionWords } from './opinion-words.ts';

const ICONS = { agree: IconCheck, disagree: IconX, pass: IconArrowRight };

interface VotePanelProps {
  readonly poll: PollFull;
  readonly phase: Phase;
}

/** One statement at a time, three large answers; the keys 1, 2 and 3 while the focus is in here. */
export function VotePanel({ poll, phase }: VotePanelProps) {
  const { t } = useLingui();
  const { phases, votes } = useOpinionWords();
  const queries = useQueryClient();
  const statement = useRef<HTMLHeadingElement>(null);
  const list = poll.statements.filter(({ state }) => state === 'let_in');
  const [said, setSaid] = useState<Readonly<Record<string, Vote>>>({});
  const [at, setAt] = useState(() => firstOpen(list, {}));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState<Vote>();
  const answerTo = (one: PollFull['statements'][number]) => said[one.id] ?? one.vote;
  const answered = list.filter((one) => answerTo(one) !== null).length;
  const asked = list[at];

  async function answer(vote: Vote) {
    if (asked === undefined || busy !== undefined) return;
    setBusy(vote);
    const body = { statement_id: asked.id, phase, answer: vote };
    const reply = await call(`/api/exchange/opinions/${poll.id}/vote`, z.unknown(), {
      ...{ method: 'PUT', body },
    });
    setBusy(undefined);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    const now = { ...said, [asked.id]: vote };
    setSaid(now);
    const next = firstOpen(list, now, at + 1);
    setAt(next);
    statement.current?.focus();
    if (next === list.length) {
      await queries.invalidateQueries({ queryKey: ['exchange', 'opinions', poll.id] });
    }
  }

  function byKey(event: KeyboardEvent) {
    const vote = VOTES[Number(event.key) - 1];
    if (vote === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void answer(vote);
  }

  return (
    <Section title={<Trans>Your vote: {phases[phase]}</Trans>}>
      <p className={own.quiet}>
        <Trans>
          Nobody can read your votes, the organisers included. You can change them until the round
          is closed.
        </Trans>
      </p>
      <Progress value={(100 * answered) / Math.max(1, list.length)} aria-label={t`Voted on`} />
      <p role="status">
        <Trans>
          Voted on {answered} of {list.length} statements.
        </Trans>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys beside the three buttons, which do the same */}
      <div onKeyDown={byKey}>
        <h3 ref={statement} tabIndex={-1} className={own.asked}>
          {asked === undefined ? (
            <Trans>You have voted on everything. Thank you.</Trans>
          ) : (
            <InWords wording={asked.wording} />
          )}
        </h3>
        {asked === undefined ? null : (
          <div className={own.answers}>
            {VOTES.map((vote, place) => {
              const Icon = ICONS[vote];
              const chosen = answerTo(asked) === vote;
              return (
                <Button
                  key={vote}
                  size="xl"
                  variant={chosen ? 'filled' : 'default'}
                  aria-pressed={chosen}
                  aria-keyshortcuts={String(place + 1)}
                  leftSection={<Icon size={24} aria-hidden />}
                  loading={busy === vote}
                  onClick={() => void answer(vote)}
                >
                  {votes[vote]}
                </Button>
              );
            })}
          </div>
        )}
      </div>
      <ProblemText problem={problem} />
      <div className={own.steps}>
        <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
          <Trans>Previous one</Trans>
        </Button>
        {asked === undefined ? null : (
          <Button variant="default" onClick={() => setAt(at + 1)}>
            <Trans>Next one</Trans>
          </Button>
        )}
      </div>
      {poll.voters === null ? null : (
        <Notice>
          <Trans>
            People who have voted so far: {poll.voters}. The map is there when the round is closed.
          </Trans>
        </Notice>
      )}
    </Section>
  );
}

/** The next statement without an answer from `from` on, then from the beginning; the end where there is none. */
function firstOpen(
  list: PollFull['statements'],
  said: Readonly<Record<string, Vote>>,
  from = 0,
): number {
  const isOpen = (one: PollFull['statements'][number]) =>
    said[one.id] === undefined && one.vote === null;
  const later = list.findIndex((one, place) => place >= from && isOpen(one));
  if (later >= 0) return later;
  const earlier = list.findIndex(isOpen);
  return earlier >= 0 ? earlier : list.length;
}
