import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { HelperRoundDetail } from '#domain/match/helper-round.ts';
import { useMe } from '../account/use-session.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { ReplaySaid, SetAside } from './round-parts.tsx';
import { useRoundSteps } from './use-round-steps.ts';

/** What can be done with a proposal now: run it again to compare, confirm it, set it aside, take it along. */
export function HelperSteps({ round }: { readonly round: HelperRoundDetail }) {
  const me = useMe();
  const { problem, busy, same, go, replay } = useRoundSteps('helper-rounds', round);
  const { confirm, set_aside, download } = round.abilities;
  return (
    <Section title={<Trans>What can be done</Trans>}>
      {round.state === 'proposed' && round.made_by === me.id ? (
        <p style={{ marginBlockStart: 0 }}>
          <Trans>
            You worked this proposal out yourself. Another coordinator looks at it and confirms it;
            until then it cannot be taken along.
          </Trans>
        </p>
      ) : null}
      <ProblemText problem={problem} />
      <ReplaySaid same={same} />
      <div className={parts.buttons} style={{ marginBlockStart: '0.8rem' }}>
        {confirm ? (
          <Button loading={busy} onClick={() => void go('/confirm')}>
            <Trans>Confirm</Trans>
          </Button>
        ) : null}
        {download ? (
          <Button
            component="a"
            href={`/api/helper-rounds/${round.id}/table`}
            download={`${round.id}.csv`}
          >
            <Trans>Download as a table</Trans>
          </Button>
        ) : null}
        <Button variant="default" loading={busy} onClick={() => void replay()}>
          <Trans>Run it again and compare</Trans>
        </Button>
        <Button
          component="a"
          variant="default"
          href={`/api/helper-rounds/${round.id}/input`}
          download={`${round.id}.json`}
        >
          <Trans>Save what went in</Trans>
        </Button>
        {set_aside ? <SetAside busy={busy} tell={(words) => go('/set-aside', { words })} /> : null}
      </div>
    </Section>
  );
}
