import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconSend, IconUsers } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { type LeftOut, whyLeftOut } from '#domain/case/household-referral.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { packetTemplate } from '#domain/case/packet-template.ts';
import type { Problem } from '#domain/problem.ts';
import { usePersonOfCase } from '../people/use-register.ts';
import { FieldProblems, otherProblems, unfilled } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseLine } from './case-prose.tsx';
import { Choice, Many } from './choice.tsx';
import { given } from './command-form.tsx';
import { nameText } from './person-name.ts';
import { ServiceChoice } from './referral-form.tsx';
import { PACKET_WORDS } from './referral-words.ts';
import type { ServiceRow } from './rows.ts';
import { useOwnCases, useSayAbout } from './use-cases.ts';
import { useServices } from './use-services.ts';

interface Member {
  readonly person_id: string;
  readonly name: string;
  readonly file: CaseFile | undefined;
}

/** Who lives in the household of this file now, this person first; only files of the own are known. */
function useMembers(file: CaseFile): readonly Member[] {
  const { t } = useLingui();
  const found = usePersonOfCase(file.row.id, file.row.person_id);
  const cases = useOwnCases();
  const { today } = file.situation;
  const living = (found?.households ?? [])
    .flatMap(({ members }) => members)
    .filter(({ until_day }) => until_day === null || until_day > today)
    .filter((one) => one.person_id !== file.row.person_id);
  const open = [...(cases?.values() ?? [])];
  return [
    { person_id: file.row.person_id, name: nameText(file.person?.name ?? {}), file },
    ...living.map(({ person_id, name }) => ({
      ...{ person_id, name: name === null ? t`Somebody of the household` : nameText(name) },
      file: open.find((one) => one.row.person_id === person_id),
    })),
  ];
}

/** One form for several of a household: a packet for each whose own consent or law covers it, and for nobody else. */
export function HouseholdReferral({ file }: { readonly file: CaseFile }) {
  const members = useMembers(file);
  const [open, setOpen] = useState(false);
  const [prepared, setPrepared] = useState(0);
  if (members.length < 2) return null;
  return (
    <>
      {prepared === 0 ? null : (
        <Notice>
          <Trans>Prepared: {prepared}. Look at each in its own file, and send it there.</Trans>
        </Notice>
      )}
      {open ? (
        <HouseholdForm
          file={file}
          members={members}
          close={() => setOpen(false)}
          onPrepared={(count) => {
            setPrepared(count);
            setOpen(false);
          }}
        />
      ) : (
        <Button
          className="no-print"
          variant="default"
          leftSection={<IconUsers size={20} aria-hidden />}
          onClick={() => {
            setPrepared(0);
            setOpen(true);
          }}
        >
          <Trans>A referral for several of the household</Trans>
        </Button>
      )}
    </>
  );
}

interface HouseholdFormProps {
  readonly file: CaseFile;
  readonly members: readonly Member[];
  readonly close: () => void;
  readonly onPrepared: (count: number) => void;
}

function HouseholdForm({ file, members, close, onPrepared }: HouseholdFormProps) {
  const { t } = useLingui();
  const say = useSayAbout();
  const services = [...useServices().values()].filter((one) => one.active);
  const [serviceId, setServiceId] = useState('');
  const [urgency, setUrgency] = useState<'routine' | 'urgent'>('routine');
  const [words, setWords] = useState('');
  const [without, setWithout] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const service = services.find((one) => one.id === serviceId);
  const asked = service === undefined ? undefined : { ...service, urgency };
  const told = members.map((one) => ({
    ...one,
    why: asked === undefined ? null : whyLeftOut(one.file, asked),
  }));
  const able = told.filter((one) => one.why === null);
  const chosen = able.filter(({ person_id }) => !without.includes(person_id));

  async function send(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ service_id: serviceId });
    setProblem(missing);
    if (missing !== undefined || service === undefined) return;
    setBusy(true);
    let count = 0;
    for (const one of chosen) {
      if (one.file === undefined) continue;
      const body = bodyFor(one.file, service, urgency, words);
      const prepared = await say(one.file, 'refer', body);
      if ('problem' in prepared) {
        setProblem(prepared.problem);
        continue;
      }
      count += 1;
      setWithout((before) => [...before, one.person_id]);
    }
    setBusy(false);
    if (count === chosen.length) onPrepared(count);
  }
  return (
    <FieldProblems problem={problem}>
      <form className={styles.form} onSubmit={send} noValidate>
        <ServiceChoice
          file={file}
          services={services}
          value={serviceId}
          onChange={(id) => {
            setServiceId(id);
            setWithout([]);
          }}
        />
        {service === undefined ? null : (
          <>
            <Told file={file} service={service} />
            <Many
              path="people"
              legend={<Trans>A packet of their own for</Trans>}
              options={able.map(({ person_id, name }) => ({ value: person_id, label: name }))}
              value={chosen.map(({ person_id }) => person_id)}
              onChange={(ids) =>
                setWithout(
                  able.map(({ person_id }) => person_id).filter((one) => !ids.includes(one)),
                )
              }
            />
            <LeftOutList people={told} />
          </>
        )}
        <Choice
          path="urgency"
          legend={<Trans>Is it urgent?</Trans>}
          options={[
            { value: 'routine', label: t`No` },
            { value: 'urgent', label: t`Urgent` },
          ]}
          value={urgency}
          onChange={setUrgency}
        />
        <CaseLine
          file={file}
          path="words"
          label={t`What is asked of the service (it will read this)`}
          description={t`The same words go with each packet: name nobody in them.`}
          maxLength={1000}
          value={words}
          onChange={(text) => setWords(text)}
        />
        <ProblemText problem={otherProblems(problem, ['service_id', 'words'])} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            loading={busy}
            disabled={service !== undefined && chosen.length === 0}
            leftSection={<IconSend size={20} aria-hidden />}
          >
            <Trans>Prepare, send later</Trans>
          </Button>
          <Button variant="subtle" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}

/** What each packet holds, to read out first; nothing about the others of the household by name. */
function Told({ file, service }: { readonly file: CaseFile; readonly service: ServiceRow }) {
  const { i18n } = useLingui();
  const fields = packetTemplate(file.model, service.purpose)?.fields ?? [];
  const told = fields.map((field) => i18n._(PACKET_WORDS[field])).join(', ');
  return (
    <div className={styles.soft}>
      <Trans>Each packet tells, of its own person only: {told}</Trans>
    </div>
  );
}

interface LeftOutListProps {
  readonly people: readonly (Member & { readonly why: LeftOut | null })[];
}

function LeftOutList({ people }: LeftOutListProps) {
  const { t } = useLingui();
  const words: Record<LeftOut, string> = {
    no_file: t`no support file with you`,
    closed: t`support was completed`,
    no_consent: t`no consent for this, and no law`,
    child_says_no: t`the child says no`,
  };
  const left = people.flatMap((one) => (one.why === null ? [] : [{ ...one, why: one.why }]));
  if (left.length === 0) return null;
  return (
    <div className={styles.look}>
      <Trans>Left out, and why:</Trans>
      <ul>
        {left.map(({ person_id, name, why }) => (
          <li key={person_id}>
            {name}: {words[why]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function bodyFor(
  { model, person }: CaseFile,
  service: ServiceRow,
  urgency: 'routine' | 'urgent',
  words: string,
): CommandBodies['refer'] {
  return {
    ...{ referral_id: uuid(), service_id: service.id, purpose: service.purpose, urgency },
    organisation_id: service.organisation_id,
    fields: [...(packetTemplate(model, service.purpose)?.fields ?? [])],
    interpreter: {
      needed: person?.interpreter_needed ?? false,
      language: person?.languages[0],
    },
    ...{ accompanied_by: 'family', words: given(words) },
  };
}
