import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { DECLINE_REASONS, type ListedTransfer } from '#domain/case/transfer-state.ts';
import type { Problem } from '#domain/problem.ts';
import { Choice } from '../case/choice.tsx';
import { given } from '../case/command-form.tsx';
import { DECLINE_WORDS } from '../case/transfer-words.ts';
import { useWordCheck } from '../case/word-check.ts';
import { useNewestModel } from '../group/use-groups.ts';
import { call } from '../http.ts';
import { ChoiceField, FieldProblems, otherProblems } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { LineField } from '../ui/prose-field.tsx';

export interface Worker {
  readonly account_id: string;
  readonly name: string;
}
interface Props {
  readonly request: ListedTransfer;
  readonly workers: readonly Worker[];
}
type Ability = ListedTransfer['abilities'][number];

const answered = z.object({ answer: z.string(), case_id: z.string().nullable() });
const EMPTY = { account_id: '', words: '', reason: '' as (typeof DECLINE_REASONS)[number] | '' };

/** Accept with or without a worker, ask back, or decline with a reason: over the line, at once. */
export function AnswerTransfer({ request, workers }: Props) {
  const { t, i18n } = useLingui();
  const [opened, setOpened] = useState<Ability>();
  const [value, setValue] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const check = useWordCheck(useNewestModel());
  const change = (patch: Partial<typeof EMPTY>) => setValue({ ...value, ...patch });
  const open = (ability: Ability | undefined) => {
    setOpened(ability);
    setValue(EMPTY);
    setProblem(undefined);
  };

  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const { account_id, words, reason } = value;
    const said = {
      accept: { account_id: given(account_id) },
      ask: { words },
      decline: { reason: reason === '' ? undefined : reason, words: given(words) },
    };
    const body = { answer: opened, command_id: uuid(), ...(opened ? said[opened] : {}) };
    const url = `/api/transfers/${request.id}/answer`;
    const reply = await call(url, answered, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    open(undefined);
    await queries.invalidateQueries({ queryKey: ['transfers'] });
  }
  if (request.abilities.length === 0) return null;
  if (opened === undefined) {
    const words = { accept: t`Accept`, ask: t`Ask back`, decline: t`Decline` };
    return (
      <div className={parts.buttons}>
        {request.abilities.map((ability) => (
          <Button
            key={ability}
            variant={ability === 'accept' ? 'filled' : 'default'}
            onClick={() => open(ability)}
          >
            {words[ability]}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={send} noValidate>
        {opened === 'accept' ? (
          <ChoiceField
            path="account_id"
            label={t`Support worker`}
            value={value.account_id}
            data={[
              { value: '', label: t`To be chosen later` },
              ...workers.map(({ account_id, name }) => ({ value: account_id, label: name })),
            ]}
            onChange={(event) => change({ account_id: event.currentTarget.value })}
          />
        ) : (
          <>
            {opened === 'decline' ? (
              <Choice
                path="reason"
                legend={<Trans>Why</Trans>}
                options={DECLINE_REASONS.map((code) => ({
                  value: code,
                  label: i18n._(DECLINE_WORDS[code]),
                }))}
                value={value.reason}
                onChange={(reason) => change({ reason })}
              />
            ) : null}
            <LineField
              path="words"
              label={opened === 'ask' ? t`Question, without names` : t`In words, without names`}
              check={check}
              value={value.words}
              onChange={(words) => change({ words })}
            />
          </>
        )}
        <ProblemText problem={otherProblems(problem, ['account_id', 'reason', 'words'])} />
        <div className={parts.buttons}>
          <Button type="submit" loading={busy}>
            {opened === 'accept' ? (
              <Trans>Accept the file</Trans>
            ) : opened === 'ask' ? (
              <Trans>Send the question</Trans>
            ) : (
              <Trans>Decline the request</Trans>
            )}
          </Button>
          <Button variant="subtle" onClick={() => open(undefined)}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}
