import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { type ListedOuting, OUTING_OUTCOMES } from '#domain/duty/outing.ts';
import type { Problem } from '#domain/problem.ts';
import { Choice } from '../case/choice.tsx';
import { call } from '../http.ts';
import { FieldProblems, otherProblems, unfilled } from '../ui/field.tsx';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import { OutingLine } from './outing-screen.tsx';
import { OUTING_OUTCOME_WORDS } from './work-words.ts';

type Outcome = (typeof OUTING_OUTCOMES)[number];

/** A colleague who did not come back: whose task it is, and what was found. */
export function OutingAlert({ outing }: { readonly outing: ListedOuting }) {
  const { i18n } = useLingui();
  const whose = outing.alert_to ?? '…';
  const back = outing.came_back_at === null ? '' : formatMoment(i18n.locale, outing.came_back_at);
  return (
    <Section
      title={<Trans>A colleague is waited for</Trans>}
      actions={
        <span className={parts.tag} data-tone="urgent">
          {outing.mine ? <Trans>Your task</Trans> : <Trans>{whose} looks for them</Trans>}
        </span>
      }
    >
      <OutingLine outing={outing} />
      {back === '' ? null : (
        <p>
          <strong>
            <Trans>“I am back” was said at {back}. Please hear it from themselves.</Trans>
          </strong>
        </p>
      )}
      {outing.abilities.includes('close') ? <Found id={outing.id} /> : null}
    </Section>
  );
}

function Found({ id }: { readonly id: string }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [found, setFound] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ outcome, found });
    if (empty !== undefined) return setProblem(empty);
    setBusy(true);
    const body = { outcome, found };
    const reply = await call(`/api/outings/${id}/close`, z.unknown(), { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: ['outings'] });
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <Choice
          path="outcome"
          legend={<Trans>How is it?</Trans>}
          options={OUTING_OUTCOMES.map((one) => ({
            value: one,
            label: i18n._(OUTING_OUTCOME_WORDS[one]),
          }))}
          value={outcome}
          onChange={setOutcome}
        />
        <ProseField
          path="found"
          label={t`What was found`}
          description={t`How you found out. No address, no name of a person.`}
          value={found}
          onChange={setFound}
        />
        <ProblemText problem={otherProblems(problem, ['outcome', 'found'])} />
        <div className={parts.buttons}>
          <Button type="submit" loading={busy}>
            <Trans>Close it</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}
