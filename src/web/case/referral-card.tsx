import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { isOpen, isSilent } from '#domain/case/referral-state.ts';
import type { Problem } from '#domain/problem.ts';
import { PrintLink } from '../print/print-link.tsx';
import { mayGoOnPaper } from '../print/referral-paper.tsx';
import { formatDay, labelIn } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { PickDay } from './pick-day.tsx';
import { ReferralAlternatives } from './referral-alternatives.tsx';
import { Answers, Barrier } from './referral-answers.tsx';
import { ReferralEnd } from './referral-end.tsx';
import { ReferralLinkPart } from './referral-link-part.tsx';
import { ReferralPreview } from './referral-preview.tsx';
import { ReferralWaiting } from './referral-waiting.tsx';
import {
  HELPFUL_WORDS,
  PACKET_WORDS,
  REFERRAL_OUTCOME_WORDS,
  STATUS_WORDS,
} from './referral-words.ts';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import { useNames } from './use-names.ts';
import { useServices } from './use-services.ts';

export type Referral = CaseFile['state']['referral']['referrals'][string];
export interface ReferralProps {
  readonly file: CaseFile;
  readonly referral: Referral;
}

/** One referral: to whom, where it stands, what was answered, and what can be done now. */
export function ReferralCard({ file, referral }: ReferralProps) {
  const { i18n } = useLingui();
  const names = useNames();
  const may = useMay(file);
  const service = useServices().get(referral.service_id);
  const { status, sent_on, next_on } = referral;
  const day = (value: string) => formatDay(i18n.locale, value);
  const silent = isSilent(referral, file.situation.today);
  const told = referral.fields.map((field) => i18n._(PACKET_WORDS[field])).join(', ');
  return (
    <li>
      <div className={styles.tags}>
        <strong>
          {service === undefined ? null : `${labelIn(i18n.locale, service.name)} · `}
          {names.organisation(referral.organisation_id) ?? <Trans>a service</Trans>}
        </strong>
        <span className={styles.tag} data-tone={isOpen(referral) ? 'some' : undefined}>
          {i18n._(STATUS_WORDS[status])}
        </span>
        {referral.urgency === 'urgent' ? (
          <span className={styles.tag} data-tone="urgent">
            <Trans>Urgent</Trans>
          </span>
        ) : null}
        {silent ? (
          <span className={styles.tag} data-tone="look">
            <Trans>No answer so far</Trans>
          </span>
        ) : null}
      </div>
      <div className={styles.soft}>
        {sent_on === null ? null : <Trans>Sent on {day(sent_on)}.</Trans>}{' '}
        {next_on === null ? null : <Trans>The person is expected on {day(next_on)}.</Trans>}
      </div>
      {referral.words === undefined ? null : <p className={styles.quote}>{referral.words}</p>}
      <ReferralWaiting file={file} referral={referral} />
      <Answers file={file} referral={referral} />
      <PickDay file={file} referral={referral} />
      <Ended referral={referral} />
      {referral.barrier === undefined ? null : (
        <div className={styles.soft}>
          <Barrier code={referral.barrier} file={file} />
        </div>
      )}
      {status === 'draft' ? (
        <div className={styles.soft}>
          <Trans>To be told: {told}</Trans>
        </div>
      ) : null}
      {may.append && mayGoOnPaper({ file, referral }) ? (
        <PrintLink file={file} about={referral.referral_id}>
          <Trans>Print it for a service that reads paper</Trans>
        </PrintLink>
      ) : null}
      {may.help && status === 'draft' ? <Send file={file} referral={referral} /> : null}
      <ReferralAlternatives file={file} referral={referral} />
      {status === 'draft' ? null : <ReferralLinkPart file={file} referral={referral} />}
      {may.append && status !== 'draft' ? <ReferralEnd file={file} referral={referral} /> : null}
    </li>
  );
}

/** How it ended, and how it was for the person: that stays here. */
function Ended({ referral }: Pick<ReferralProps, 'referral'>) {
  const { i18n } = useLingui();
  const { outcome, helpful, closed_at } = referral;
  if (closed_at === null || outcome === null) return null;
  const came = i18n._(REFERRAL_OUTCOME_WORDS[outcome]);
  return (
    <div>
      <Trans>What came out of it: {came}.</Trans>{' '}
      {helpful === null || helpful === 'not_asked' ? null : (
        <>
          <Trans>Did it help, in the person’s eyes? {i18n._(HELPFUL_WORDS[helpful])}.</Trans>{' '}
          <span className={styles.soft}>
            <Trans>The service does not learn of this.</Trans>
          </span>
        </>
      )}
    </div>
  );
}

function Send({ file, referral }: ReferralProps) {
  const say = useSay(file);
  const may = useMay(file);
  const [problem, setProblem] = useState<Problem>();
  const { referral_id } = referral;
  async function send() {
    const said = await say('send_referral', { referral_id });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <div className={styles.stack} style={{ marginBlockStart: '0.75rem' }}>
      <ReferralPreview file={file} referral={referral} />
      <div className={styles.buttons}>
        <Button leftSection={<IconSend size={20} aria-hidden />} onClick={send}>
          <Trans>Send</Trans>
        </Button>
      </div>
      <ProblemText problem={problem} />
      {problem?.code === 'consent_missing' && may.override ? (
        <Override file={file} referral={referral} />
      ) : null}
    </div>
  );
}

type Reason = 'vital_interest' | 'child_protection' | 'cannot_be_asked' | 'other';

/** A supervisor answers for it by name and with a reason. */
function Override({ file, referral }: ReferralProps) {
  const { t } = useLingui();
  const initial: { reason: Reason; words: string } = { reason: 'vital_interest', words: '' };
  return (
    <CommandForm
      file={file}
      kind="override_referral"
      about={referral.referral_id}
      open={<Trans>Send without consent, with a reason</Trans>}
      submit={<Trans>Send</Trans>}
      initial={initial}
      body={(value) => ({ ...value, referral_id: referral.referral_id })}
      paths={['reason', 'words']}
    >
      {(value, change) => (
        <>
          <Choice
            path="reason"
            legend={<Trans>Why</Trans>}
            options={[
              { value: 'vital_interest', label: t`Life or health is in danger` },
              { value: 'child_protection', label: t`A child must be protected` },
              { value: 'cannot_be_asked', label: t`The person cannot be asked` },
              { value: 'other', label: t`Another reason` },
            ]}
            value={value.reason}
            onChange={(reason) => change({ reason })}
          />
          <CaseProse
            file={file}
            path="words"
            label={t`The reason in words`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </CommandForm>
  );
}
