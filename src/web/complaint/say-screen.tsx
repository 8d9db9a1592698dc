import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Choice } from '../case/choice.tsx';
import { FieldProblems, otherProblems } from '../ui/field.tsx';
import { Gate } from '../ui/gate.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { AnswerByCode } from './answer-by-code.tsx';
import { CodeShown } from './code-shown.tsx';
import styles from './complaint.module.css';
import { MoreFields, SafeFields, WhatFields } from './complaint-fields.tsx';
import { SHOWN, useSay } from './use-say.ts';
import { VoiceRecorder } from './voice-recorder.tsx';

/**
 * For everybody, without an account: to say what was wrong, or to read by the code what came of it. The
 * page tells nothing of whose it is.
 */
export function SayScreen() {
  const { t } = useLingui();
  const [what, setWhat] = useState<'write' | 'read'>('write');
  return (
    <Gate
      title={t`Tell us how it was`}
      intro={
        <Trans>
          You may say what was wrong. It goes to somebody who does not work with you and is not the
          boss of those who do.
        </Trans>
      }
    >
      <div className={styles.stack}>
        <Choice
          path="what"
          quiet
          legend={<Trans>What would you like to do?</Trans>}
          options={[
            { value: 'write', label: t`Say something` },
            { value: 'read', label: t`I have a code` },
          ]}
          value={what}
          onChange={setWhat}
        />
        {/* What is typed stays while somebody looks for an answer; an answer is gone with its screen. */}
        <div hidden={what !== 'write'}>
          <SayForm />
        </div>
        {what === 'read' ? <AnswerByCode /> : null}
      </div>
    </Gate>
  );
}

function SayForm() {
  const { t } = useLingui();
  const { draft, change, voice, hear, problem, busy, taken, send, again } = useSay('/api/say', {
    came_by: 'self',
    answer_way: 'code',
  });
  if (taken?.code != null) {
    return (
      <div className={styles.stack}>
        <CodeShown code={taken.code} />
        <Button variant="default" onClick={again}>
          <Trans>I have written it down</Trans>
        </Button>
      </div>
    );
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void send();
  }
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={submit} noValidate>
        <Notice>
          <Trans>
            Whatever you say here, you keep every help that you have a right to. If somebody is in
            danger now, do not wait for an answer here: call for help at once.
          </Trans>
        </Notice>
        <Choice
          path="came_by"
          legend={<Trans>Who writes?</Trans>}
          options={[
            { value: 'self', label: t`I write for myself` },
            { value: 'helper', label: t`I write for somebody else` },
          ]}
          value={draft.came_by === 'helper' ? 'helper' : 'self'}
          onChange={(came_by) => change({ came_by })}
        />
        <WhatFields draft={draft} change={change}>
          <VoiceRecorder voice={voice} onVoice={hear} />
        </WhatFields>
        <SafeFields draft={draft} change={change} />
        <MoreFields draft={draft} change={change} />
        <ProblemText problem={otherProblems(problem, SHOWN)} />
        <Button type="submit" loading={busy} fullWidth>
          <Trans>Send</Trans>
        </Button>
      </form>
    </FieldProblems>
  );
}
