import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { Choice } from '../case/choice.tsx';
import { useOnce } from '../once.ts';
import { FieldProblems } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import { type Packet, useSayOfPacket } from './use-packets.ts';

/** A worry about somebody's safety: it reaches people at once, also when the request has long ended. */
export function PacketConcern({ packet }: { readonly packet: Packet }) {
  const [opened, setOpened] = useState(false);
  const [raised, setRaised] = useState(false);
  return (
    <Section title={<Trans>Are you worried about somebody’s safety?</Trans>}>
      {raised ? (
        <Notice>
          <Trans>Thank you. People who look after this have been told just now.</Trans>
        </Notice>
      ) : null}
      {opened ? (
        <ConcernForm
          packet={packet}
          close={(said) => {
            setOpened(false);
            setRaised(said);
          }}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<IconLifebuoy size={20} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          <Trans>Tell somebody</Trans>
        </Button>
      )}
    </Section>
  );
}

interface Draft {
  readonly who: 'participant' | 'household_member' | 'caregiver' | 'colleague' | 'somebody_else';
  readonly urgency: 'now' | 'soon' | '';
  readonly words: string;
}
const EMPTY: Draft = { who: 'participant', urgency: '', words: '' };

interface ConcernFormProps {
  readonly packet: Packet;
  readonly close: (said: boolean) => void;
}

function ConcernForm({ packet, close }: ConcernFormProps) {
  const { t } = useLingui();
  const say = useSayOfPacket(packet.case_id);
  const add = useOnce();
  const [draft, setDraft] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    const { who, urgency, words } = draft;
    if (urgency === '' || words.trim() === '') {
      const path = urgency === '' ? 'urgency' : 'words';
      return setProblem({ code: 'invalid_input', fields: [{ path, code: 'required' }] });
    }
    setBusy(true);
    const said = await add({ who, urgency, words }, (concern_id) =>
      say({ kind: 'raise_concern', body: { concern_id, about: { who }, urgency, words } }),
    );
    setBusy(false);
    setProblem(said);
    if (said === undefined) close(true);
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={send} noValidate>
        <Notice>
          <Trans>If somebody is in danger right now, call for help first.</Trans>
        </Notice>
        <Choice
          path="about.who"
          legend={<Trans>Whom is it about?</Trans>}
          options={[
            { value: 'participant', label: t`The person` },
            { value: 'household_member', label: t`Somebody in the family` },
            { value: 'caregiver', label: t`Whoever cares for the child` },
            { value: 'colleague', label: t`Somebody who works here` },
            { value: 'somebody_else', label: t`Somebody else` },
          ]}
          value={draft.who}
          onChange={(who) => setDraft({ ...draft, who })}
        />
        <Choice
          path="urgency"
          legend={<Trans>How soon should somebody act?</Trans>}
          options={[
            { value: 'now', label: t`At once` },
            { value: 'soon', label: t`In the next days` },
          ]}
          value={draft.urgency}
          onChange={(urgency) => setDraft({ ...draft, urgency })}
        />
        <ProseField
          path="words"
          label={t`What worries you`}
          description={t`What you saw and what was said.`}
          value={draft.words}
          onChange={(words) => setDraft({ ...draft, words })}
        />
        <FormFoot
          problem={problem}
          paths={['urgency', 'words']}
          busy={busy}
          close={() => close(false)}
        >
          <Trans>Send</Trans>
        </FormFoot>
      </form>
    </FieldProblems>
  );
}
