import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { FEEDBACK_VALUES, FEEDBACK_WAYS, type Feedback } from '#domain/case/feedback.ts';
import { ChoiceField, DayField } from '../ui/field.tsx';
import { formatDay, languageName } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { FEEDBACK_VALUE_WORDS, FEEDBACK_WAY_WORDS } from './aftercare-words.ts';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Tick } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

type Value = (typeof FEEDBACK_VALUES)[number];
interface Draft {
  readonly on: string;
  readonly declined: boolean;
  readonly values: Readonly<Record<string, Value>>;
  readonly said: Readonly<Record<string, string>>;
  readonly words: string;
  readonly language: string;
  readonly asked_by: (typeof FEEDBACK_WAYS)[number];
}

/** What the person says about the support. Every question may be passed over, and so may all of them. */
export function FeedbackPart({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const said = file.state.feedback.feedback.toReversed();
  const { prepared } = file.state.closure;
  if (prepared === null && said.length === 0) return null;
  return (
    <Section title={<Trans>How it was, by the person</Trans>}>
      <ul className={styles.list}>
        {said.map((one) => (
          <Said key={one.feedback_id} file={file} said={one} />
        ))}
      </ul>
      {may.append || may.reopen ? <FeedbackForm file={file} /> : null}
    </Section>
  );
}

function Said({ file, said }: { readonly file: CaseFile; readonly said: Feedback }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const { language } = said;
  return (
    <li>
      <strong>{formatDay(i18n.locale, said.on)}</strong>{' '}
      <span className={styles.soft}>
        <Trans>asked by: {i18n._(FEEDBACK_WAY_WORDS[said.asked_by])}</Trans>
      </span>
      {said.given ? null : (
        <p className={styles.quote}>
          <Trans>The person would rather not say. That is fine.</Trans>
        </p>
      )}
      <dl className={styles.facts}>
        {said.answers.map(({ code, value, words }) => (
          <div key={code} style={{ display: 'contents' }}>
            <dt>{label(file.model.closing.feedback_questions, code)}</dt>
            <dd lang={language}>
              {value === undefined ? null : <span>{i18n._(FEEDBACK_VALUE_WORDS[value])} </span>}
              {words}
            </dd>
          </div>
        ))}
      </dl>
      {said.words === undefined ? null : (
        <p className={styles.quote} lang={language}>
          {said.words}
        </p>
      )}
    </li>
  );
}

function FeedbackForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const questions = file.model.closing.feedback_questions;
  const languages = [...new Set([...(file.person?.languages ?? []), ...file.model.languages])];
  const initial: Draft = {
    ...{ on: file.situation.today, declined: false, values: {}, said: {}, words: '' },
    ...{ language: languages[0] ?? 'uz', asked_by: 'worker' },
  };
  return (
    <CommandForm<'record_feedback', Draft>
      file={file}
      kind="record_feedback"
      open={<Trans>Ask how it was</Trans>}
      initial={initial}
      body={({ declined, values, said, words, ...rest }) => ({
        ...{ ...rest, feedback_id: uuid(), given: !declined },
        words: declined ? undefined : given(words),
        answers: declined
          ? []
          : questions.flatMap(({ code }) => {
              const [value, own] = [values[code], given(said[code] ?? '')];
              if (value === undefined && own === undefined) return [];
              return [{ code, value, words: own }];
            }),
      })}
      paths={['on', 'words', 'language']}
    >
      {(value, change) => (
        <>
          <p className={styles.soft} style={{ margin: 0 }}>
            <Trans>
              Say first that nothing depends on it, and that any question may be passed over.
            </Trans>
          </p>
          <Tick checked={value.declined} onChange={(declined) => change({ declined })}>
            <Trans>The person would rather not say</Trans>
          </Tick>
          {value.declined ? null : (
            <>
              {questions.map(({ code, words_only }) => (
                <div key={code} className={styles.stack}>
                  {words_only === true ? null : (
                    <Choice
                      path={`answers.${code}`}
                      legend={label(questions, code)}
                      options={FEEDBACK_VALUES.map((one) => ({
                        value: one,
                        label: i18n._(FEEDBACK_VALUE_WORDS[one]),
                      }))}
                      value={value.values[code] ?? ''}
                      onChange={(chosen) => change({ values: { ...value.values, [code]: chosen } })}
                    />
                  )}
                  <CaseProse
                    file={file}
                    path={`said.${code}`}
                    label={
                      words_only === true ? label(questions, code) : t`In the person’s own words`
                    }
                    description=""
                    minRows={1}
                    value={value.said[code] ?? ''}
                    onChange={(words) => change({ said: { ...value.said, [code]: words } })}
                  />
                </div>
              ))}
              <CaseProse
                file={file}
                path="words"
                label={t`What else the person wants to say`}
                description=""
                value={value.words}
                onChange={(words) => change({ words })}
              />
              <ChoiceField
                path="language"
                label={t`In which language`}
                value={value.language}
                data={languages.map((tag) => ({
                  value: tag,
                  label: languageName(i18n.locale, tag),
                }))}
                onChange={(event) => change({ language: event.currentTarget.value })}
              />
            </>
          )}
          <Choice
            path="asked_by"
            legend={<Trans>Who asked</Trans>}
            options={FEEDBACK_WAYS.map((code) => ({
              value: code,
              label: i18n._(FEEDBACK_WAY_WORDS[code]),
            }))}
            value={value.asked_by}
            onChange={(asked_by) => change({ asked_by })}
          />
          <DayField
            path="on"
            label={t`Day`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}
