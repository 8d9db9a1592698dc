import { Trans, useLingui } from '@lingui/react/macro';
import { dayAfter } from '#domain/case/calendar.ts';
import { CHECK_IN_OUTCOMES, openCheckIns } from '#domain/case/closure.ts';
import { DayField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { CHECK_IN_CHOICES, CHECK_IN_WORDS } from './aftercare-words.ts';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Tick } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { Reopen } from './reopen.tsx';
import { useMay } from './use-may.ts';

type Outcome = (typeof CHECK_IN_OUTCOMES)[number];
interface Draft {
  readonly outcome: Outcome | '';
  readonly on: string;
  readonly words: string;
  readonly asks_help: boolean;
  readonly again_on: string;
}

/** How it goes after completion: asked on the days that were planned, as long as the person wishes. */
export function CheckInsPart({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const { prepared, check_ins, no_contact } = file.state.closure;
  const open = new Map(openCheckIns(file.state.closure).map((one) => [one.check_in_id, one]));
  if (prepared === null || prepared.check_ins.length === 0) return null;
  return (
    <Section title={<Trans>Contact after completion</Trans>}>
      {no_contact === undefined ? null : (
        <p>
          <Trans>
            Since {formatDay(i18n.locale, no_contact)} the person wishes no contact. Nobody calls
            any more.
          </Trans>
        </p>
      )}
      <ul className={styles.list}>
        {prepared.check_ins.map(({ check_in_id, due_on }) => {
          const ended = check_ins[check_in_id];
          const planned = open.get(check_in_id);
          if (ended === undefined && planned === undefined) return null;
          return (
            <li key={check_in_id} data-check-in={check_in_id}>
              <strong>{formatDay(i18n.locale, planned?.due_on ?? due_on)}</strong>{' '}
              {ended === undefined ? null : i18n._(CHECK_IN_WORDS[ended.outcome])}
              {ended?.help === 'asked' ? <HelpAsked file={file} checkIn={check_in_id} /> : null}
              {ended?.help === 'answered' ? (
                <span className={styles.soft}>
                  {' '}
                  <Trans>Help was asked for and answered.</Trans>
                </span>
              ) : null}
              {may.append && planned !== undefined ? (
                <CheckInForm file={file} checkIn={check_in_id} />
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

interface CheckInProps {
  readonly file: CaseFile;
  readonly checkIn: string;
}

/** A person asks for help: support is taken up again, or somebody answers otherwise. */
function HelpAsked({ file, checkIn }: CheckInProps) {
  const { t } = useLingui();
  const may = useMay(file);
  return (
    <div className={styles.look}>
      <strong>
        <Trans>The person asks for help.</Trans>
      </strong>
      {may.append || may.reopen ? (
        <div className={styles.buttons} style={{ marginBlockStart: '0.6rem' }}>
          <Reopen file={file} about={checkIn} />
          <CommandForm
            file={file}
            kind="answer_help"
            about={checkIn}
            open={<Trans>It was answered otherwise</Trans>}
            initial={{ words: '' }}
            body={({ words }) => ({ check_in_id: checkIn, words })}
            paths={['words']}
          >
            {(value, change) => (
              <CaseProse
                file={file}
                path="words"
                label={t`What was done`}
                value={value.words}
                onChange={(words) => change({ words })}
              />
            )}
          </CommandForm>
        </div>
      ) : null}
    </div>
  );
}

function CheckInForm({ file, checkIn }: CheckInProps) {
  const { t, i18n } = useLingui();
  const { today } = file.situation;
  const initial: Draft = {
    ...{ outcome: '', on: today, words: '', asks_help: false, again_on: dayAfter(today, 7) },
  };
  return (
    <CommandForm<'check_in', Draft>
      file={file}
      kind="check_in"
      about={checkIn}
      open={<Trans>Write down</Trans>}
      initial={initial}
      body={({ outcome, on, words, asks_help, again_on }) => ({
        // Nothing is chosen beforehand: "no contact" would end all of them.
        ...{ check_in_id: checkIn, outcome: outcome as Outcome, on, words: given(words) },
        ...(asks_help && outcome !== 'not_reached' ? { asks_help } : {}),
        ...(outcome === 'not_reached' && again_on !== '' ? { again_on } : {}),
      })}
      paths={['on', 'words', 'outcome', 'again_on']}
    >
      {(value, change) => (
        <>
          <Choice
            path="outcome"
            legend={<Trans>How did it go?</Trans>}
            options={CHECK_IN_OUTCOMES.map((code) => ({
              value: code,
              label: i18n._(CHECK_IN_CHOICES[code]),
            }))}
            value={value.outcome}
            onChange={(outcome) => change({ outcome })}
          />
          <DayField
            path="on"
            label={t`Day`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
          {value.outcome === 'not_reached' ? (
            <DayField
              path="again_on"
              label={t`Try again on (empty: no more)`}
              value={value.again_on}
              onChange={(event) => change({ again_on: event.currentTarget.value })}
            />
          ) : (
            <>
              <CaseProse
                file={file}
                path="words"
                label={t`How it goes, in the person’s own words`}
                description=""
                value={value.words}
                onChange={(words) => change({ words })}
              />
              <Tick checked={value.asks_help} onChange={(asks_help) => change({ asks_help })}>
                <Trans>The person asks for help</Trans>
              </Tick>
            </>
          )}
        </>
      )}
    </CommandForm>
  );
}
