import { useLingui } from '@lingui/react/macro';
import type { School } from '#domain/case/schooling-state.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import type { CaseFile } from './case-file.ts';
import { GRADES } from './school-words.ts';
import { useServices } from './use-services.ts';

/** A school as it is chosen: a service of the directory, or a name. */
export interface SchoolDraft {
  readonly service_id: string;
  readonly school_name: string;
}
export const NO_SCHOOL: SchoolDraft = { service_id: '', school_name: '' };

/** Services of the directory that take children into school. */
export function useSchools(file: CaseFile) {
  const { model } = file;
  const domain = model.schooling?.need_domain;
  return [...useServices().values()].filter(
    (one) => one.active && one.need_domain === domain && schoolPurpose(file, one.purpose),
  );
}

function schoolPurpose({ model }: CaseFile, purpose: string): boolean {
  return model.consent_purposes.some((one) => one.code === purpose && one.receiver === 'school');
}

/** The body's `school`: a service with its organisation, or what was typed. */
export function schoolOf(
  { service_id, school_name }: SchoolDraft,
  schools: ReturnType<typeof useSchools>,
): School {
  const known = schools.find(({ id }) => id === service_id);
  return known === undefined
    ? { name: school_name }
    : { service_id, organisation_id: known.organisation_id };
}

export function SchoolFields(props: {
  readonly file: CaseFile;
  readonly value: SchoolDraft;
  readonly change: (patch: Partial<SchoolDraft>) => void;
}) {
  const { file, value, change } = props;
  const { t, i18n } = useLingui();
  const schools = useSchools(file);
  return (
    <>
      <ChoiceField
        path="school"
        label={t`School`}
        value={value.service_id}
        data={[
          { value: '', label: t`Another one, by its name` },
          ...schools.map(({ id, name }) => ({ value: id, label: labelIn(i18n.locale, name) })),
        ]}
        onChange={(event) => change({ service_id: event.currentTarget.value })}
      />
      {value.service_id === '' ? (
        <TextField
          path="school.name"
          label={t`Name of the school`}
          value={value.school_name}
          onChange={(event) => change({ school_name: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

export function GradeField(props: {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly unknown?: string;
  readonly onChange: (grade: string) => void;
}) {
  const { path, label, value, unknown, onChange } = props;
  const { t } = useLingui();
  return (
    <ChoiceField
      path={path}
      label={label}
      value={value}
      data={[
        ...(unknown === undefined ? [] : [{ value: '', label: unknown }]),
        ...GRADES.map((grade) => ({
          value: String(grade),
          label: grade === 0 ? t`Kindergarten or preparatory group` : t`Grade ${grade}`,
        })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
