import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { CURRENCIES } from '#domain/money.ts';
import type { Problem } from '#domain/problem.ts';
import {
  PAY_PER,
  type ShownVacancy,
  VACANCY_HOURS,
  type VacancyFields,
} from '#domain/work/vacancy.ts';
import { useMe } from '../account/use-session.ts';
import { figures } from '../case/assistance-fields.tsx';
import { Choice, Tick } from '../case/choice.tsx';
import { placeOptions } from '../directory/place-options.ts';
import { useOrganisations, usePlaces } from '../directory/use-directory.ts';
import { call } from '../http.ts';
import { ChoiceField, DayField, FieldProblems, TextField } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { currencyName, labelIn, languageName } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ProseField } from '../ui/prose-field.tsx';
import { OccupationField } from './occupation-field.tsx';
import { startOf } from './use-vacancies.ts';
import { PAY_PER_WORDS, VACANCY_HOURS_WORDS } from './vacancy-words.ts';

interface VacancyFormProps {
  /** Undefined = a new one. */
  readonly vacancy?: ShownVacancy;
  readonly close: () => void;
}

const PATHS = [
  ...['title', 'words', 'organisation_id', 'employer', 'place_id', 'hours', 'pay_from', 'pay_to'],
  ...['pay_currency', 'pay_per', 'openings', 'contact', 'requirements', 'valid_until', 'languages'],
].map((path) => `vacancy.${path}`);
const LANGUAGES = ['uz', 'ru', 'kk', 'ky', 'tg', 'kaa', 'tr', 'ar', 'en'];

/** A vacancy as it was heard: what it is, whose, where, and what may matter to somebody who wants it. */
export function VacancyForm({ vacancy, close }: VacancyFormProps) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const me = useMe();
  const queries = useQueryClient();
  const places = usePlaces();
  const organisations = useOrganisations();
  const own = me.role === 'partner' ? (me.organisation_id ?? null) : null;
  const [draft, setDraft] = useState(() => startOf(vacancy, own));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [id] = useState(() => uuid());
  const change = (patch: Partial<VacancyFields>) => setDraft({ ...draft, ...patch });
  const typed = (text: string) => (text.trim() === '' ? null : text);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const hasPay = draft.pay_from !== null || draft.pay_to !== null;
    const sent = {
      ...draft,
      pay_currency: hasPay ? (draft.pay_currency ?? 'UZS') : null,
      pay_per: hasPay ? (draft.pay_per ?? 'month') : null,
    };
    const reply =
      vacancy === undefined
        ? await call('/api/vacancies', z.object({}), {
            method: 'POST',
            body: { id, vacancy: sent },
          })
        : await call(`/api/vacancies/${vacancy.id}`, z.object({}), {
            ...{
              method: 'PUT',
              body: { version: vacancy.version, withdrawn: false, vacancy: sent },
            },
          });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    await queries.invalidateQueries({ queryKey: ['vacancies'] });
    close();
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <p className={parts.soft} style={{ margin: 0 }}>
          <Trans>Only the vacancy: nothing about anybody for whom it may be.</Trans>
        </p>
        <TextField
          path="vacancy.title"
          label={t`What the vacancy says`}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <OccupationField
          path="vacancy"
          bare
          label={t`Occupation`}
          value={{ words: draft.title, occupation: draft.occupation }}
          onChange={({ occupation }) => change({ occupation })}
        />
        <div className={parts.pair}>
          {own !== null ? null : (
            <>
              <ChoiceField
                path="vacancy.organisation_id"
                label={t`Organisation of the directory`}
                value={draft.organisation_id ?? ''}
                data={[
                  { value: '', label: t`None of them` },
                  ...(organisations.value ?? [])
                    .filter((one) => one.merged_into === null || one.id === draft.organisation_id)
                    .map((one) => ({
                      ...{ value: one.id, label: labelIn(i18n.locale, one.name) },
                    })),
                ]}
                onChange={(event) => change({ organisation_id: event.currentTarget.value || null })}
              />
              {draft.organisation_id !== null ? null : (
                <TextField
                  path="vacancy.employer"
                  label={t`Employer`}
                  value={draft.employer ?? ''}
                  onChange={(event) => change({ employer: typed(event.currentTarget.value) })}
                />
              )}
            </>
          )}
          <ChoiceField
            path="vacancy.place_id"
            label={t`Where`}
            value={draft.place_id}
            data={[
              { value: '', label: t`Please choose` },
              ...placeOptions(places.value ?? [], i18n.locale),
            ]}
            onChange={(event) => change({ place_id: event.currentTarget.value })}
          />
          <DayField
            path="vacancy.valid_until"
            label={t`Open until`}
            value={draft.valid_until}
            onChange={(event) => change({ valid_until: event.currentTarget.value })}
          />
        </div>
        <Choice
          path="vacancy.hours"
          legend={<Trans>Hours</Trans>}
          options={[
            { value: 'not_said', label: <Trans>Not said</Trans> },
            ...VACANCY_HOURS.map((one) => ({
              ...{ value: one, label: i18n._(VACANCY_HOURS_WORDS[one]) },
            })),
          ]}
          value={draft.hours ?? 'not_said'}
          onChange={(value) =>
            change({ hours: VACANCY_HOURS.find((one) => one === value) ?? null })
          }
        />
        <div className={parts.pair}>
          <TextField
            path="vacancy.pay_from"
            label={t`Pay from`}
            inputMode="decimal"
            value={draft.pay_from ?? ''}
            onChange={(event) => change({ pay_from: typed(figures(event.currentTarget.value)) })}
          />
          <TextField
            path="vacancy.pay_to"
            label={t`Pay up to`}
            inputMode="decimal"
            value={draft.pay_to ?? ''}
            onChange={(event) => change({ pay_to: typed(figures(event.currentTarget.value)) })}
          />
          <ChoiceField
            path="vacancy.pay_currency"
            label={t`Currency`}
            value={draft.pay_currency ?? 'UZS'}
            data={CURRENCIES.map((code) => ({
              ...{ value: code, label: `${code} · ${currencyName(i18n.locale, code)}` },
            }))}
            onChange={(event) => change({ pay_currency: event.currentTarget.value })}
          />
          <ChoiceField
            path="vacancy.pay_per"
            label={t`Paid for`}
            value={draft.pay_per ?? 'month'}
            data={PAY_PER.map((one) => ({ value: one, label: i18n._(PAY_PER_WORDS[one]) }))}
            onChange={(event) =>
              change({ pay_per: PAY_PER.find((one) => one === event.currentTarget.value) ?? null })
            }
          />
          <TextField
            path="vacancy.openings"
            label={t`How many places`}
            type="number"
            inputMode="numeric"
            min={1}
            value={Number.isNaN(draft.openings) ? '' : String(draft.openings)}
            onChange={(event) => change({ openings: event.currentTarget.valueAsNumber })}
          />
          <ChoiceField
            path="vacancy.languages"
            label={t`Language at work`}
            value={draft.languages[0] ?? ''}
            data={[
              { value: '', label: t`Not said` },
              ...LANGUAGES.map((tag) => ({ value: tag, label: languageName(i18n.locale, tag) })),
            ]}
            onChange={(event) => {
              const tag = event.currentTarget.value;
              change({ languages: tag === '' ? [] : [tag] });
            }}
          />
        </div>
        <div className={parts.many}>
          <Tick checked={draft.at_home} onChange={(at_home) => change({ at_home })}>
            <Trans>Can be done at home</Trans>
          </Tick>
          <Tick
            checked={draft.experience_needed}
            onChange={(experience_needed) => change({ experience_needed })}
          >
            <Trans>Experience is asked for</Trans>
          </Tick>
        </div>
        <Known
          legend={t`Papers are asked for`}
          value={draft.papers_needed}
          onChange={(papers_needed) => change({ papers_needed })}
        />
        <Known
          legend={t`Children are looked after there`}
          value={draft.childcare}
          onChange={(childcare) => change({ childcare })}
        />
        <Known
          legend={t`The work is heavy`}
          value={draft.heavy}
          onChange={(heavy) => change({ heavy })}
        />
        <ProseField
          path="vacancy.requirements"
          label={t`What is required`}
          description={t`As the vacancy says it.`}
          value={draft.requirements ?? ''}
          onChange={(text) => change({ requirements: typed(text) })}
        />
        <TextField
          path="vacancy.contact"
          label={t`Whom to ask`}
          value={draft.contact ?? ''}
          onChange={(event) => change({ contact: typed(event.currentTarget.value) })}
        />
        <FormFoot problem={problem} paths={PATHS} busy={busy} close={close} />
      </form>
    </FieldProblems>
  );
}

interface KnownProps {
  readonly legend: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}

/** Yes, no, or not said: what is not said is asked before somebody goes there. */
function Known({ legend, value, onChange }: KnownProps) {
  return (
    <Choice
      path=""
      legend={legend}
      options={[
        { value: 'not_said', label: <Trans>Not said</Trans> },
        { value: 'yes', label: <Trans>Yes</Trans> },
        { value: 'no', label: <Trans>No</Trans> },
      ]}
      value={value === null ? 'not_said' : value ? 'yes' : 'no'}
      onChange={(said) => onChange(said === 'not_said' ? null : said === 'yes')}
    />
  );
}
