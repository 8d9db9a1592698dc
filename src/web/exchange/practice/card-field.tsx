import { useLingui } from '@lingui/react/macro';
import { Checkbox, NumberInput, Textarea } from '@mantine/core';
import { PARTICIPANT_COUNTRIES } from '#domain/exchange/participant.ts';
import {
  CARD_TEXTS,
  type CardFact,
  type CardFacts,
  type CardText,
} from '#domain/exchange/practice/card.ts';
import { EVIDENCE_CRITERIA } from '#domain/exchange/practice/evidence-level.ts';
import { MATURITY_CRITERIA } from '#domain/exchange/practice/maturity.ts';
import {
  COST_BANDS,
  LICENCES,
  SCOPES,
  STAGES,
  TARGET_GROUPS,
  THEMES,
} from '#domain/exchange/practice/vocabulary.ts';
import { ChoiceField, DayField, TextField } from '../../ui/field.tsx';
import { countryName } from '../../ui/format.ts';
import {
  COST_WORDS,
  EVIDENCE_WORDS,
  FIELDS,
  GROUP_WORDS,
  MATURITY_WORDS,
  SCOPE_WORDS,
  STAGE_WORDS,
  THEME_WORDS,
} from './practice-words.ts';
import { StudiesField } from './studies-field.tsx';
import type { Card } from './use-card.ts';

interface Props<F> {
  readonly field: F;
  readonly card: Card;
  readonly lang: string;
}

/** One field of the card in the form that fits it. Texts are saved when one leaves them, choices at once. */
export function CardField({ field, card, lang }: Props<CardText | CardFact>) {
  const { i18n } = useLingui();
  if (!(field in CARD_TEXTS))
    return <FactField field={field as CardFact} card={card} lang={lang} />;
  const name = field as CardText;
  const short = CARD_TEXTS[name] <= 500;
  return (
    <Textarea
      name={name}
      label={i18n._(FIELDS[name])}
      lang={lang}
      dir="auto"
      autosize
      minRows={short ? 1 : 3}
      maxRows={20}
      maxLength={CARD_TEXTS[name]}
      readOnly={!card.open}
      value={String(card.shown(name))}
      onChange={(event) => card.write(name, event.currentTarget.value)}
      onBlur={() => void card.save(name)}
    />
  );
}

function FactField({ field, card }: Props<CardFact>) {
  const { i18n, t } = useLingui();
  const label = i18n._(FIELDS[field]);
  const off = !card.open;
  const fact = <F extends CardFact>(name: F) => card.shown(name) as CardFacts[F];
  const several = <K extends string>(
    keys: readonly K[],
    words: Readonly<Record<K, { id: string }>>,
    chosen: readonly string[],
    value: (chosen: K[]) => unknown,
  ) => (
    <Checkbox.Group
      label={label}
      value={[...chosen]}
      readOnly={off}
      onChange={(next) => void card.save(field, value(keys.filter((key) => next.includes(key))))}
    >
      <div style={{ display: 'grid', gap: '0.35rem', marginBlockStart: '0.35rem' }}>
        {keys.map((key) => (
          <Checkbox key={key} value={key} label={i18n._(words[key].id)} disabled={off} />
        ))}
      </div>
    </Checkbox.Group>
  );
  const one = (value: string | null, data: { value: string; label: string }[], empty: boolean) => (
    <ChoiceField
      path={field}
      label={label}
      value={value ?? ''}
      disabled={off}
      data={empty ? [{ value: '', label: t`Not said` }, ...data] : data}
      onChange={(event) => void card.save(field, event.currentTarget.value || null)}
    />
  );
  const number = (value: number | null) => (
    <NumberInput
      name={field}
      label={label}
      value={value ?? ''}
      readOnly={off}
      min={1950}
      max={2100}
      allowDecimal={false}
      hideControls
      onChange={(next) => card.write(field, next === '' ? null : Number(next))}
      onBlur={() => void card.save(field)}
    />
  );
  switch (field) {
    case 'country':
      return one(
        fact('country'),
        PARTICIPANT_COUNTRIES.map((value) => ({ value, label: countryName(i18n.locale, value) })),
        false,
      );
    case 'scope':
      return one(
        fact('scope'),
        SCOPES.map((value) => ({ value, label: i18n._(SCOPE_WORDS[value]) })),
        true,
      );
    case 'cost_band':
      return one(
        fact('cost_band'),
        COST_BANDS.map((value) => ({ value, label: i18n._(COST_WORDS[value]) })),
        true,
      );
    case 'licence':
      return one(
        fact('licence'),
        LICENCES.map((value) => ({ value, label: value })),
        false,
      );
    case 'themes':
      return several(THEMES, THEME_WORDS, fact('themes'), (chosen) => chosen);
    case 'target_groups':
      return several(TARGET_GROUPS, GROUP_WORDS, fact('target_groups'), (chosen) => chosen);
    case 'stages':
      return several(STAGES, STAGE_WORDS, fact('stages'), (chosen) => chosen);
    case 'evidence': {
      const said = fact('evidence');
      return several(
        EVIDENCE_CRITERIA,
        EVIDENCE_WORDS,
        EVIDENCE_CRITERIA.filter((key) => said[key]),
        (chosen) => Object.fromEntries(chosen.map((key) => [key, true])),
      );
    }
    case 'maturity': {
      const said = fact('maturity');
      return (
        <>
          {several(MATURITY_CRITERIA, MATURITY_WORDS, said.criteria, (criteria) => ({
            ...said,
            criteria,
          }))}
          <NumberInput
            name="places"
            label={t`In how many places it is done`}
            value={said.places}
            readOnly={off}
            min={0}
            max={10_000}
            allowDecimal={false}
            onChange={(next) => card.write('maturity', { ...said, places: Number(next || 0) })}
            onBlur={() => void card.save('maturity')}
          />
          <Checkbox
            label={t`A law, a standard or an order stands on it`}
            checked={said.in_a_norm}
            disabled={off}
            onChange={(event) =>
              void card.save('maturity', { ...said, in_a_norm: event.currentTarget.checked })
            }
          />
        </>
      );
    }
    case 'from_year':
      return number(fact('from_year'));
    case 'to_year':
      return number(fact('to_year'));
    case 'studies':
      return <StudiesField card={card} />;
    case 'handle':
      return (
        <TextField
          path="handle"
          label={label}
          maxLength={200}
          value={fact('handle') ?? ''}
          readOnly={off}
          onChange={(event) => card.write('handle', event.currentTarget.value || null)}
          onBlur={() => void card.save('handle')}
        />
      );
    case 'review_on':
      return (
        <DayField
          path="review_on"
          label={label}
          value={fact('review_on') ?? ''}
          readOnly={off}
          onChange={(event) => card.write('review_on', event.currentTarget.value || null)}
          onBlur={() => void card.save('review_on')}
        />
      );
  }
}
