import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type ArrivalList, arrivalPlan } from '#domain/arrival/list.ts';
import { Choice } from '../case/choice.tsx';
import { Section } from '../ui/page.tsx';
import styles from './arrival.module.css';
import type { Tell } from './use-list.ts';
import { ANSWER_WORDS, QUESTION_WORDS } from './words.ts';

interface QuestionsProps {
  readonly list: ArrivalList;
  readonly busy: boolean;
  readonly tell: Tell;
}

/** What only the list's owner knows; the answers go into the mapping and the list is checked again. */
export function Questions({ list, busy, tell }: QuestionsProps) {
  const { i18n } = useLingui();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const { plan, report } = list;
  if (plan === null || report === null) return null;

  async function answer() {
    const next = arrivalPlan.safeParse({ ...plan, mapping: { ...plan?.mapping, ...answers } });
    if (!next.success) return;
    const saved = await tell('/mapping', { method: 'PUT', body: next.data });
    if (saved !== undefined) await tell('/check', { method: 'POST' });
  }

  return (
    <Section title={<Trans>Questions about this list</Trans>}>
      <div className={styles.stack}>
        {report.questions.map((question) => (
          <Choice
            key={question.code}
            path={question.sets}
            legend={i18n._(QUESTION_WORDS[question.code])}
            description={<Rows count={question.count} rows={question.rows} />}
            options={question.choices.map((value) => ({
              value,
              label: ANSWER_WORDS[value] === undefined ? value : i18n._(ANSWER_WORDS[value]),
            }))}
            value={answers[question.sets] ?? ''}
            onChange={(value) => setAnswers({ ...answers, [question.sets]: value })}
          />
        ))}
        <div>
          <Button
            loading={busy}
            disabled={Object.keys(answers).length === 0}
            onClick={() => void answer()}
          >
            <Trans>Answer and check again</Trans>
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Rows({ count, rows }: { readonly count: number; readonly rows: readonly number[] }) {
  const named = rows.slice(0, 10).join(', ');
  return (
    <Trans>
      {count} rows, for example {named}
    </Trans>
  );
}
