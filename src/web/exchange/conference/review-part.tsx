import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { MARKS, type Mark } from '#domain/exchange/conference/criteria.ts';
import type { ProposalView } from '#domain/exchange/conference/proposal-view.ts';
import { ADVICE, type Review } from '#domain/exchange/conference/review.ts';
import { ChoiceField, FieldProblems, otherProblems } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/ui.module.css';
import { useConferenceWords } from './conference-words.ts';
import { Prose } from './proposal-form.tsx';
import { useSend } from './use-send.ts';

/** The review of one reviewer: a mark for each criterion with its words, an advice, two texts. */
export function ReviewPart({ one }: { readonly one: ProposalView }) {
  const { t } = useLingui();
  const words = useConferenceWords();
  const navigate = useNavigate();
  const { send, problem, busy, done } = useSend();
  const own = one.reviews.find(({ mine }) => mine);
  const [draft, setDraft] = useState<Review>({
    marks: own?.marks ?? {},
    advice: own?.advice ?? 'unsure',
    to_author: own?.to_author ?? null,
    to_organiser: own?.to_organiser ?? null,
  });
  const criteria = one.call?.criteria ?? [];
  const path = `/api/exchange/proposals/${one.id}`;

  function submit(event: FormEvent) {
    event.preventDefault();
    void send('PUT', `${path}/review`, draft);
  }
  async function declare() {
    if ((await send('POST', `${path}/conflict`)) !== undefined)
      await navigate({ to: '/workspace/reviews' });
  }
  return (
    <Section title={<Trans>Your review</Trans>}>
      <FieldProblems problem={problem}>
        <form onSubmit={submit} noValidate>
          <Stack>
            {criteria.map((criterion) => (
              <ChoiceField
                key={criterion}
                path={`marks.${criterion}`}
                label={words.criteria[criterion]}
                value={String(draft.marks[criterion] ?? '')}
                data={[
                  { value: '', label: t`Please choose` },
                  ...MARKS.map((mark) => ({ value: String(mark), label: words.marks[mark] })),
                ]}
                onChange={(event) => {
                  const mark = MARKS.find((other) => String(other) === event.currentTarget.value);
                  setDraft({ ...draft, marks: marked(draft.marks, criterion, mark) });
                }}
              />
            ))}
            <ChoiceField
              path="advice"
              label={t`Your advice`}
              value={draft.advice}
              data={ADVICE.map((value) => ({ value, label: words.advice[value] }))}
              onChange={(event) =>
                setDraft({
                  ...draft,
                  advice: ADVICE.find((other) => other === event.currentTarget.value) ?? 'unsure',
                })
              }
            />
            <Prose
              path="to_author"
              label={t`To the author`}
              description={t`Stands in the letter, without your name.`}
              maxLength={4000}
              value={draft.to_author ?? ''}
              onChange={(text) => setDraft({ ...draft, to_author: text === '' ? null : text })}
            />
            <Prose
              path="to_organiser"
              label={t`To the organisers only`}
              maxLength={4000}
              value={draft.to_organiser ?? ''}
              onChange={(text) => setDraft({ ...draft, to_organiser: text === '' ? null : text })}
            />
            <ProblemText
              problem={otherProblems(
                problem,
                criteria.map((criterion) => `marks.${criterion}`),
              )}
            />
            {done ? (
              <div role="status">
                <Notice>
                  <Trans>Your review is in. You can change it until the decision.</Trans>
                </Notice>
              </div>
            ) : null}
            <div className={styles.actions}>
              <Button type="submit" loading={busy}>
                <Trans>Hand in the review</Trans>
              </Button>
              <Button variant="subtle" loading={busy} onClick={() => void declare()}>
                <Trans>I stand too near to this</Trans>
              </Button>
            </div>
          </Stack>
        </form>
      </FieldProblems>
    </Section>
  );
}

function marked(
  marks: Review['marks'],
  criterion: keyof Review['marks'],
  mark: Mark | undefined,
): Review['marks'] {
  const { [criterion]: _, ...others } = marks;
  return mark === undefined ? others : { ...others, [criterion]: mark };
}
