import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { PLACEHOLDERS } from '#domain/exchange/conference/letter.ts';
import { letterTemplate } from '#domain/exchange/conference/letter-templates.ts';
import { afterStep, DECISIONS, type Decision } from '#domain/exchange/conference/proposal.ts';
import type { ProposalView } from '#domain/exchange/conference/proposal-view.ts';
import { FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { languageName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useConferenceWords } from './conference-words.ts';
import { Prose } from './proposal-form.tsx';
import { useSend } from './use-send.ts';

/** The decision on a proposal, with the letter that tells it in the proposer's language. */
export function DecisionPart({ one }: { readonly one: ProposalView }) {
  const { t, i18n } = useLingui();
  const words = useConferenceWords();
  const { send, problem, busy } = useSend();
  const possible = DECISIONS.filter((step) => !('problem' in afterStep(one.state, step)));
  const [decision, setDecision] = useState<Decision>(possible[0] ?? 'accept');
  const [letter, setLetter] = useState(() => letterTemplate(decision, one.title.source));
  if (possible.length === 0) return null;
  const language = languageName(i18n.locale, one.title.source);
  const names = PLACEHOLDERS.map((name) => `{${name}}`).join(' ');
  return (
    <Section title={<Trans>Decision</Trans>}>
      <FieldProblems problem={problem}>
        <Stack>
          <SegmentedControl
            aria-label={t`Decision`}
            value={decision}
            data={possible.map((value) => ({ value, label: words.decisions[value] }))}
            onChange={(value) => {
              const next = DECISIONS.find((step) => step === value) ?? decision;
              setDecision(next);
              setLetter(letterTemplate(next, one.title.source));
            }}
          />
          <p>
            <Trans>The letter goes out in the language of the proposal: {language}.</Trans>
          </p>
          <TextField
            path="letter.subject"
            label={t`Subject`}
            maxLength={200}
            value={letter.subject}
            onChange={(event) => setLetter({ ...letter, subject: event.currentTarget.value })}
          />
          <Prose
            path="letter.body"
            label={t`Letter`}
            description={t`Filled in for each reader: ${names}`}
            maxLength={6000}
            value={letter.body}
            onChange={(body) => setLetter({ ...letter, body })}
          />
          <ProblemText problem={otherProblems(problem, ['letter.subject', 'letter.body'])} />
          <div>
            <Button
              loading={busy}
              onClick={() =>
                void send('POST', `/api/exchange/proposals/${one.id}/decision`, {
                  ...{ decision, version: one.version, letter },
                })
              }
            >
              <Trans>Decide and send the letter</Trans>
            </Button>
          </div>
        </Stack>
      </FieldProblems>
    </Section>
  );
}
