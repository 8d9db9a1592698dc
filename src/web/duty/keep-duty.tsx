import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { DUTY_ROLES } from '#domain/duty/duty.ts';
import type { Problem } from '#domain/problem.ts';
import { useColleagues } from '../case/use-names.ts';
import { call } from '../http.ts';
import { useOnce } from '../once.ts';
import { ChoiceField, FieldProblems, otherProblems, unfilled } from '../ui/field.tsx';
import { instantOf, MomentField } from '../ui/moment-field.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';

const EMPTY = { account_id: '', from_at: '', until_at: '' };

/** One more line of the rota: who, from when, until when. */
export function KeepDuty() {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const add = useOnce();
  const [value, setValue] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const people = [...useColleagues().values()].filter(
    ({ active, role }) => active && DUTY_ROLES.some((one) => one === role),
  );
  const change = (patch: Partial<typeof EMPTY>) => setValue({ ...value, ...patch });

  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled(value);
    if (empty !== undefined) return setProblem(empty);
    setBusy(true);
    const body = {
      ...{ account_id: value.account_id, from_at: instantOf(value.from_at) },
      until_at: instantOf(value.until_at),
    };
    const found = await add(body, async (id) => {
      const reply = await call(`/api/duties/${id}`, z.unknown(), { method: 'PUT', body });
      return reply.ok ? undefined : reply.problem;
    });
    setBusy(false);
    setProblem(found);
    if (found !== undefined) return;
    setValue(EMPTY);
    await queries.invalidateQueries({ queryKey: ['duties'] });
  }
  return (
    <Section title={<Trans>Put somebody on duty</Trans>}>
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={save} noValidate>
          <ChoiceField
            path="account_id"
            label={t`Who`}
            value={value.account_id}
            data={[
              { value: '', label: t`Please choose` },
              ...people.map(({ id, name, role }) => ({
                value: id,
                label: `${name} · ${i18n._(ROLE_NAMES[role])}`,
              })),
            ]}
            onChange={(event) => change({ account_id: event.currentTarget.value })}
          />
          <div className={parts.pair}>
            <MomentField
              path="from_at"
              label={t`On duty from`}
              value={value.from_at}
              onChange={(from_at) => change({ from_at })}
            />
            <MomentField
              path="until_at"
              label={t`On duty until`}
              value={value.until_at}
              onChange={(until_at) => change({ until_at })}
            />
          </div>
          <ProblemText problem={otherProblems(problem, ['account_id', 'from_at', 'until_at'])} />
          <div className={parts.buttons}>
            <Button type="submit" loading={busy}>
              <Trans>Put on duty</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}
