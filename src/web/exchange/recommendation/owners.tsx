import { Trans, useLingui } from '@lingui/react/macro';
import { Button, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { institutionChoices } from '#domain/exchange/recommendation/recommendation.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import {
  ChoiceField,
  DayField,
  FieldProblems,
  otherProblems,
  useFieldError,
} from '../../ui/field.tsx';
import { countryName } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import type { PartProps } from './recommendation-screen.tsx';
import { useSay } from './use-recommendation.ts';

/** Who takes it on, with whom, and by when: said by the organiser. */
export function Owners({ one }: PartProps) {
  const { i18n } = useLingui();
  const asked = useAsk(
    ['exchange', 'institution-choices'],
    '/api/exchange/institution-choices',
    institutionChoices,
  );
  return (
    <Section title={<Trans>Owners and dates</Trans>}>
      <Answered asked={asked}>
        {({ institutions }) => (
          <OwnersForm
            key={`${one.lead?.id}${one.due_on}${one.review_on}`}
            one={one}
            choices={institutions
              .map(({ id, name, country }) => ({
                value: id,
                label: [
                  inLanguage(name, i18n.locale).text,
                  country === null ? null : countryName(i18n.locale, country),
                ]
                  .filter((part) => part !== null)
                  .join(', '),
              }))
              .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale))}
          />
        )}
      </Answered>
    </Section>
  );
}

interface OwnersFormProps extends PartProps {
  readonly choices: { value: string; label: string }[];
}

function OwnersForm({ one, choices }: OwnersFormProps) {
  const { t } = useLingui();
  const [lead, setLead] = useState(one.lead?.id ?? '');
  const [others, setOthers] = useState(one.co_owners.map(({ id }) => id));
  const [due, setDue] = useState(one.due_on ?? '');
  const [review, setReview] = useState(one.review_on ?? '');
  const { say, problem, busy } = useSay();
  const day = (value: string) => (value === '' ? null : value);
  const save = () =>
    say(`recommendations/${one.id}/owners`, {
      ...{ lead_id: day(lead), co_owner_ids: others.filter((id) => id !== lead) },
      ...{ due_on: day(due), review_on: day(review) },
    });
  return (
    <FieldProblems problem={problem}>
      <div className={parts.form}>
        <ChoiceField
          path="lead_id"
          label={t`Lead owner`}
          value={lead}
          data={[{ value: '', label: t`No owner yet` }, ...choices]}
          onChange={(event) => setLead(event.currentTarget.value)}
        />
        <CoOwners
          choices={choices.filter(({ value }) => value !== lead)}
          value={others}
          onChange={setOthers}
        />
        <div className={parts.pair}>
          <DayField
            path="due_on"
            label={t`To be done by`}
            value={due}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
          <DayField
            path="review_on"
            label={t`Next report by`}
            value={review}
            onChange={(event) => setReview(event.currentTarget.value)}
          />
        </div>
        <ProblemText
          problem={otherProblems(problem, ['lead_id', 'co_owner_ids', 'due_on', 'review_on'])}
        />
        <div className={parts.buttons}>
          <Button loading={busy} onClick={() => void save()}>
            <Trans>Save owners and dates</Trans>
          </Button>
        </div>
      </div>
    </FieldProblems>
  );
}

interface CoOwnersProps {
  readonly choices: { value: string; label: string }[];
  readonly value: string[];
  readonly onChange: (ids: string[]) => void;
}

function CoOwners({ choices, value, onChange }: CoOwnersProps) {
  const { t } = useLingui();
  const error = useFieldError('co_owner_ids');
  return (
    <MultiSelect
      label={t`Together with`}
      data={choices}
      value={value}
      onChange={onChange}
      maxValues={20}
      searchable
      clearable
      error={error}
    />
  );
}
