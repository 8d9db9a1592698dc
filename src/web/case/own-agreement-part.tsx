import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { may } from '#domain/access/rights.ts';
import { openlyHere } from '#domain/case/authority-mark.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { HEARD } from '#domain/case/own-agreement.ts';
import { type About, keyOf, ownNo } from '#domain/case/own-no.ts';
import { DayField } from '../ui/field.tsx';
import { formatMoment, labelIn } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { HEARD_WORDS } from './child-words.ts';
import { Choice, Many } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

type Word = CommandBodies['record_own_agreement'];
type Heard = Word['heard'];

/** A no that holds, of a purpose or of a care arrangement, in the order of the model. */
function standing(file: CaseFile): readonly About[] {
  const all: readonly About[] = [
    ...file.model.consent_purposes.map(({ code }) => ({ purpose: code })),
    ...Object.keys(file.state.placement.placements).map((placement_id) => ({ placement_id })),
  ];
  return all.filter((about) => ownNo(file.state, about) !== null);
}

/** The child's own yes and no, apart from what others have agreed for it. */
export function OwnAgreementPart({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const open = standing(file);
  return (
    <Section title={<Trans>The child’s own agreement</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          A no is respected: what is not urgent waits until somebody else has heard the child again.
          Urgent help never waits. If the child says that somebody hurts them, write it under
          “Worries” and not here.
        </Trans>
      </p>
      <ul className={styles.list}>
        {open.map((about) => (
          <StandingNo key={keyOf(about)} file={file} about={about} />
        ))}
      </ul>
      {may.append ? <WordForm file={file} /> : null}
    </Section>
  );
}

function useAboutWords(file: CaseFile) {
  const label = useLabel();
  return (about: About): string =>
    'purpose' in about
      ? label(file.model.consent_purposes, about.purpose)
      : (file.state.placement.placements[about.placement_id]?.with ?? '');
}

function StandingNo({ file, about }: { readonly file: CaseFile; readonly about: About }) {
  const { t, i18n } = useLingui();
  const named = useAboutWords(file);
  const no = ownNo(file.state, about);
  const mayReview =
    file.state.stage.phase !== 'closed' &&
    may(file.situation.role, 'review_own_no', 'general') &&
    openlyHere(file.state, file.situation);
  if (no === null) return null;
  const initial: { outcome: 'no_stands' | 'goes_on'; heard: Heard; words: string; reason: string } =
    { outcome: 'no_stands', heard: 'directly', words: '', reason: '' };
  return (
    <li>
      <div className={styles.tags}>
        <span className={styles.tag} data-tone="look">
          <Trans>the child says no</Trans>
        </span>
        <strong>{named(about)}</strong>
        <span className={styles.soft}>{formatMoment(i18n.locale, no.at)}</span>
      </div>
      <div className={styles.soft}>
        {no.reviewed ? (
          <Trans>Looked at again: the no stands.</Trans>
        ) : (
          <Trans>Waits until the supervisor or a specialist has heard the child again.</Trans>
        )}
      </div>
      {mayReview ? (
        <CommandForm
          file={file}
          kind="review_own_no"
          about={keyOf(about)}
          open={<Trans>I have heard the child again</Trans>}
          initial={initial}
          body={(value) => ({ ...value, review_id: uuid(), about, on: file.situation.today })}
          paths={['words', 'reason', 'heard', 'outcome']}
        >
          {(value, change) => (
            <>
              <HeardChoice value={value.heard} onChange={(heard) => change({ heard })} />
              <CaseProse
                file={file}
                path="words"
                label={t`What the child said`}
                value={value.words}
                onChange={(words) => change({ words })}
              />
              <Choice
                path="outcome"
                legend={<Trans>What follows?</Trans>}
                options={[
                  { value: 'no_stands', label: t`The no stands` },
                  { value: 'goes_on', label: t`It goes on` },
                ]}
                value={value.outcome}
                onChange={(outcome) => change({ outcome })}
              />
              <CaseProse
                file={file}
                path="reason"
                label={t`Why`}
                value={value.reason}
                onChange={(reason) => change({ reason })}
              />
            </>
          )}
        </CommandForm>
      ) : null}
    </li>
  );
}

function HeardChoice(props: { readonly value: Heard; readonly onChange: (value: Heard) => void }) {
  const { i18n } = useLingui();
  return (
    <Choice
      path="heard"
      legend={<Trans>How was the child heard?</Trans>}
      options={HEARD.map((value) => ({ value, label: i18n._(HEARD_WORDS[value]) }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

function WordForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const waiting = Object.entries(file.state.placement.placements).filter(
    ([, one]) => one.begun === null && one.ended === null,
  );
  const initial: {
    answer: 'yes' | 'no' | '';
    purposes: readonly string[];
    placement: string;
    heard: Heard;
    words: string;
    on: string;
  } = {
    ...{ answer: '', purposes: [], placement: '', heard: 'directly', words: '' },
    on: file.situation.today,
  };
  return (
    <CommandForm
      file={file}
      kind="record_own_agreement"
      open={<Trans>Write down what the child says</Trans>}
      initial={initial}
      body={({ purposes, placement, answer, words, ...rest }) => ({
        ...rest,
        agreement_id: uuid(),
        // An empty answer names its field.
        answer: answer as Word['answer'],
        about: placement === '' ? { purposes: [...purposes] } : { placement_id: placement },
        words: given(words),
      })}
      paths={['answer', 'about.purposes', 'heard', 'words', 'on']}
    >
      {(value, change) => (
        <>
          {waiting.length === 0 ? null : (
            <Choice
              path="about.placement_id"
              legend={<Trans>What about?</Trans>}
              options={[
                { value: '', label: t`Services` },
                ...waiting.map(([id, one]) => ({ value: id, label: t`To live: ${one.with}` })),
              ]}
              value={value.placement}
              onChange={(placement) => change({ placement })}
            />
          )}
          {value.placement === '' ? (
            <Many
              path="about.purposes"
              legend={<Trans>What is it about?</Trans>}
              options={file.model.consent_purposes.map((purpose) => ({
                value: purpose.code,
                label: labelIn(i18n.locale, purpose.labels),
              }))}
              value={value.purposes}
              onChange={(purposes) => change({ purposes })}
            />
          ) : null}
          <Choice
            path="answer"
            legend={<Trans>The child’s answer</Trans>}
            options={[
              { value: 'yes', label: t`Yes` },
              { value: 'no', label: t`No` },
            ]}
            value={value.answer}
            onChange={(answer) => change({ answer })}
          />
          <HeardChoice value={value.heard} onChange={(heard) => change({ heard })} />
          <CaseProse
            file={file}
            path="words"
            label={t`In the child’s words, if it helps`}
            value={value.words}
            onChange={(words) => change({ words })}
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
