import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { SCREENING_RESULTS, SESSION_FORMS } from '#domain/case/session.ts';
import { DayField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Tick } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { SCREENING_WORDS, SESSION_FORM_WORDS } from './safety-words.ts';

interface FormProps {
  readonly file: CaseFile;
}
const dayOrNone = (day: string) => (day === '' ? null : day);

/** That there was a session. There is no field for what was said, on purpose. */
export function RecordSession({ file }: FormProps) {
  const { t, i18n } = useLingui();
  const initial: {
    form: (typeof SESSION_FORMS)[number];
    on: string;
    came: 'yes' | 'no';
    next_on: string;
  } = { form: 'individual', on: file.situation.today, came: 'yes', next_on: '' };
  return (
    <CommandForm
      file={file}
      kind="record_session"
      open={<Trans>Record a session</Trans>}
      initial={initial}
      body={({ came, next_on, ...value }) => ({
        ...{ ...value, session_id: uuid(), attended: came === 'yes', next_on: dayOrNone(next_on) },
      })}
      paths={['on', 'next_on', 'form']}
    >
      {(value, change) => (
        <>
          <Choice
            path="form"
            legend={<Trans>With whom</Trans>}
            options={SESSION_FORMS.map((one) => ({
              ...{ value: one, label: i18n._(SESSION_FORM_WORDS[one]) },
            }))}
            value={value.form}
            onChange={(form) => change({ form })}
          />
          <Choice
            path="attended"
            legend={<Trans>Did the person come?</Trans>}
            options={[
              { value: 'yes', label: t`came` },
              { value: 'no', label: t`did not come` },
            ]}
            value={value.came}
            onChange={(came) => change({ came })}
          />
          <div className={styles.pair}>
            <DayField
              path="on"
              label={t`Day`}
              value={value.on}
              onChange={(event) => change({ on: event.currentTarget.value })}
            />
            <DayField
              path="next_on"
              label={t`Next date`}
              value={value.next_on}
              onChange={(event) => change({ next_on: event.currentTarget.value })}
            />
          </div>
        </>
      )}
    </CommandForm>
  );
}

/** The next date alone. */
export function NextSession({ file }: FormProps) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="set_next_session"
      open={<Trans>Change the next date</Trans>}
      initial={{ next_on: '' }}
      body={({ next_on }) => ({ next_on: dayOrNone(next_on) })}
      paths={['next_on']}
    >
      {(value, change) => (
        <DayField
          path="next_on"
          label={t`Next date`}
          value={value.next_on}
          onChange={(event) => change({ next_on: event.currentTarget.value })}
        />
      )}
    </CommandForm>
  );
}

/** That somebody was asked how they are; harm that was told goes to a human in the same breath. */
export function RecordScreening({ file }: FormProps) {
  const { t, i18n } = useLingui();
  const initial: {
    on: string;
    result: (typeof SCREENING_RESULTS)[number];
    told: boolean;
    words: string;
  } = { on: file.situation.today, result: 'support_wished', told: false, words: '' };
  return (
    <CommandForm
      file={file}
      kind="record_screening"
      open={<Trans>I asked how they are</Trans>}
      initial={initial}
      body={({ told, words, ...value }) => ({
        ...{ ...value, screening_id: uuid() },
        ...(told
          ? { harm_told: { concern_id: uuid(), about: { who: 'participant' }, words } }
          : {}),
      })}
      paths={['on', 'result', 'harm_told.words']}
    >
      {(value, change) => (
        <>
          <DayField
            path="on"
            label={t`Day`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
          <Choice
            path="result"
            legend={<Trans>What the person wishes</Trans>}
            options={SCREENING_RESULTS.map((one) => ({
              ...{ value: one, label: i18n._(SCREENING_WORDS[one]) },
            }))}
            value={value.result}
            onChange={(result) => change({ result })}
          />
          <Tick checked={value.told} onChange={(told) => change({ told })}>
            <Trans>The person spoke of harm to themselves or of being harmed</Trans>
          </Tick>
          {value.told ? (
            <CaseProse
              file={file}
              path="harm_told.words"
              label={t`What must be known at once by whoever is on duty`}
              value={value.words}
              onChange={(words) => change({ words })}
            />
          ) : null}
        </>
      )}
    </CommandForm>
  );
}
