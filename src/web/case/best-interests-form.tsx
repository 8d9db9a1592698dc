import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { v7 as uuid } from 'uuid';
import { DISCIPLINES } from '#domain/case/best-interests.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseLine, CaseProse } from './case-prose.tsx';
import { DISCIPLINE_WORDS, HEARD_WORDS } from './child-words.ts';
import { Choice, Tick } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';

type Body = CommandBodies['decide_best_interests'];
type Member = Body['panel'][number];
interface Draft {
  readonly question: string;
  readonly panel: readonly Member[];
  readonly heard: Body['child_view']['heard'];
  readonly child_words: string;
  readonly options: readonly Body['options'][number][];
  readonly decision: string;
  readonly on: string;
  readonly review_on: string;
}

const member = (discipline: Member['discipline']): Member => ({
  ...{ name: '', discipline, confidentiality_signed: false },
});

/** The decision of a panel; a new one takes the place of the one that it looks at again. */
export function BestInterestsForm(props: {
  readonly file: CaseFile;
  readonly reviews: string | undefined;
}) {
  const { file, reviews } = props;
  const { t, i18n } = useLingui();
  const initial: Draft = {
    question: '',
    panel: [member('social_work'), member('psychology'), member('education')],
    ...{ heard: 'directly', child_words: '', decision: '', review_on: '' },
    options: [
      { what: '', weighed: '' },
      { what: '', weighed: '' },
    ],
    on: file.situation.today,
  };
  return (
    <CommandForm
      file={file}
      kind="decide_best_interests"
      about={reviews ?? ''}
      open={
        reviews === undefined ? (
          <Trans>Write down a decision</Trans>
        ) : (
          <Trans>Look at it again: a new decision</Trans>
        )
      }
      initial={initial}
      body={({ heard, child_words, panel, options, ...rest }) => ({
        ...{ ...rest, decision_id: uuid(), panel: [...panel], options: [...options] },
        child_view: { heard, words: given(child_words) },
        ...(reviews === undefined ? {} : { reviews }),
      })}
      paths={['question', 'child_view.words', 'decision', 'on', 'review_on']}
    >
      {(value, change) => (
        <>
          <CaseProse
            file={file}
            path="question"
            label={t`What is to be decided`}
            value={value.question}
            onChange={(question) => change({ question })}
          />
          <Panel panel={value.panel} onChange={(panel) => change({ panel })} />
          <Choice
            path="child_view.heard"
            legend={<Trans>How was the child heard?</Trans>}
            options={(
              [
                'directly',
                'interpreter',
                'through_trusted_person',
                'observed',
                'not_heard',
              ] as const
            ).map((one) => ({ value: one, label: i18n._(HEARD_WORDS[one]) }))}
            value={value.heard}
            onChange={(heard) => change({ heard })}
          />
          <CaseProse
            file={file}
            path="child_view.words"
            label={t`The child’s view`}
            value={value.child_words}
            onChange={(child_words) => change({ child_words })}
          />
          <Options
            file={file}
            options={value.options}
            onChange={(options) => change({ options })}
          />
          <CaseProse
            file={file}
            path="decision"
            label={t`Decision`}
            value={value.decision}
            onChange={(decision) => change({ decision })}
          />
          <div className={styles.pair}>
            <DayField
              path="on"
              label={t`Decided on`}
              value={value.on}
              onChange={(event) => change({ on: event.currentTarget.value })}
            />
            <DayField
              path="review_on"
              label={t`Looked at again on`}
              value={value.review_on}
              onChange={(event) => change({ review_on: event.currentTarget.value })}
            />
          </div>
        </>
      )}
    </CommandForm>
  );
}

function Panel(props: {
  readonly panel: readonly Member[];
  readonly onChange: (panel: readonly Member[]) => void;
}) {
  const { t, i18n } = useLingui();
  const { panel, onChange } = props;
  const change = (at: number, patch: Partial<Member>) =>
    onChange(panel.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  return (
    <fieldset className={styles.choice}>
      <legend>
        <Trans>Who decides together</Trans>
      </legend>
      <div className={styles.stack}>
        {panel.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: members have no id yet, and are never put in another order
          <div key={index}>
            <div className={styles.pair}>
              <TextField
                path={`panel.${index}.name`}
                label={t`Name of member ${index + 1}`}
                value={one.name}
                onChange={(event) => change(index, { name: event.currentTarget.value })}
              />
              <ChoiceField
                path={`panel.${index}.discipline`}
                label={t`Discipline of member ${index + 1}`}
                value={one.discipline}
                data={DISCIPLINES.map((code) => ({
                  value: code,
                  label: i18n._(DISCIPLINE_WORDS[code]),
                }))}
                onChange={(event) => {
                  const chosen = DISCIPLINES.find((code) => code === event.currentTarget.value);
                  if (chosen !== undefined) change(index, { discipline: chosen });
                }}
              />
            </div>
            <Tick
              checked={one.confidentiality_signed}
              onChange={(confidentiality_signed) => change(index, { confidentiality_signed })}
            >
              <Trans>Member {index + 1} has signed the promise of confidentiality</Trans>
            </Tick>
          </div>
        ))}
        <Button variant="default" onClick={() => onChange([...panel, member('other')])}>
          <Trans>Add a member</Trans>
        </Button>
      </div>
    </fieldset>
  );
}

function Options(props: {
  readonly file: CaseFile;
  readonly options: Draft['options'];
  readonly onChange: (options: Draft['options']) => void;
}) {
  const { t } = useLingui();
  const { file, options, onChange } = props;
  const change = (at: number, patch: Partial<Draft['options'][number]>) =>
    onChange(options.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  return (
    <fieldset className={styles.choice}>
      <legend>
        <Trans>What could be done</Trans>
      </legend>
      <div className={styles.stack}>
        {options.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no id, and are never put in another order
          <div key={index} className={styles.stack}>
            <CaseLine
              file={file}
              path={`options.${index}.what`}
              label={t`Option ${index + 1}`}
              value={one.what}
              onChange={(text) => change(index, { what: text })}
            />
            <CaseProse
              file={file}
              path={`options.${index}.weighed`}
              label={t`What speaks for and against option ${index + 1}`}
              value={one.weighed}
              onChange={(weighed) => change(index, { weighed })}
            />
          </div>
        ))}
        <Button variant="default" onClick={() => onChange([...options, { what: '', weighed: '' }])}>
          <Trans>Add an option</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
