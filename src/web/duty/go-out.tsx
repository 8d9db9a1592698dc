import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { may } from '#domain/access/rights.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import { given } from '../case/command-form.tsx';
import { useColleagues } from '../case/use-names.ts';
import { ChoiceField, FieldProblems, otherProblems, TextField, unfilled } from '../ui/field.tsx';
import { instantOf, MomentField } from '../ui/moment-field.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import type { SayProps } from './own-outing.tsx';

const EMPTY = { back_at: '', second_account_id: '', words: '' };
const FIELDS = ['back_at', 'second_account_id', 'words'];

interface GoOutProps extends SayProps {
  /** Who would be told, by name; undefined while that is not known. */
  readonly told: readonly string[] | undefined;
  readonly grace: number | undefined;
}

/** Until when, with whom, and a word for whoever would look: no address is asked for. */
export function GoOut({ say, told, grace }: GoOutProps) {
  const { t, i18n } = useLingui();
  const me = useMe();
  const [value, setValue] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const change = (patch: Partial<typeof EMPTY>) => setValue({ ...value, ...patch });
  const others = [...useColleagues().values()]
    // Along goes who works here: a service and a mentor have no such page.
    .filter(({ active, id, role }) => active && id !== me.id && may(role, 'append', 'general'))
    .toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));

  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ back_at: value.back_at });
    if (empty !== undefined) return setProblem(empty);
    const said = await say('go_out', {
      ...{ outing_id: uuid(), back_at: instantOf(value.back_at), words: given(value.words) },
      second_account_id: given(value.second_account_id),
    });
    if ('problem' in said) return setProblem(said.problem);
    setProblem(undefined);
    setValue(EMPTY);
  }
  return (
    <Section title={<Trans>Going out</Trans>}>
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={save} noValidate>
          <MomentField
            path="back_at"
            label={t`Back by`}
            value={value.back_at}
            onChange={(back_at) => change({ back_at })}
          />
          <ChoiceField
            path="second_account_id"
            label={t`Who goes along`}
            value={value.second_account_id}
            data={[
              { value: '', label: t`Nobody` },
              ...others.map(({ id, name, role }) => ({
                value: id,
                label: `${name} · ${i18n._(ROLE_NAMES[role])}`,
              })),
            ]}
            onChange={(event) => change({ second_account_id: event.currentTarget.value })}
          />
          <TextField
            path="words"
            label={t`A word for whoever would look for you`}
            description={t`For example which telephone you have with you. No address, no name of a person.`}
            value={value.words}
            onChange={(event) => change({ words: event.currentTarget.value })}
          />
          <ProblemText problem={otherProblems(problem, FIELDS)} />
          <Told told={told} grace={grace} />
          <div className={parts.buttons}>
            <Button type="submit">
              <Trans>I am going out</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}

function Told({ told, grace }: Pick<GoOutProps, 'told' | 'grace'>) {
  if (told === undefined || grace === undefined) return null;
  const people = told.join(', ');
  return told.length === 0 ? (
    <Notice>
      <Trans>Nobody near you would be told. Please agree with a colleague by telephone.</Trans>
    </Notice>
  ) : (
    <p className={parts.soft} style={{ margin: 0 }}>
      <Trans>
        If you are not back {grace} minutes after that, this is told to: {people}
      </Trans>
    </p>
  );
}
