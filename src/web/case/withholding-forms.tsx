import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { ROLES, type Role } from '#domain/access/role.ts';
import { WITHHOLDING_REASONS } from '#domain/case/withholding.ts';
import { ChoiceField, DayField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import { ROLE_NAMES } from '../ui/role-names.ts';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Many } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { tell } from './fact-words.ts';
import { WITHHOLDING_REASON_WORDS } from './safety-words.ts';
import { useTelling } from './use-telling.ts';

interface FormProps {
  readonly file: CaseFile;
  /** The last day by which the programme asks for another look. */
  readonly last: string;
}

/** Who may have read something; those who never read a file are not among them. */
const READERS = ROLES.filter((role) =>
  /^(caseworker|supervisor|specialist|partner|intake)/.test(role),
);

export function WithholdFromLog({ file, last }: FormProps) {
  const { t, i18n } = useLingui();
  const telling = useTelling(file);
  const entries = file.facts
    .filter(({ body, compartment }) => body !== null && compartment !== 'protection')
    .toReversed()
    .slice(0, 100);
  const initial: {
    kind: 'readings' | 'entries';
    roles: string[];
    from: string;
    until: string;
    fact_ids: string[];
    reason: (typeof WITHHOLDING_REASONS)[number];
    words: string;
    review_on: string;
  } = {
    ...{ kind: 'readings', roles: [], from: file.situation.today, until: '', fact_ids: [] },
    ...{ reason: 'fear_of_harm', words: '', review_on: last },
  };
  return (
    <CommandForm
      file={file}
      kind="withhold_from_log"
      open={<Trans>Leave something out</Trans>}
      initial={initial}
      body={({ kind, roles, from, until, fact_ids, ...value }) => ({
        ...{ ...value, withholding_id: uuid() },
        what:
          kind === 'entries'
            ? { kind, fact_ids: [...fact_ids] }
            : { kind, roles: roles as Role[], from, until: given(until) },
      })}
      paths={['what.roles', 'what.from', 'what.until', 'what.fact_ids', 'words', 'review_on']}
    >
      {(value, change) => (
        <>
          <Choice
            path="what.kind"
            legend={<Trans>What is left out</Trans>}
            options={[
              { value: 'readings', label: t`Who has read` },
              { value: 'entries', label: t`Entries of the file` },
            ]}
            value={value.kind}
            onChange={(kind) => change({ kind })}
          />
          {value.kind === 'readings' ? (
            <>
              <Many
                path="what.roles"
                legend={<Trans>Readings by</Trans>}
                options={READERS.map((one) => ({ value: one, label: i18n._(ROLE_NAMES[one]) }))}
                value={value.roles}
                onChange={(roles) => change({ roles })}
              />
              <div className={styles.pair}>
                <DayField
                  path="what.from"
                  label={t`From`}
                  value={value.from}
                  onChange={(event) => change({ from: event.currentTarget.value })}
                />
                <DayField
                  path="what.until"
                  label={t`Until, if known`}
                  value={value.until}
                  onChange={(event) => change({ until: event.currentTarget.value })}
                />
              </div>
            </>
          ) : (
            <Many
              path="what.fact_ids"
              legend={<Trans>Entries of the file</Trans>}
              options={entries.map((fact) => {
                const { text, words } = tell(fact, telling);
                return { value: fact.id, label: [text, ...words].join(' ').slice(0, 140) };
              })}
              value={value.fact_ids}
              onChange={(fact_ids) => change({ fact_ids })}
            />
          )}
          <ChoiceField
            path="reason"
            label={t`Reason`}
            value={value.reason}
            data={WITHHOLDING_REASONS.map((one) => ({
              ...{ value: one, label: i18n._(WITHHOLDING_REASON_WORDS[one]) },
            }))}
            onChange={(event) => {
              const chosen = WITHHOLDING_REASONS.find((one) => one === event.currentTarget.value);
              if (chosen !== undefined) change({ reason: chosen });
            }}
          />
          <CaseProse
            file={file}
            path="words"
            label={t`Why, in a few words`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
          <DayField
            path="review_on"
            label={t`Looked at again on`}
            value={value.review_on}
            onChange={(event) => change({ review_on: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}

/** Another look: it goes on until a later day, or everything shows again. */
export function ReviewWithholding({ file, id, last }: FormProps & { readonly id: string }) {
  const { t } = useLingui();
  const initial: { outcome: 'goes_on' | 'ends'; words: string; review_on: string } = {
    ...{ outcome: 'ends', words: '', review_on: last },
  };
  return (
    <CommandForm
      file={file}
      kind="review_withholding"
      about={id}
      open={<Trans>It was looked at again</Trans>}
      initial={initial}
      body={({ review_on, ...value }) => ({
        ...{ ...value, withholding_id: id },
        ...(value.outcome === 'goes_on' ? { review_on } : {}),
      })}
      paths={['words', 'review_on']}
    >
      {(value, change) => (
        <>
          <Choice
            path="outcome"
            legend={<Trans>What came out of it?</Trans>}
            options={[
              { value: 'ends', label: t`Everything shows again` },
              { value: 'goes_on', label: t`It is still left out` },
            ]}
            value={value.outcome}
            onChange={(outcome) => change({ outcome })}
          />
          <CaseProse
            file={file}
            path="words"
            label={t`Why, in a few words`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
          {value.outcome === 'goes_on' ? (
            <DayField
              path="review_on"
              label={t`Looked at again on`}
              value={value.review_on}
              onChange={(event) => change({ review_on: event.currentTarget.value })}
            />
          ) : null}
        </>
      )}
    </CommandForm>
  );
}
