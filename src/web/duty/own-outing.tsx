import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconHomeCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { useNames } from '../case/use-names.ts';
import { FieldProblems, unfilled } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { formatMoment } from '../ui/format.ts';
import { instantOf, MomentField } from '../ui/moment-field.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import type { OwnOuting, useOwnOuting } from './use-outings.ts';

export interface SayProps {
  readonly say: ReturnType<typeof useOwnOuting>['say'];
}

/** One's own outing: back with one tap, or a later hour. */
export function OwnOutingPart({ own, say }: SayProps & { readonly own: OwnOuting }) {
  const { i18n } = useLingui();
  const names = useNames();
  const [problem, setProblem] = useState<Problem>();
  const [later, setLater] = useState(false);
  const until = formatMoment(i18n.locale, own.back_at);
  const second = names.account(own.second_account_id) ?? '…';
  async function back() {
    const said = await say('come_back', { outing_id: own.outing_id });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <Section title={<Trans>You are out</Trans>}>
      <p style={{ marginBlockStart: 0 }}>
        <strong>
          <Trans>back by {until}</Trans>
        </strong>{' '}
        {own.second_account_id === '' ? null : <Trans>together with {second}</Trans>}
      </p>
      {own.unsent ? (
        <Notice>
          <Trans>
            Not yet sent: without a connection nobody is told. Please call a colleague before you
            go.
          </Trans>
        </Notice>
      ) : null}
      <div className={parts.buttons}>
        <Button size="md" leftSection={<IconHomeCheck size={22} aria-hidden />} onClick={back}>
          <Trans>I am back</Trans>
        </Button>
        {later ? null : (
          <Button variant="default" onClick={() => setLater(true)}>
            <Trans>It takes longer</Trans>
          </Button>
        )}
      </div>
      <ProblemText problem={problem} />
      {later ? <Later own={own} say={say} close={() => setLater(false)} /> : null}
    </Section>
  );
}

function Later(props: SayProps & { readonly own: OwnOuting; readonly close: () => void }) {
  const { t } = useLingui();
  const [back_at, setBackAt] = useState('');
  const [problem, setProblem] = useState<Problem>();
  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ back_at });
    if (empty !== undefined) return setProblem(empty);
    const { outing_id } = props.own;
    const said = await props.say('stay_longer', { outing_id, back_at: instantOf(back_at) });
    if ('problem' in said) return setProblem(said.problem);
    props.close();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <MomentField path="back_at" label={t`Back by`} value={back_at} onChange={setBackAt} />
        <FormFoot problem={problem} paths={['back_at']} close={props.close}>
          <Trans>Say the later hour</Trans>
        </FormFoot>
      </form>
    </FieldProblems>
  );
}
