import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { may } from '#domain/access/rights.ts';
import { pointsAtSomebody, SUPERVISION_TOPICS } from '#domain/duty/supervision.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import { given } from '../case/command-form.tsx';
import { personRow } from '../case/rows.ts';
import { useColleagues } from '../case/use-names.ts';
import { useRows } from '../device/use-rows.ts';
import { call } from '../http.ts';
import {
  ChoiceField,
  DayField,
  FieldProblems,
  otherProblems,
  TextField,
  unfilled,
  useFieldError,
} from '../ui/field.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import { TOPIC_WORDS } from './supervision-screen.tsx';

type Topic = (typeof SUPERVISION_TOPICS)[number];
const EMPTY = { with_account_id: '', on: '', hours: '1', topics: [] as Topic[], agreed: '' };
const FIELDS = ['with_account_id', 'on', 'hours', 'topics', 'agreed'];

/** One more talk; warns where the words lead to somebody who is worked with. */
export function WriteSession() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const queries = useQueryClient();
  // Sent again after a lost answer it is the same talk.
  const [id, setId] = useState(() => uuid());
  const [value, setValue] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const names = useNamesOfPeople();
  const change = (patch: Partial<typeof EMPTY>) => setValue({ ...value, ...patch });
  // Whoever has no such page would never read it.
  const others = [...useColleagues().values()]
    .filter((one) => one.active && one.id !== me.id && may(one.role, 'append', 'general'))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));

  async function save(event: FormEvent) {
    event.preventDefault();
    const { with_account_id, on, hours } = value;
    const empty = unfilled({ with_account_id, on, hours, topics: value.topics.join() });
    if (empty !== undefined) return setProblem(empty);
    setBusy(true);
    const body = { ...value, hours: Number(hours.replace(',', '.')), agreed: given(value.agreed) };
    const reply = await call(`/api/supervision/${id}`, z.unknown(), { method: 'PUT', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    setProblem(undefined);
    setValue(EMPTY);
    setId(uuid());
    await queries.invalidateQueries({ queryKey: ['supervision'] });
  }
  return (
    <Section title={<Trans>Write down a talk</Trans>}>
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={save} noValidate>
          <ChoiceField
            path="with_account_id"
            label={t`With whom`}
            value={value.with_account_id}
            data={[
              { value: '', label: t`Please choose` },
              ...others.map((one) => ({
                value: one.id,
                label: `${one.name} · ${i18n._(ROLE_NAMES[one.role])}`,
              })),
            ]}
            onChange={(event) => change({ with_account_id: event.currentTarget.value })}
          />
          <div className={parts.pair}>
            <DayField
              path="on"
              label={t`Day`}
              value={value.on}
              onChange={(event) => change({ on: event.currentTarget.value })}
            />
            <TextField
              path="hours"
              label={t`Hours`}
              inputMode="decimal"
              value={value.hours}
              onChange={(event) => change({ hours: event.currentTarget.value })}
            />
          </div>
          <Topics value={value.topics} onChange={(topics) => change({ topics })} />
          <ProseField
            path="agreed"
            label={t`What was agreed, without names`}
            description=""
            minRows={2}
            value={value.agreed}
            onChange={(agreed) => change({ agreed })}
          />
          {pointsAtSomebody(value.agreed, names) ? (
            <Notice>
              <Trans>
                This looks like a name or a number of a file. Please say it without: what was said
                about somebody belongs into their file.
              </Trans>
            </Notice>
          ) : null}
          <ProblemText problem={otherProblems(problem, FIELDS)} />
          <div className={parts.buttons}>
            <Button type="submit" loading={busy}>
              <Trans>Save</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}

interface TopicsProps {
  readonly value: readonly Topic[];
  readonly onChange: (topics: Topic[]) => void;
}

function Topics({ value, onChange }: TopicsProps) {
  const { i18n } = useLingui();
  const error = useFieldError('topics');
  return (
    <fieldset className={parts.choice}>
      <legend>
        <Trans>What it was about</Trans>
      </legend>
      <div className={parts.chips}>
        {SUPERVISION_TOPICS.map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={value.includes(code)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...value, code]
                    : value.filter((one) => one !== code),
                )
              }
            />
            <span>{i18n._(TOPIC_WORDS[code])}</span>
          </label>
        ))}
      </div>
      {error === undefined ? null : <div role="alert">{error}</div>}
    </fieldset>
  );
}

/** The names of people whom this device carries; over the line none are known, and numbers still are. */
function useNamesOfPeople(): readonly string[] {
  const people = useRows('person', personRow);
  return [...(people?.values() ?? [])].flatMap(({ name }) =>
    [name?.given, name?.family].filter((one) => one !== undefined),
  );
}
