import { Trans, useLingui } from '@lingui/react/macro';
import { openStay, type Stay } from '#domain/case/reception.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { EXPRESSION_WORDS } from './consent-words.ts';
import { HandOverForm } from './hand-over-form.tsx';
import { PausesSection } from './pauses-section.tsx';
import { EnterReception, LeaveReception } from './reception-forms.tsx';
import { useFamily } from './use-family.ts';
import { useMay } from './use-may.ts';
import { RECEIVER_WORDS } from './whereabouts-words.ts';

/** Where the person is: reception, going home with the yes of those who receive, and pauses. */
export function WhereaboutsSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const { stays, hand_overs } = file.state.reception;
  const here = openStay(file.state.reception);
  return (
    <>
      <Section title={<Trans>Reception and going home</Trans>}>
        {stays.length + hand_overs.length === 0 ? (
          <p className={styles.soft} style={{ marginBlockStart: 0 }}>
            <Trans>Nothing is written down about reception.</Trans>
          </p>
        ) : (
          <ul className={styles.list}>
            {stays.map((one) => (
              <StayLine key={one.entered_at} stay={one} />
            ))}
            {hand_overs.map((one) => (
              <HandOverLine key={one.hand_over_id} file={file} of={one} />
            ))}
          </ul>
        )}
        {may.append ? (
          <div className={styles.buttons}>
            {here === null ? <EnterReception file={file} /> : <LeaveReception file={file} />}
            <HandOverForm file={file} />
          </div>
        ) : null}
      </Section>
      <PausesSection file={file} />
    </>
  );
}

function StayLine({ stay }: { readonly stay: Stay }) {
  const { i18n } = useLingui();
  const from = formatDay(i18n.locale, stay.from);
  const until = stay.until === null ? '' : formatDay(i18n.locale, stay.until);
  return (
    <li>
      <strong>{stay.place}</strong>{' '}
      <span className={styles.soft}>
        {until === '' ? (
          <Trans>in reception since {from}</Trans>
        ) : (
          <Trans>
            in reception from {from} until {until}
          </Trans>
        )}
      </span>
    </li>
  );
}

interface HandOverLineProps {
  readonly file: CaseFile;
  readonly of: CaseFile['state']['reception']['hand_overs'][number];
}

function HandOverLine({ file, of }: HandOverLineProps) {
  const { t, i18n } = useLingui();
  const family = useFamily(file);
  const nameOf = (id: string) => family.find((one) => one.id === id)?.name ?? t`a family member`;
  const [day, place] = [formatDay(i18n.locale, of.on), of.place];
  return (
    <li>
      <strong>{i18n._(RECEIVER_WORDS[of.to])}</strong>{' '}
      <span className={styles.soft}>
        <Trans>
          since {day}, {place}
        </Trans>
      </span>
      <div>{of.person_ids.map(nameOf).join(', ')}</div>
      {of.consent === undefined ? null : (
        <AskedBefore consent={of.consent} name={nameOf(of.consent.person_id)} />
      )}
    </li>
  );
}

interface AskedBeforeProps {
  readonly consent: NonNullable<HandOverLineProps['of']['consent']>;
  readonly name: string;
}

function AskedBefore({ consent, name }: AskedBeforeProps) {
  const { i18n } = useLingui();
  const day = formatDay(i18n.locale, consent.on);
  const how = i18n._(EXPRESSION_WORDS[consent.expression]);
  return (
    <div className={styles.soft}>
      <Trans>
        Asked before: {name} said yes on {day} ({how}).
      </Trans>
    </div>
  );
}
