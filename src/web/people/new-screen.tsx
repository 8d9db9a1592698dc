import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { parseRegister } from '#domain/people/register.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import { useDraft } from '../device/use-draft.ts';
import { FieldProblems, TextField } from '../ui/field.tsx';
import { Page, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { Steps } from '../ui/steps.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ContactsFields } from './contact-fields.tsx';
import { FamilyFields } from './family-fields.tsx';
import { commandsOf, emptyNewcomer, type Newcomer } from './newcomer.ts';
import { PapersFields } from './paper-fields.tsx';
import own from './people.module.css';
import { BasicFields, LanguageFields, NameFields } from './person-fields.tsx';
import { todayHere } from './person-line.tsx';
import { Resembling } from './resembling.tsx';
import { ReturnFields } from './return-fields.tsx';
import { useGround } from './use-ground.ts';
import { useHeldRegister, useSendCommand } from './use-register.ts';

/** A new arrival in short steps; what is typed is kept, and the file opens at the end. */
export function NewPersonScreen() {
  const me = useMe();
  const ground = useGround();
  if (ground === undefined) return <Waiting />;
  const place =
    ground.districts.length === 1 ? (ground.districts[0]?.id ?? '') : (me.place_id ?? '');
  const known = ground.districts.some((one) => one.id === place) ? place : '';
  return <NewPersonForm ground={ground} place={known} />;
}

interface FormProps {
  readonly ground: NonNullable<ReturnType<typeof useGround>>;
  readonly place: string;
}

function NewPersonForm({ ground, place }: FormProps) {
  const { t } = useLingui();
  const [initial] = useState(() => emptyNewcomer(uuid, place));
  const draft = useDraft<Newcomer>('new-arrival', initial);
  const { value } = draft;
  const today = todayHere();
  const change = (patch: Partial<Newcomer>) => draft.set({ ...value, ...patch });
  const { save, problem, busy } = useSave(ground.model_id, today, draft.clear);
  const titles = [t`Who`, t`Language and papers`, t`Contact`, t`Family`, t`Return`];
  const last = titles.length - 1;
  const step = Math.min(value.step, last);
  const named = value.given.trim() !== '' || value.family.trim() !== '';
  const go = (to: number) => {
    change({ step: to });
    scrollTo({ top: 0 });
  };
  return (
    <Page
      title={t`New arrival`}
      intro={<Trans>Only what is known. Everything else can be added later.</Trans>}
    >
      <Steps titles={titles} current={step} />
      {draft.restored ? (
        <Notice>
          <Trans>What you have typed is still there.</Trans>
        </Notice>
      ) : null}
      <FieldProblems problem={problem}>
        <form
          key={draft.round}
          className={own.steps}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (step < last) go(step + 1);
            else void save(value);
          }}
        >
          <Section title={titles[step] ?? ''}>
            <div className={own.steps}>
              <Step step={step} value={value} change={change} today={today} ground={ground} />
            </div>
          </Section>
          {step <= 1 ? <Resembling newcomer={value} /> : null}
          <ProblemText problem={problem} />
          <div className={styles.buttons}>
            {step > 0 ? (
              <Button variant="default" onClick={() => go(step - 1)}>
                <Trans>Back</Trans>
              </Button>
            ) : null}
            <Button
              type="submit"
              loading={busy}
              disabled={!named || (step === last && value.place_id === '')}
            >
              {step < last ? <Trans>Go on</Trans> : <Trans>Save and open the support file</Trans>}
            </Button>
            <Button variant="subtle" onClick={() => void draft.clear()}>
              <Trans>Start over</Trans>
            </Button>
          </div>
          {named ? null : (
            <p className={styles.soft}>
              <Trans>A name is enough to go on.</Trans>
            </p>
          )}
        </form>
      </FieldProblems>
    </Page>
  );
}

interface StepProps {
  readonly step: number;
  readonly value: Newcomer;
  readonly change: (patch: Partial<Newcomer>) => void;
  readonly today: string;
  readonly ground: FormProps['ground'];
}

function Step({ step, value, change, today, ground }: StepProps): ReactNode {
  const { t } = useLingui();
  const register = useHeldRegister();
  const households = useMemo(() => [...(register?.households.values() ?? [])], [register]);
  switch (step) {
    case 0:
      return (
        <>
          <NameFields path="person.name" value={value} onChange={change} />
          <BasicFields path="person" value={value} onChange={change} />
          <div className={own.fields}>
            <TextField
              path="person.called"
              label={t`Wishes to be called`}
              description={t`If that differs from the name.`}
              autoComplete="off"
              value={value.called}
              onChange={(event) => change({ called: event.currentTarget.value })}
            />
            <TextField
              path="person.former_names.0.single"
              label={t`Another name borne before`}
              description={t`At birth, before marriage, in papers of another country.`}
              autoComplete="off"
              value={value.former}
              onChange={(event) => change({ former: event.currentTarget.value })}
            />
          </div>
        </>
      );
    case 1:
      return (
        <>
          <LanguageFields value={value} onChange={change} />
          <PapersFields papers={value.papers} onChange={(papers) => change({ papers })} />
        </>
      );
    case 2:
      return (
        <>
          <p className={styles.soft}>
            <Trans>Ask how and when the person may be reached without harm.</Trans>
          </p>
          <ContactsFields contacts={value.contacts} onChange={(contacts) => change({ contacts })} />
        </>
      );
    case 3:
      return <FamilyFields value={value} onChange={change} today={today} households={households} />;
    default:
      return <ReturnFields value={value} onChange={change} {...ground} />;
  }
}

/** Says everything in order; a role without a device stops where the server does not take it in. */
function useSave(modelId: string | undefined, today: string, clear: () => Promise<void>) {
  const send = useSendCommand();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  async function save(value: Newcomer): Promise<void> {
    if (modelId === undefined) return setProblem({ code: 'model_unknown' });
    setProblem(undefined);
    const commands = commandsOf(value, { today, model_id: modelId, newId: uuid });
    for (const { kind, body } of commands) {
      if (kind === 'open_case') continue;
      const parsed = parseRegister({ kind, body });
      if ('problem' in parsed) return setProblem(parsed.problem);
    }
    setBusy(true);
    for (const { creates, ...command } of commands) {
      const said_at = new Date().toISOString();
      const said = await send({ ...command, id: uuid(), said_at }, creates);
      if ('problem' in said) {
        setBusy(false);
        return setProblem(said.problem);
      }
    }
    setBusy(false);
    await clear();
    await navigate({ to: '/cases/$id', params: { id: value.case_id }, replace: true });
  }
  return { save, problem, busy };
}
