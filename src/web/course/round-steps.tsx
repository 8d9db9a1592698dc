import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { RoundDetail } from '#domain/course/course-round.ts';
import { useMe } from '../account/use-session.ts';
import { ReplaySaid, SetAside } from '../match/round-parts.tsx';
import { useRoundSteps } from '../match/use-round-steps.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';

/** What can be done with a round now: run it, run it again to compare, confirm it, set it aside. */
export function RoundSteps({ round }: { readonly round: RoundDetail }) {
  const { t } = useLingui();
  const me = useMe();
  const { problem, busy, same, go, replay } = useRoundSteps('course-rounds', round);
  const { run, confirm, set_aside } = round.abilities;
  const own = me.id === round.made_by || me.id === round.ran_by;
  if (round.state === 'set_aside') return null;
  return (
    <Section title={<Trans>What can be done</Trans>}>
      {round.state === 'open' && !run ? (
        <p>
          <Trans>It can be run on the last day for wishes or later.</Trans>
        </p>
      ) : null}
      {round.state === 'run' && own ? (
        <p>
          <Trans>
            Somebody else who coordinates looks at it and confirms it. Until then nobody is told.
          </Trans>
        </p>
      ) : null}
      <ProblemText problem={problem} />
      <ReplaySaid same={same} />
      <div className={parts.buttons} style={{ marginBlockStart: '0.8rem' }}>
        {run ? (
          <Button loading={busy} onClick={() => void go('/run')}>
            <Trans>Run the round</Trans>
          </Button>
        ) : null}
        {confirm ? (
          <Button loading={busy} onClick={() => void go('/confirm')}>
            <Trans>Confirm, and tell the people</Trans>
          </Button>
        ) : null}
        {round.hashes === null ? null : (
          <>
            <Button variant="default" loading={busy} onClick={() => void replay()}>
              <Trans>Run it again and compare</Trans>
            </Button>
            <Button
              component="a"
              variant="default"
              href={`/api/course-rounds/${round.id}/input`}
              download={`${round.id}.json`}
            >
              <Trans>Save what went in</Trans>
            </Button>
          </>
        )}
        {set_aside ? (
          <SetAside
            busy={busy}
            hint={t`The round stays in the list with this reason and its seed.`}
            tell={(words) => go('/set-aside', { words })}
          />
        ) : null}
      </div>
    </Section>
  );
}
