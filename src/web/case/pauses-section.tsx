import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import type { PauseRecord } from '#domain/case/pause.ts';
import { ChoiceField, DayField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

/** Times that do not count: in hospital, away. Reasons stand in the programme model. */
export function PausesSection({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const pauses = file.state.pause.pauses.toReversed();
  const span = ({ from, until }: PauseRecord) => {
    const begun = formatDay(i18n.locale, from);
    const ended = until === null ? '' : formatDay(i18n.locale, until);
    return ended === '' ? (
      <Trans>since {begun}</Trans>
    ) : (
      <Trans>
        from {begun} until {ended}
      </Trans>
    );
  };
  return (
    <Section title={<Trans>Pauses</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>While a pause goes on, the times that it touches stand still.</Trans>
      </p>
      <ul className={styles.list}>
        {pauses.map((one) => (
          <li key={one.pause_id}>
            <div className={styles.item}>
              <div>
                <strong>{label(file.model.pause_reasons, one.reason)}</strong>{' '}
                <span className={styles.soft}>{span(one)}</span>
              </div>
              {may.append && one.until === null ? <EndPause file={file} pause={one} /> : null}
            </div>
          </li>
        ))}
      </ul>
      {may.append ? <StartPause file={file} /> : null}
    </Section>
  );
}

function StartPause({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const label = useLabel();
  const { pause_reasons } = file.model;
  return (
    <CommandForm
      file={file}
      kind="start_pause"
      open={<Trans>A pause begins</Trans>}
      initial={{ reason: pause_reasons[0]?.code ?? '', from: file.situation.today, words: '' }}
      body={(value) => ({ ...value, pause_id: uuid(), words: given(value.words) })}
      paths={['reason', 'from', 'words']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="reason"
            label={t`Why`}
            value={value.reason}
            data={pause_reasons.map(({ code }) => ({
              value: code,
              label: label(pause_reasons, code),
            }))}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          <DayField
            path="from"
            label={t`First day`}
            value={value.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
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

function EndPause({ file, pause }: { readonly file: CaseFile; readonly pause: PauseRecord }) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="end_pause"
      about={pause.pause_id}
      open={<Trans>The pause ends</Trans>}
      initial={{ on: file.situation.today }}
      body={(value) => ({ ...value, pause_id: pause.pause_id })}
      paths={['on']}
    >
      {(value, change) => (
        <DayField
          path="on"
          label={t`Day from which time counts again`}
          value={value.on}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
      )}
    </CommandForm>
  );
}
