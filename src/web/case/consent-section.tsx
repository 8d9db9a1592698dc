import { Trans, useLingui } from '@lingui/react/macro';
import { useRows } from '../device/use-rows.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { ConsentForm } from './consent-form.tsx';
import { CHANNEL_WORDS, WITHHOLD_WORDS } from './consent-words.ts';
import { useLabel } from './labels.ts';
import { LegalBases } from './legal-bases.tsx';
import { nameText } from './person-name.ts';
import { personRow } from './rows.ts';
import { useMay } from './use-may.ts';
import { useNames } from './use-names.ts';
import { useNowForAuthority } from './use-now-for-authority.ts';

type Consent = CaseFile['state']['consent']['records'][string];

/** What may be shared, with whom and with whom not; and, apart from it, what a law allows. */
export function ConsentSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const forAuthority = useNowForAuthority(file);
  const records = Object.values(file.state.consent.records).sort((a, b) =>
    a.recorded_at < b.recorded_at ? 1 : -1,
  );
  return (
    <>
      <Section title={<Trans>Consent to share</Trans>}>
        <p className={styles.soft} style={{ marginBlockStart: 0 }}>
          <Trans>
            A no, now or later, never lowers what the person is entitled to. Consent can be taken
            back at any time, also by a word on the phone.
          </Trans>
        </p>
        {records.length === 0 ? (
          <p>
            <Trans>Nobody has been asked yet.</Trans>
          </p>
        ) : null}
        <ul className={styles.list}>
          {records.map((consent) => (
            <OneConsent
              key={consent.consent_id}
              file={file}
              consent={consent}
              forAuthority={forAuthority.includes(consent.consent_id)}
            />
          ))}
        </ul>
        {may.help ? <ConsentForm file={file} /> : null}
      </Section>
      <LegalBases file={file} />
    </>
  );
}

interface OneConsentProps {
  readonly file: CaseFile;
  readonly consent: Consent;
  /** The guardianship authority decides on it now. */
  readonly forAuthority: boolean;
}

function OneConsent({ file, consent, forAuthority }: OneConsentProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const names = useNames();
  const people = useRows('person', personRow);
  const may = useMay(file);
  const day = (instant: string) => formatDay(i18n.locale, instant.slice(0, 10));
  const purposes = consent.purposes.map((code) => label(file.model.consent_purposes, code));
  const recipients = consent.recipient_ids.map(
    (id) => names.organisation(id) ?? t`an organisation`,
  );
  const ran = consent.expires_on !== undefined && consent.expires_on < file.situation.today;
  const by =
    consent.said_by.as === 'self'
      ? t`the person`
      : consent.authority !== undefined
        ? `${consent.authority.body}, ${consent.authority.number}`
        : nameText(people?.get(consent.said_by.person_id)?.name) || t`somebody who may decide`;
  const state =
    consent.decision === 'refused'
      ? t`No`
      : consent.withdrawn_at !== null
        ? t`Taken back`
        : ran
          ? t`Has ended`
          : consent.ask_again_since !== undefined || forAuthority
            ? t`To be asked again`
            : t`Yes`;
  return (
    <li>
      <div className={styles.tags}>
        <span className={styles.tag} data-tone={state === t`Yes` ? 'some' : 'look'}>
          {state}
        </span>
        <strong>{purposes.join(', ')}</strong>
      </div>
      {forAuthority ? (
        <p className={styles.look}>
          <Trans>
            The guardianship authority decides on this now. Ask it, and write its decision down here
            with “Ask for consent”. Until then nothing new is shared on this word; what was sent
            before stays where it is.
          </Trans>
        </p>
      ) : null}
      <dl className={styles.facts} style={{ marginBlockStart: '0.5rem' }}>
        <dt>
          <Trans>For whom</Trans>
        </dt>
        <dd>
          {recipients.length === 0 ? (
            <Trans>services that are needed for it</Trans>
          ) : (
            recipients.join(', ')
          )}
        </dd>
        <dt>
          <Trans>Said by</Trans>
        </dt>
        <dd>
          <Trans>
            {by} on {day(consent.recorded_at)}
          </Trans>
        </dd>
        {consent.withhold.length === 0 ? null : (
          <>
            <dt>
              <Trans>Keep from</Trans>
            </dt>
            <dd>
              {consent.withhold.map((one) => (
                <div key={`${one.from} ${one.what}`}>
                  {one.from}: {one.what} ({i18n._(WITHHOLD_WORDS[one.reason])})
                </div>
              ))}
            </dd>
          </>
        )}
        {consent.withdrawn_at === null ? null : (
          <>
            <dt>
              <Trans>Taken back on</Trans>
            </dt>
            <dd>{day(consent.withdrawn_at)}</dd>
          </>
        )}
        {consent.expires_on === undefined ? null : (
          <>
            <dt>
              <Trans>Holds until</Trans>
            </dt>
            <dd>{day(consent.expires_on)}</dd>
          </>
        )}
      </dl>
      {may.append && consent.decision === 'given' && consent.withdrawn_at === null ? (
        <div style={{ marginBlockStart: '0.6rem' }}>
          <Withdraw file={file} consentId={consent.consent_id} />
        </div>
      ) : null}
    </li>
  );
}

function Withdraw({ file, consentId }: { readonly file: CaseFile; readonly consentId: string }) {
  const { t, i18n } = useLingui();
  const initial: { channel: keyof typeof CHANNEL_WORDS; words: string } = {
    channel: 'in_person',
    words: '',
  };
  return (
    <CommandForm
      file={file}
      kind="withdraw_consent"
      about={consentId}
      open={<Trans>The person takes this back</Trans>}
      submit={<Trans>Write down</Trans>}
      initial={initial}
      body={(value) => ({
        consent_id: consentId,
        channel: value.channel,
        words: given(value.words),
      })}
      paths={['channel', 'words']}
    >
      {(value, change) => (
        <>
          <Choice
            path="channel"
            legend={<Trans>How was it said?</Trans>}
            options={(['in_person', 'phone', 'paper', 'community_worker', 'other'] as const).map(
              (one) => ({ value: one, label: i18n._(CHANNEL_WORDS[one]) }),
            )}
            value={value.channel}
            onChange={(channel) => change({ channel })}
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
