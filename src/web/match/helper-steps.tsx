import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { HelperRoundDetail } from '#domain/match/helper-round.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import parts from '../case/case.module.css';
import { Section } from '../ui/page.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { useHelperStep } from './use-helper-rounds.ts';

const nothing = z.object({});
const replayed = z.object({ same: z.boolean() });

/** What can be done with a proposal now: run it again to compare, confirm it, set it aside, take it along. */
export function HelperSteps({ round }: { readonly round: HelperRoundDetail }) {
  const { t } = useLingui();
  const step = useHelperStep();
  const me = useMe();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [same, setSame] = useState<boolean>();
  const [words, setWords] = useState<string>();
  const { confirm, set_aside, download } = round.abilities;
  const { version } = round;
  const go = async (path: string, body: object = {}) => {
    setBusy(true);
    const said = await step(`/${round.id}${path}`, { ...body, version }, nothing);
    setBusy(false);
    setProblem(said.problem);
  };
  const replay = async () => {
    setBusy(true);
    const said = await step(`/${round.id}/replay`, {}, replayed);
    setBusy(false);
    setProblem(said.problem);
    setSame(said.value?.same);
  };
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
      {same === undefined ? null : (
        <Notice>
          {same ? (
            <Trans>Run again, the result is the same to the last letter.</Trans>
          ) : (
            <Trans>Run again, the result is another one. Do not confirm it; ask for help.</Trans>
          )}
        </Notice>
      )}
      {words === undefined || !set_aside ? null : (
        <div className={parts.form}>
          <Textarea
            label={t`Why it is set aside`}
            autosize
            minRows={2}
            maxLength={8000}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <div className={parts.buttons}>
            <Button
              loading={busy}
              disabled={words.trim() === ''}
              onClick={() => void go('/set-aside', { words })}
            >
              <Trans>Set it aside</Trans>
            </Button>
          </div>
        </div>
      )}
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
        {set_aside && words === undefined ? (
          <Button variant="subtle" onClick={() => setWords('')}>
            <Trans>Set it aside</Trans>
          </Button>
        ) : null}
      </div>
    </Section>
  );
}
