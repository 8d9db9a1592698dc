import { Trans, useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import type { Birth } from '#domain/people/birth.ts';
import type { Citizenship } from '#domain/people/country.ts';
import { type Person, SEXES } from '#domain/people/person.ts';
import { Choice, Tick } from '../case/choice.tsx';
import { DateField } from '../ui/date-field.tsx';
import { TextField } from '../ui/field.tsx';
import { useCountryNames, useLanguageNames } from './lists.ts';
import own from './people.module.css';
import { SEX_WORDS, wordOf } from './words.ts';

/** The parts of a name as they are typed. */
export interface TypedName {
  readonly given: string;
  readonly patronymic: string;
  readonly family: string;
  readonly single: boolean;
}

interface Part<T> {
  readonly value: T;
  readonly onChange: (patch: Partial<T>) => void;
}

/** A name as it is written in the papers or said, in any script. */
export function NameFields({ value, onChange, path }: Part<TypedName> & { readonly path: string }) {
  const { t } = useLingui();
  return (
    <>
      <div className={own.fields}>
        <TextField
          path={`${path}.given`}
          label={value.single ? t`Name` : t`Given name`}
          description={t`In any script, as it is written or said.`}
          autoComplete="off"
          value={value.given}
          onChange={(event) => onChange({ given: event.currentTarget.value })}
        />
        {value.single ? null : (
          <>
            <TextField
              path={`${path}.family`}
              label={t`Family name`}
              autoComplete="off"
              value={value.family}
              onChange={(event) => onChange({ family: event.currentTarget.value })}
            />
            <TextField
              path={`${path}.patronymic`}
              label={t`Father's name`}
              description={t`If it is used.`}
              autoComplete="off"
              value={value.patronymic}
              onChange={(event) => onChange({ patronymic: event.currentTarget.value })}
            />
          </>
        )}
      </div>
      <Tick checked={value.single} onChange={(single) => onChange({ single })}>
        <Trans>Has one name only</Trans>
      </Tick>
    </>
  );
}

export interface TypedBasics {
  readonly sex: Person['sex'];
  readonly birth: Birth | null;
}

export function BasicFields({
  value,
  onChange,
  path,
}: Part<TypedBasics> & { readonly path: string }) {
  const { t, i18n } = useLingui();
  return (
    <>
      <Choice
        path={`${path}.sex`}
        legend={<Trans>Sex</Trans>}
        options={SEXES.map((sex) => ({ value: sex, label: wordOf(i18n, SEX_WORDS, sex) }))}
        value={value.sex}
        onChange={(sex) => onChange({ sex })}
      />
      <DateField
        path={`${path}.birth`}
        label={t`Born`}
        value={value.birth}
        onChange={(birth) => onChange({ birth })}
      />
    </>
  );
}

export interface TypedLanguages {
  readonly languages: readonly string[];
  readonly interpreter_needed: boolean;
  readonly citizenships: readonly Citizenship[];
}

export function LanguageFields({ value, onChange }: Part<TypedLanguages>) {
  const { t } = useLingui();
  const languages = useLanguageNames();
  const countries = useCountryNames();
  return (
    <>
      <MultiSelect
        label={t`Languages the person speaks`}
        placeholder={value.languages.length === 0 ? t`Choose` : undefined}
        searchable
        hidePickedOptions
        maxValues={12}
        data={[...languages.all, ...missing(value.languages, languages.all, languages.nameOf)]}
        value={[...value.languages]}
        onChange={(chosen) => onChange({ languages: chosen })}
      />
      <Tick
        checked={value.interpreter_needed}
        onChange={(interpreter_needed) => onChange({ interpreter_needed })}
      >
        <Trans>Needs an interpreter</Trans>
      </Tick>
      <MultiSelect
        label={t`Citizenship`}
        placeholder={value.citizenships.length === 0 ? t`Choose` : undefined}
        searchable
        hidePickedOptions
        maxValues={4}
        data={[
          { value: 'unknown', label: t`not known yet` },
          { value: 'none', label: t`none` },
          ...countries.all,
        ]}
        value={[...value.citizenships]}
        onChange={(chosen) => onChange({ citizenships: chosen as Citizenship[] })}
      />
    </>
  );
}

/** A language that was said by its tag elsewhere and is not in the usual list. */
function missing(
  chosen: readonly string[],
  all: readonly { value: string }[],
  nameOf: (tag: string) => string,
) {
  return chosen
    .filter((tag) => !all.some((one) => one.value === tag))
    .map((value) => ({ value, label: nameOf(value) }));
}
