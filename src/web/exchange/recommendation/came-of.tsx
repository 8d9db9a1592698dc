import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Outcome, outcomeChoices } from '#domain/exchange/recommendation/came-of.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, FieldProblems, otherProblems } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { OutcomeLink } from './came-of-links.tsx';
import type { PartProps } from './recommendation-screen.tsx';
import { useSay } from './use-recommendation.ts';

/** The practice or the model that came of an adopted text; the organiser links it. */
export function CameOf({ one }: PartProps) {
  if (one.came_of === null && !one.abilities.organise) return null;
  return (
    <Section title={<Trans>Practice or model that came of it</Trans>}>
      {one.came_of === null ? (
        <p className={parts.soft}>
          <Trans>Nothing is linked yet.</Trans>
        </p>
      ) : (
        <p>
          <OutcomeLink outcome={one.came_of} />
        </p>
      )}
      {one.abilities.organise ? <Choose one={one} /> : null}
    </Section>
  );
}

const keyOf = (of: Pick<Outcome, 'kind' | 'id'>) => `${of.kind}:${of.id}`;

function Choose({ one }: PartProps) {
  const { t, i18n } = useLingui();
  const asked = useAsk(
    ['exchange', 'outcome-choices'],
    '/api/exchange/outcome-choices',
    outcomeChoices,
  );
  const [chosen, setChosen] = useState(one.came_of === null ? '' : keyOf(one.came_of));
  const { say, problem, busy } = useSay();
  return (
    <Answered asked={asked}>
      {({ outcomes }) => {
        // What is linked already may stand behind the newest.
        const all = [
          ...outcomes,
          ...(one.came_of !== null && !outcomes.some(({ id }) => id === one.came_of?.id)
            ? [one.came_of]
            : []),
        ];
        const found = all.find((outcome) => keyOf(outcome) === chosen);
        const of = found === undefined ? null : { kind: found.kind, id: found.id };
        const title = (outcome: Outcome) => inLanguage(outcome.title, i18n.locale).text;
        return (
          <FieldProblems problem={problem}>
            <div className={parts.form}>
              <ChoiceField
                path="of.id"
                label={t`What came of it, out of what is published`}
                value={chosen}
                data={[
                  { value: '', label: t`Nothing` },
                  ...all
                    .map((outcome) => ({
                      value: keyOf(outcome),
                      label:
                        outcome.kind === 'model'
                          ? t`Programme model: ${title(outcome)}`
                          : title(outcome),
                    }))
                    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale)),
                ]}
                onChange={(event) => setChosen(event.currentTarget.value)}
              />
              <ProblemText problem={otherProblems(problem, ['of.id'])} />
              <div className={parts.buttons}>
                <Button
                  variant="default"
                  loading={busy}
                  disabled={chosen === (one.came_of === null ? '' : keyOf(one.came_of))}
                  onClick={() => void say(`recommendations/${one.id}/came-of`, { of })}
                >
                  <Trans>Save the link</Trans>
                </Button>
              </div>
            </div>
          </FieldProblems>
        );
      }}
    </Answered>
  );
}
