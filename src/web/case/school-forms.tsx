import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { dayAfter } from '#domain/case/calendar.ts';
import { type Schooling, weeksOf } from '#domain/case/schooling-state.ts';
import { ChoiceField } from '../ui/field.tsx';
import { languageName } from '../ui/format.ts';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { OnDay } from './on-day.tsx';
import { GradeField, NO_SCHOOL, SchoolFields, schoolOf, useSchools } from './school-fields.tsx';
import { freshWeek, WeekFields, weekBody } from './week-fields.tsx';

export interface SchoolingProps {
  readonly file: CaseFile;
  readonly id: string;
  readonly schooling: Schooling;
}

export function PrepareForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const schools = useSchools(file);
  const spoken = [...new Set([...file.model.languages, ...(file.person?.languages ?? [])])];
  // The school that was asked already, where there is one.
  const asked = Object.values(file.state.referral.referrals).filter(
    ({ status, service_id }) =>
      status !== 'draft' && status !== 'cancelled' && schools.some(({ id }) => id === service_id),
  );
  const first = asked.at(-1)?.service_id ?? '';
  const language = spoken.find((one) => file.person?.languages.includes(one)) ?? spoken[0] ?? 'en';
  return (
    <CommandForm
      file={file}
      kind="prepare_school"
      variant="filled"
      open={<Trans>A school is found</Trans>}
      initial={{ ...NO_SCHOOL, service_id: first, last_grade: '', language, words: '' }}
      body={({ last_grade, words, language: taught, ...school }) => ({
        ...{ schooling_id: uuid(), school: schoolOf(school, schools), language: taught },
        last_grade: last_grade === '' ? null : Number(last_grade),
        words: given(words),
      })}
      paths={['school', 'school.name', 'last_grade', 'language', 'words']}
    >
      {(value, change) => (
        <>
          <SchoolFields file={file} value={value} change={change} />
          <GradeField
            path="last_grade"
            label={t`Last grade reached so far`}
            unknown={t`None, or nobody knows`}
            value={value.last_grade}
            onChange={(last_grade) => change({ last_grade })}
          />
          <ChoiceField
            path="language"
            label={t`Language of the lessons`}
            value={value.language}
            data={spoken.map((tag) => ({ value: tag, label: languageName(i18n.locale, tag) }))}
            onChange={(event) => change({ language: event.currentTarget.value })}
          />
          <CaseProse
            file={file}
            path="words"
            label={t`What the child says about school`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function TestForm({ file, id, schooling }: SchoolingProps) {
  const { t } = useLingui();
  const grade = String(Math.min(11, (schooling.last_grade ?? 0) + 1));
  return (
    <CommandForm
      file={file}
      kind="record_school_test"
      about={id}
      open={<Trans>The placement test is done</Trans>}
      initial={{ on: file.situation.today, grade, words: '' }}
      body={({ on, words, ...rest }) => ({
        ...{ schooling_id: id, on, grade: Number(rest.grade), words: given(words) },
      })}
      paths={['on', 'grade', 'words']}
    >
      {(value, change) => (
        <>
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <GradeField
            path="grade"
            label={t`The grade that fits now`}
            value={value.grade}
            onChange={(next) => change({ grade: next })}
          />
          <CaseProse
            file={file}
            path="words"
            label={t`What the child can do already`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function StartForm({ file, id, schooling }: SchoolingProps) {
  const { t } = useLingui();
  const grade = String(schooling.test?.grade ?? Math.min(11, (schooling.last_grade ?? 0) + 1));
  return (
    <CommandForm
      file={file}
      kind="start_school"
      about={id}
      variant="filled"
      open={<Trans>The first day at school</Trans>}
      initial={{ on: file.situation.today, grade }}
      body={(value) => ({
        ...{ schooling_id: id, milestone_id: uuid(), on: value.on, grade: Number(value.grade) },
      })}
      paths={['on', 'grade']}
    >
      {(value, change) => (
        <>
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <GradeField
            path="grade"
            label={t`Grade`}
            value={value.grade}
            onChange={(next) => change({ grade: next })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function WeekForm({ file, id, schooling }: SchoolingProps) {
  const { today } = file.situation;
  const weeks = weeksOf(schooling);
  const noted = weeks.map(({ monday }) => monday);
  const last = weeks.at(-1);
  const days = last === undefined ? 5 : last.present + last.absent;
  return (
    <CommandForm
      file={file}
      kind="note_school_week"
      about={id}
      variant="filled"
      open={<Trans>A week at school</Trans>}
      initial={freshWeek(today, noted, days)}
      body={(value) => ({ schooling_id: id, ...weekBody(value) })}
      paths={['week', 'absent', 'present', 'reasons']}
    >
      {(value, change) => (
        <WeekFields
          value={value}
          change={change}
          today={today}
          noted={noted}
          reasons={file.model.schooling?.absence_reasons ?? []}
        />
      )}
    </CommandForm>
  );
}

export function SupportForm({ file, id }: SchoolingProps) {
  const { t } = useLingui();
  const label = useLabel();
  const supports = file.model.schooling?.supports ?? [];
  return (
    <CommandForm
      file={file}
      kind="add_school_support"
      about={id}
      open={<Trans>Help that was given</Trans>}
      initial={{ kind: supports[0]?.code ?? '', on: file.situation.today, words: '' }}
      body={(value) => ({
        ...{ ...value, schooling_id: id, support_id: uuid(), words: given(value.words) },
      })}
      paths={['kind', 'on', 'words']}
    >
      {(value, change) => (
        <>
          <Choice
            path="kind"
            legend={<Trans>What helped</Trans>}
            options={supports.map(({ code }) => ({ value: code, label: label(supports, code) }))}
            value={value.kind}
            onChange={(kind) => change({ kind })}
          />
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <CaseProse
            file={file}
            path="words"
            label={t`In a few words, if it helps`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </CommandForm>
  );
}

/** A day some weeks on, as a first proposal for when somebody looks again. */
export function inWeeks(file: CaseFile, weeks: number): string {
  return dayAfter(file.situation.today, weeks * 7);
}
