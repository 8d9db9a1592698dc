import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { CRITERIA } from '#domain/exchange/conference/criteria.ts';
import type { ProposalView } from '#domain/exchange/conference/proposal-view.ts';
import { meanMark } from '#domain/exchange/conference/review.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useConferenceWords } from './conference-words.ts';
import { Prose } from './proposal-form.tsx';
import { useSend } from './use-send.ts';

/** What all reviewers said, side by side, and their talk about it; empty for whoever may not read it yet. */
export function DiscussionPart({ one }: { readonly one: ProposalView }) {
  const others = one.reviews.filter(({ mine }) => !mine);
  if (others.length === 0 && one.notes.length === 0 && !one.abilities.discuss) return null;
  return (
    <>
      {one.reviews.length === 0 ? null : <Reviews one={one} />}
      {one.notes.length > 0 || one.abilities.discuss ? <Talk one={one} /> : null}
    </>
  );
}

function Reviews({ one }: { readonly one: ProposalView }) {
  const { i18n } = useLingui();
  const words = useConferenceWords();
  const mean = meanMark(one.reviews)?.toLocaleString(i18n.locale, { minimumFractionDigits: 1 });
  return (
    <Section title={<Trans>Reviews: mean mark {mean}</Trans>}>
      {one.reviews.map((review, index) => {
        const number = index + 1;
        return (
          <article key={review.submitted_at}>
            <h3>
              {review.mine ? (
                <Trans>Yours</Trans>
              ) : (
                (review.reviewer ?? <Trans>Reviewer {number}</Trans>)
              )}
              : {words.advice[review.advice]}
            </h3>
            <ul>
              {CRITERIA.map((criterion) => {
                const mark = review.marks[criterion];
                return mark === undefined ? null : (
                  <li key={criterion}>
                    {words.criteria[criterion]}: <strong>{words.marks[mark]}</strong>
                  </li>
                );
              })}
            </ul>
            {review.to_author === null ? null : <p>{review.to_author}</p>}
            {review.to_organiser === null ? null : (
              <p>
                <Trans>To the organisers only:</Trans> {review.to_organiser}
              </p>
            )}
          </article>
        );
      })}
    </Section>
  );
}

function Talk({ one }: { readonly one: ProposalView }) {
  const { t } = useLingui();
  const { add, problem, busy } = useSend();
  const [body, setBody] = useState('');
  async function say() {
    const path = `/api/exchange/proposals/${one.id}/notes`;
    const said = await add(path, (id) => ({ id, body: body.trim() }));
    if (said !== undefined) setBody('');
  }
  return (
    <Section title={<Trans>What reviewers say to each other</Trans>}>
      {one.notes.map((note) => (
        <p key={note.id} style={{ whiteSpace: 'pre-wrap' }}>
          <strong>
            {note.mine ? <Trans>You</Trans> : (note.author ?? <Trans>A reviewer</Trans>)}
          </strong>
          : {note.body}
        </p>
      ))}
      {one.abilities.discuss ? (
        <Stack>
          <Prose
            path="body"
            label={t`Say something to the other reviewers`}
            maxLength={4000}
            value={body}
            onChange={setBody}
          />
          <ProblemText problem={problem} />
          <div>
            <Button loading={busy} disabled={body.trim() === ''} onClick={() => void say()}>
              <Trans>Say it</Trans>
            </Button>
          </div>
        </Stack>
      ) : null}
    </Section>
  );
}
