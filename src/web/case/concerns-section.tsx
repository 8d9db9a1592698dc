import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { may } from '#domain/access/rights.ts';
import { CONCERN_OUTCOMES, CONCERN_WORDS_OF } from '#domain/case/concern.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { ChoiceField } from '../ui/field.tsx';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { isAboutChild } from './child-section.tsx';
import { Choice } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import {
  CONCERN_ABOUT_WORDS,
  CONCERN_OUTCOME_WORDS,
  CONCERN_WORD_OF_WORDS,
} from './concern-words.ts';
import { useLineFile } from './line-file.ts';
import { TakeConcern } from './take-concern.tsx';
import { useNames } from './use-names.ts';
import { useTeller } from './use-teller.ts';

type Raise = CommandBodies['raise_concern'];
type Concern = CaseFile['state']['concern']['concerns'][string];

/** Fear for somebody's safety: said at once, read only by the supervisor and child protection. */
export function ConcernsSection({ file: carried }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const { role } = carried.situation;
  // A device never holds what is kept for protection: who may read it does so over the line.
  const whole = useLineFile(carried.row.id, may(role, 'close_concern', 'protection'));
  const file = whole ?? carried;
  const known = Object.values(file.state.concern.concerns).toSorted((a, b) =>
    a.raised_at < b.raised_at ? 1 : -1,
  );
  const initial: { who: Raise['about']['who']; urgency: Raise['urgency']; words: string } = {
    ...{ who: 'participant', urgency: 'soon', words: '' },
  };
  return (
    <Section title={<Trans>Worry about somebody’s safety</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          It reaches the supervisor, child protection and, where it is urgent, whoever is on duty at
          once. Nobody else sees that anything was said, also not at home. If life is in danger now,
          call for help first.
        </Trans>
      </p>
      {may(role, 'close_concern', 'protection') && isAboutChild(file) ? (
        <p className={styles.soft}>
          <Trans>
            Is it about a guardian? Under “The child”, let the guardianship authority decide: no
            reason shows there, and nobody learns of the worry.
          </Trans>
        </p>
      ) : null}
      {may(role, 'raise_concern', 'protection') ? (
        <CommandForm
          file={file}
          kind="raise_concern"
          open={<Trans>Say that I am worried</Trans>}
          submit={<Trans>Send</Trans>}
          initial={initial}
          body={({ who, ...value }) => ({ ...value, concern_id: uuid(), about: { who } })}
          paths={['words', 'urgency', 'about.who']}
        >
          {(value, change) => (
            <>
              <Choice
                path="urgency"
                legend={<Trans>How soon must somebody look?</Trans>}
                options={[
                  { value: 'now', label: t`Now` },
                  { value: 'soon', label: t`Soon` },
                ]}
                value={value.urgency}
                onChange={(urgency) => change({ urgency })}
              />
              <Choice
                path="about.who"
                legend={<Trans>Whom does it come from?</Trans>}
                options={(
                  [
                    'participant',
                    'household_member',
                    'caregiver',
                    'colleague',
                    'somebody_else',
                  ] as const
                ).map((one) => ({ value: one, label: i18n._(CONCERN_ABOUT_WORDS[one]) }))}
                value={value.who}
                onChange={(who) => change({ who })}
              />
              <CaseProse
                file={file}
                path="words"
                label={t`What was seen, what was said`}
                value={value.words}
                onChange={(words) => change({ words })}
              />
            </>
          )}
        </CommandForm>
      ) : null}
      <ul className={styles.list}>
        {known.map((one) => (
          <OneConcern key={one.concern_id} file={file} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function OneConcern({ file, one }: { readonly file: CaseFile; readonly one: Concern }) {
  const { t, i18n } = useLingui();
  const teller = useTeller(file);
  const given = useNames().account(one.given_to ?? null);
  const fact = file.facts.find(
    ({ kind, body }) =>
      kind === 'concern_raised' &&
      (body as { concern_id?: string } | null)?.concern_id === one.concern_id,
  );
  const words = (fact?.body as { words?: string } | null | undefined)?.words;
  const initial: {
    outcome: (typeof CONCERN_OUTCOMES)[number];
    who: (typeof CONCERN_WORDS_OF)[number];
    words: string;
  } = { outcome: 'safety_agreed', who: 'closer', words: '' };
  return (
    <li>
      <div className={styles.tags}>
        <strong>{i18n._(CONCERN_ABOUT_WORDS[one.about.who])}</strong>
        <span className={styles.tag} data-tone={one.closed === null ? 'look' : 'some'}>
          {one.closed === null ? (
            <Trans>open</Trans>
          ) : (
            i18n._(CONCERN_OUTCOME_WORDS[one.closed.outcome])
          )}
        </span>
        <span className={styles.soft}>
          {fact === undefined ? formatMoment(i18n.locale, one.raised_at) : teller.byFact(fact.id)}
        </span>
      </div>
      {given === undefined ? null : (
        <div>
          <Trans>Looks into it: {given}</Trans>
        </div>
      )}
      {words === undefined ? null : <p className={styles.quote}>{words}</p>}
      {one.closed === null ? <TakeConcern file={file} one={one} /> : null}
      {one.closed === null && may(file.situation.role, 'close_concern', 'protection') ? (
        <CommandForm
          file={file}
          kind="close_concern"
          about={one.concern_id}
          open={<Trans>It has been looked into</Trans>}
          initial={initial}
          body={({ who, ...value }) => ({
            ...{ ...value, concern_id: one.concern_id, on_word_of: { who } },
          })}
          paths={['words', 'outcome']}
        >
          {(value, change) => (
            <>
              <ChoiceField
                path="outcome"
                label={t`What came out of it?`}
                value={value.outcome}
                data={CONCERN_OUTCOMES.map((code) => ({
                  value: code,
                  label: i18n._(CONCERN_OUTCOME_WORDS[code]),
                }))}
                onChange={(event) => {
                  const chosen = CONCERN_OUTCOMES.find(
                    (code) => code === event.currentTarget.value,
                  );
                  if (chosen !== undefined) change({ outcome: chosen });
                }}
              />
              <Choice
                path="on_word_of.who"
                legend={<Trans>On whose word</Trans>}
                description={
                  <Trans>
                    Never on the word of whom it is about, nor of a guardian: somebody may stand
                    behind them.
                  </Trans>
                }
                options={CONCERN_WORDS_OF.map((who) => ({
                  ...{ value: who, label: i18n._(CONCERN_WORD_OF_WORDS[who]) },
                }))}
                value={value.who}
                onChange={(who) => change({ who })}
              />
              <CaseProse
                file={file}
                path="words"
                label={t`What was done`}
                value={value.words}
                onChange={(said) => change({ words: said })}
              />
            </>
          )}
        </CommandForm>
      ) : null}
    </li>
  );
}
