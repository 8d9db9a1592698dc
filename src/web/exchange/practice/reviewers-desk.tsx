import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField, DayField } from '../../ui/field.tsx';
import { countryName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useSay, type WholePractice } from './use-practice.ts';

const desk = z.object({
  asked: z.array(
    z.object({
      ...{ name: z.string(), country: z.string().nullable() },
      ...{ decided: z.boolean(), declined_because: z.string().nullable() },
    }),
  ),
  possible: z.array(z.object({ id: z.uuid(), name: z.string(), country: z.string().nullable() })),
});

/** The editor asks two reviewers of other countries; a card that nobody looks after any more goes to the archive. */
export function ReviewersDesk({ whole }: { readonly whole: WholePractice }) {
  const asks = whole.state === 'submitted' || whole.state === 'in_review';
  if (asks) return <Reviewers whole={whole} />;
  return whole.may.renew ? <Looked whole={whole} /> : null;
}

function Reviewers({ whole }: { readonly whole: WholePractice }) {
  const { t, i18n } = useLingui();
  const path = `/api/exchange/practices/${whole.id}/reviewers`;
  const asked = useAsk(['exchange', 'reviewers', whole.id, whole.version], path, desk);
  const { say, problem, busy } = useSay();
  const [chosen, setChosen] = useState('');
  const land = (code: string | null) =>
    code === null ? t`International organisation` : countryName(i18n.locale, code);
  return (
    <Section title={<Trans>Reviewers</Trans>}>
      <Answered asked={asked}>
        {(found) => (
          <>
            <ul>
              {found.asked.map((one) => (
                <li key={one.name}>
                  {one.name} ({land(one.country)}):{' '}
                  {one.declined_because !== null
                    ? t`has stepped back`
                    : one.decided
                      ? t`has answered`
                      : t`has not answered yet`}
                </li>
              ))}
            </ul>
            {found.possible.length === 0 ? (
              <p>
                <Trans>Nobody else can be asked at the moment.</Trans>
              </p>
            ) : (
              <>
                <ChoiceField
                  path="reviewer_id"
                  label={t`Ask somebody of another country and institution`}
                  value={chosen}
                  data={[
                    { value: '', label: t`Choose` },
                    ...found.possible.map(({ id, name, country }) => ({
                      value: id,
                      label: `${name} (${land(country)})`,
                    })),
                  ]}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                />
                <Button
                  mt="sm"
                  loading={busy}
                  disabled={chosen === ''}
                  onClick={async () => {
                    const body = { review_id: uuid(), reviewer_id: chosen };
                    if (await say('POST', path, body)) setChosen('');
                  }}
                >
                  <Trans>Ask for a review</Trans>
                </Button>
              </>
            )}
            <ProblemText problem={problem} />
          </>
        )}
      </Answered>
    </Section>
  );
}

function Looked({ whole }: { readonly whole: WholePractice }) {
  const { t } = useLingui();
  const { say, problem, busy } = useSay();
  const [day, setDay] = useState('');
  const path = `/api/exchange/practices/${whole.id}`;
  return (
    <Section title={<Trans>Still right?</Trans>}>
      <DayField
        path="review_on"
        label={t`Looked at today; to be looked at again on`}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <div
        style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem', marginBlockStart: '0.75rem' }}
      >
        <Button
          loading={busy}
          disabled={day === ''}
          onClick={() => void say('POST', `${path}/renewal`, { review_on: day })}
        >
          <Trans>It is still right</Trans>
        </Button>
        <Button
          variant="default"
          loading={busy}
          onClick={() => void say('POST', `${path}/archive`)}
        >
          <Trans>Put it into the archive</Trans>
        </Button>
      </div>
      <ProblemText problem={problem} />
    </Section>
  );
}
