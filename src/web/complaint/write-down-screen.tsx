import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { FieldProblems, otherProblems } from '../ui/field.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { CodeShown } from './code-shown.tsx';
import { CameField, MoreFields, SafeFields, WhatFields } from './complaint-fields.tsx';
import { SHOWN, useSay } from './use-say.ts';
import { VoiceRecorder } from './voice-recorder.tsx';

/** A complaint that somebody asks a worker to write down; it goes past the worker and past the line. */
export function WriteDownScreen() {
  const { t } = useLingui();
  const { draft, change, voice, hear, problem, busy, taken, send, again } = useSay(
    '/api/complaints',
    {},
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    void send();
  }
  return (
    <Page
      title={t`A complaint`}
      intro={
        <Trans>
          Somebody asked you to write down what was wrong. It goes to the complaints officer alone.
        </Trans>
      }
      actions={
        <Button
          component={Link}
          to="/complaint/slip"
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
        >
          <Trans>Print a slip</Trans>
        </Button>
      }
    >
      {taken === undefined ? (
        <FieldProblems problem={problem}>
          <form onSubmit={submit} noValidate>
            <div className={parts.stack}>
              <Notice>
                <Trans>
                  You will not see this again, and neither will the worker or the supervisor: no
                  entry in the file, no message, no count. A complaint never lowers what anybody is
                  entitled to. This needs a connection and is not kept on the device.
                </Trans>
              </Notice>
              <Section title={<Trans>What was wrong</Trans>}>
                <div className={parts.stack}>
                  <CameField draft={draft} change={change} />
                  <WhatFields draft={draft} change={change}>
                    <VoiceRecorder voice={voice} onVoice={hear} />
                  </WhatFields>
                </div>
              </Section>
              <Section title={<Trans>The answer</Trans>}>
                <div className={parts.stack}>
                  <SafeFields draft={draft} change={change} />
                  <MoreFields draft={draft} change={change} />
                </div>
              </Section>
              <ProblemText problem={otherProblems(problem, SHOWN)} />
              <div className={parts.buttons}>
                <Button type="submit" loading={busy}>
                  <Trans>Send to the complaints officer</Trans>
                </Button>
              </div>
            </div>
          </form>
        </FieldProblems>
      ) : (
        <Taken code={taken.code} again={again} />
      )}
    </Page>
  );
}

function Taken({ code, again }: { readonly code: string | null; readonly again: () => void }) {
  const address = `${location.origin}/say`;
  const done = (
    <Button variant="default" onClick={again}>
      <Trans>Done: take it off the screen</Trans>
    </Button>
  );
  if (code === null) {
    return (
      <EmptyState title={<Trans>It has reached the complaints officer</Trans>} action={done}>
        <Trans>The answer goes the way that was said to be safe.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className={parts.stack}>
      <Notice>
        <Trans>
          Turn the screen to the person. The code is theirs and not for you. The answer is read at{' '}
          <bdi>{address}</bdi>.
        </Trans>
      </Notice>
      <CodeShown code={code} />
      <div className={parts.buttons}>{done}</div>
    </div>
  );
}
