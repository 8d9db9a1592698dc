import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { ChoiceField, DayField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CommandForm, given } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

/** What happened in the person's life: each asks for another look at the plan. */
export function LifeEventsPart({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const known = file.model.life_events?.events ?? [];
  const events = Object.values(file.state.life_event.events).toReversed();
  if (known.length === 0) return null;
  return (
    <Section title={<Trans>What has happened</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          A birth, a move, a loss: the plan is then looked at again, and that stands on the list of
          things to do.
        </Trans>
      </p>
      <ul className={styles.list}>
        {events.map((event) => (
          <li key={event.event_id}>
            <strong>{label(known, event.code)}</strong>{' '}
            <span className={styles.soft}>{formatDay(i18n.locale, event.on)}</span>
            {event.words === undefined ? null : <p className={styles.quote}>{event.words}</p>}
          </li>
        ))}
      </ul>
      {may.append ? (
        <CommandForm
          file={file}
          kind="record_life_event"
          open={<Trans>Write down what happened</Trans>}
          initial={{ code: known[0]?.code ?? '', on: file.situation.today, words: '' }}
          body={(value) => ({ ...value, event_id: uuid(), words: given(value.words) })}
          paths={['code', 'on', 'words']}
        >
          {(value, change) => (
            <>
              <ChoiceField
                path="code"
                label={t`What happened`}
                value={value.code}
                data={known.map(({ code }) => ({ value: code, label: label(known, code) }))}
                onChange={(event) => change({ code: event.currentTarget.value })}
              />
              <DayField
                path="on"
                label={t`Day`}
                value={value.on}
                onChange={(event) => change({ on: event.currentTarget.value })}
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
      ) : null}
    </Section>
  );
}
