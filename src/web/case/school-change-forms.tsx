import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { LEAVING_REASONS } from '#domain/case/schooling-state.ts';
import { ChoiceField, DayField } from '../ui/field.tsx';
import { CaseProse } from './case-prose.tsx';
import { CommandForm, given } from './command-form.tsx';
import { OnDay } from './on-day.tsx';
import { GradeField, NO_SCHOOL, SchoolFields, schoolOf, useSchools } from './school-fields.tsx';
import type { SchoolingProps } from './school-forms.tsx';
import { LEAVING_WORDS } from './school-words.ts';

export function ChangeForm({ file, id, schooling }: SchoolingProps) {
  const { t } = useLingui();
  const schools = useSchools(file);
  return (
    <CommandForm
      file={file}
      kind="change_school"
      about={id}
      open={<Trans>Goes to another school</Trans>}
      initial={{
        ...{ ...NO_SCHOOL, on: file.situation.today },
        grade: String(schooling.started?.grade ?? 1),
      }}
      body={({ on, grade, ...school }) => ({
        ...{ schooling_id: id, next_id: uuid(), school: schoolOf(school, schools) },
        ...{ on, grade: Number(grade) },
      })}
      paths={['school', 'school.name', 'on', 'grade']}
    >
      {(value, change) => (
        <>
          <SchoolFields file={file} value={value} change={change} />
          <DayField
            path="on"
            label={t`First day there`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
          <GradeField
            path="grade"
            label={t`Grade`}
            value={value.grade}
            onChange={(grade) => change({ grade })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function LeaveForm({ file, id, schooling }: SchoolingProps) {
  const { t, i18n } = useLingui();
  const initial: { reason: (typeof LEAVING_REASONS)[number]; on: string; words: string } = {
    ...{ reason: 'moved_away', on: file.situation.today, words: '' },
  };
  return (
    <CommandForm
      file={file}
      kind="leave_school"
      about={id}
      open={
        schooling.started === null ? (
          <Trans>Do not go on with this school</Trans>
        ) : (
          <Trans>Leaves school</Trans>
        )
      }
      initial={initial}
      body={(value) => ({ ...value, schooling_id: id, words: given(value.words) })}
      paths={['reason', 'on', 'words']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="reason"
            label={t`Why`}
            value={value.reason}
            data={LEAVING_REASONS.map((one) => ({ value: one, label: i18n._(LEAVING_WORDS[one]) }))}
            onChange={(event) => {
              const chosen = LEAVING_REASONS.find((one) => one === event.currentTarget.value);
              if (chosen !== undefined) change({ reason: chosen });
            }}
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
