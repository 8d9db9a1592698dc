import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import type { Study } from '#domain/exchange/practice/gap-map.ts';
import {
  DESIGNS,
  DIRECTIONS,
  INTERVENTIONS,
  OUTCOMES,
} from '#domain/exchange/practice/vocabulary.ts';
import { ChoiceField, TextField } from '../../ui/field.tsx';
import { DESIGN_WORDS, DIRECTION_WORDS, INTERVENTION_WORDS, OUTCOME_WORDS } from './study-words.ts';
import type { Card } from './use-card.ts';

const EMPTY: Study = {
  ...{ intervention: 'case_management', outcome: 'wellbeing', design: 'experience' },
  ...{ direction: 'better', people: 5, year: 2025, source: '' },
};

/** What was looked at, one line each: these lines make the evidence gap map. */
export function StudiesField({ card }: { readonly card: Card }) {
  const { t, i18n } = useLingui();
  const studies = card.shown('studies') as readonly Study[];
  const [draft, setDraft] = useState<Study>(EMPTY);
  const choice = <K extends keyof Study & string>(
    name: K,
    label: string,
    keys: readonly string[],
    words: Readonly<Record<string, { id: string }>>,
  ) => (
    <ChoiceField
      path={name}
      label={label}
      value={String(draft[name])}
      data={keys.map((value) => ({ value, label: i18n._(words[value]?.id ?? value) }))}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>
        <strong>
          <Trans>What was looked at</Trans>
        </strong>
      </legend>
      <ul>
        {studies.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          <li key={at}>
            {i18n._(INTERVENTION_WORDS[one.intervention])} → {i18n._(OUTCOME_WORDS[one.outcome])}:{' '}
            {i18n._(DIRECTION_WORDS[one.direction])}. {i18n._(DESIGN_WORDS[one.design])},{' '}
            {one.people}, {one.year}. {one.source}{' '}
            {card.open ? (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() =>
                  void card.save(
                    'studies',
                    studies.filter((_, index) => index !== at),
                  )
                }
              >
                <Trans>Take out</Trans>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {card.open && studies.length < 30 ? (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {choice('intervention', t`What is done`, INTERVENTIONS, INTERVENTION_WORDS)}
            {choice('outcome', t`What should become better`, OUTCOMES, OUTCOME_WORDS)}
            {choice(
              'direction',
              t({ message: 'Result', context: 'of a study' }),
              DIRECTIONS,
              DIRECTION_WORDS,
            )}
            {choice('design', t`How it was looked at`, DESIGNS, DESIGN_WORDS)}
            <NumberInput
              label={t`How many people (5 or more)`}
              value={draft.people}
              min={5}
              max={1_000_000}
              allowDecimal={false}
              onChange={(next) => setDraft({ ...draft, people: Number(next || 5) })}
            />
            <NumberInput
              label={t`Year`}
              value={draft.year}
              min={1950}
              max={2100}
              allowDecimal={false}
              onChange={(next) => setDraft({ ...draft, year: Number(next || 2025) })}
            />
          </SimpleGrid>
          <TextField
            mt="sm"
            path="source"
            label={t({ message: 'Source', context: 'of a study' })}
            maxLength={500}
            value={draft.source}
            onChange={(event) => setDraft({ ...draft, source: event.currentTarget.value })}
          />
          <Button
            mt="sm"
            variant="default"
            disabled={draft.source.trim() === ''}
            onClick={() => {
              void card.save('studies', [...studies, { ...draft, source: draft.source.trim() }]);
              setDraft(EMPTY);
            }}
          >
            <Trans>Add this line</Trans>
          </Button>
        </>
      ) : null}
    </fieldset>
  );
}
