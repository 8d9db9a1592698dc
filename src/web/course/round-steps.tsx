import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { RoundDetail } from '#domain/course/course-round.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import parts from '../case/case.module.css';
import { Section } from '../ui/page.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { useRoundStep } from './use-rounds.ts';

const nothing = z.object({});
const replayed = z.object({ same: z.boolean(), result_hash: z.string() });

/** What can be done with a round now: run it, run it again to compare, confirm it, set it aside. */
export function RoundSteps({ round }: { readonly round: RoundDetail }) {
  const step = useRoundStep();
  const me = useMe();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [same, setSame] = useState<boolean>();
  const { run, confirm, set_aside } = round.abilities;
  const own = me.id === round.made_by || me.id === round.ran_by;
  const go = async (path: string, body: object = {}) => {
    setBusy(true);
    const said = await step(`/${round.id}${path}`, { ...body, version: round.version }, nothing);
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
      {same === undefined ? null : (
        <Notice>
          {same ? (
            <Trans>Run again, the result is the same to the last letter.</Trans>
          ) : (
            <Trans>Run again, the result is another one. Do not confirm it; ask for help.</Trans>
          )}
        </Notice>
      )}
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
        {set_aside ? <SetAside busy={busy} tell={(words) => go('/set-aside', { words })} /> : null}
      </div>
    </Section>
  );
}

interface SetAsideProps {
  readonly busy: boolean;
  readonly tell: (words: string) => Promise<void>;
}

/** A round that is not confirmed stays in the list with its reason: nobody draws until a lot pleases. */
function SetAside({ busy, tell }: SetAsideProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState('');
  if (!opened) {
    return (
      <Button variant="subtle" onClick={() => setOpened(true)}>
        <Trans>Set it aside</Trans>
      </Button>
    );
  }
  return (
    <div className={parts.form} style={{ inlineSize: '100%' }}>
      <Textarea
        label={t`Why it is set aside`}
        description={t`The round stays in the list with this reason and its seed.`}
        autosize
        minRows={2}
        maxLength={8000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={parts.buttons}>
        <Button
          variant="default"
          loading={busy}
          disabled={words.trim() === ''}
          onClick={() => void tell(words)}
        >
          <Trans>Set it aside</Trans>
        </Button>
        <Button variant="subtle" onClick={() => setOpened(false)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}
