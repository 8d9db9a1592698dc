import { Trans, useLingui } from '@lingui/react/macro';
import {
  type CancelReason,
  isStillNeeded,
  likelyBarrier,
  OUTCOMES,
  type ReferralOutcome,
  statusOf,
} from '#domain/case/referral-answer.ts';
import { barrierOf, isOpen } from '#domain/case/referral-state.ts';
import styles from '../ui/parts.module.css';
import { BarrierField } from './barrier-field.tsx';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { RecordAnswer } from './record-answer.tsx';
import type { ReferralProps } from './referral-card.tsx';
import { HELPFUL_WORDS, REFERRAL_OUTCOME_WORDS } from './referral-words.ts';

interface EndDraft {
  readonly outcome: ReferralOutcome;
  readonly helpful: keyof typeof HELPFUL_WORDS;
  readonly words: string;
  /** Null = what an answer or the outcome of itself says. */
  readonly barrier: string | null;
}

const isFailed = (outcome: ReferralOutcome) => statusOf(outcome) === 'failed';

/** What can be done with a referral that was sent: note an answer, reply, end it, call it back. */
export function ReferralEnd({ file, referral }: ReferralProps) {
  const { t, i18n } = useLingui();
  const { referral_id } = referral;
  const { barriers } = file.model.referral;
  const ending: EndDraft = {
    outcome: referral.outcome ?? (referral.status === 'rejected' ? 'declined_by_provider' : 'met'),
    ...{ helpful: 'not_asked', words: '', barrier: null },
  };
  const barrierIn = ({ barrier, outcome }: EndDraft) =>
    barrier ?? barrierOf(referral) ?? likelyBarrier(outcome) ?? '';
  return (
    <div className={styles.buttons} style={{ marginBlockStart: '0.6rem' }}>
      {isOpen(referral) ? <RecordAnswer file={file} referral={referral} /> : null}
      {referral.status === 'on-hold' ? (
        <CommandForm
          file={file}
          kind="reply_to_referral"
          about={referral_id}
          open={<Trans>Reply</Trans>}
          initial={{ words: '' }}
          body={(value) => ({ ...value, referral_id })}
          paths={['words']}
        >
          {(value, change) => (
            <CaseProse
              file={file}
              path="words"
              label={t`Your reply (the service will read it)`}
              description={t`Only what it needs to help; no word of where somebody was.`}
              value={value.words}
              onChange={(words) => change({ words })}
            />
          )}
        </CommandForm>
      ) : null}
      {referral.closed_at === null ? (
        <CommandForm
          file={file}
          kind="complete_referral"
          about={referral_id}
          open={<Trans>End it</Trans>}
          initial={ending}
          body={({ outcome, helpful, words, ...rest }) => ({
            ...{ referral_id, outcome, helpful, words: given(words) },
            ...(isFailed(outcome)
              ? { barrier: given(barrierIn({ outcome, helpful, words, ...rest })) }
              : {}),
          })}
          paths={['words', 'outcome', 'helpful', 'barrier']}
        >
          {(value, change) => (
            <>
              <Choice
                path="outcome"
                legend={<Trans>What came out of it?</Trans>}
                options={OUTCOMES.map((one) => ({
                  value: one,
                  label: i18n._(REFERRAL_OUTCOME_WORDS[one]),
                }))}
                value={value.outcome}
                onChange={(outcome) => change({ outcome })}
              />
              {isFailed(value.outcome) ? (
                <BarrierField
                  path="barrier"
                  barriers={barriers}
                  value={barrierIn(value)}
                  onChange={(barrier) => change({ barrier })}
                />
              ) : null}
              <Choice
                path="helpful"
                legend={<Trans>Did it help, in the person’s eyes?</Trans>}
                description={<Trans>The service does not learn of this.</Trans>}
                options={(['yes', 'partly', 'no', 'not_asked'] as const).map((one) => ({
                  value: one,
                  label: i18n._(HELPFUL_WORDS[one]),
                }))}
                value={value.helpful}
                onChange={(helpful) => change({ helpful })}
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
      {referral.ended_at === null ? <CallBack file={file} referral={referral} /> : null}
    </div>
  );
}

interface CallBackDraft {
  readonly reason: CancelReason;
  readonly barrier: string | null;
  readonly words: string;
}

function CallBack({ file, referral }: ReferralProps) {
  const { t } = useLingui();
  const initial: CallBackDraft = { reason: 'not_needed', barrier: null, words: '' };
  const barrierIn = ({ reason, barrier }: CallBackDraft) =>
    barrier ?? (reason === 'declined_by_client' ? likelyBarrier(reason) : null) ?? '';
  const blocked = ({ reason }: CallBackDraft) => referral.sent_at !== null && isStillNeeded(reason);
  return (
    <CommandForm
      file={file}
      kind="cancel_referral"
      about={referral.referral_id}
      variant="subtle"
      open={<Trans>Call it back</Trans>}
      submit={<Trans>Call it back</Trans>}
      initial={initial}
      body={(value) => ({
        ...{ referral_id: referral.referral_id, reason: value.reason },
        ...(blocked(value) ? { barrier: given(barrierIn(value)), words: given(value.words) } : {}),
      })}
      paths={['reason', 'barrier', 'words']}
    >
      {(value, change) => (
        <>
          <Choice
            path="reason"
            legend={<Trans>Why</Trans>}
            options={[
              { value: 'not_needed', label: t`No longer needed` },
              { value: 'declined_by_client', label: t`The person did not wish it` },
              { value: 'other_service', label: t`Another service does this` },
              { value: 'said_in_error', label: t`Sent by mistake` },
              { value: 'other', label: t`Another reason` },
            ]}
            value={value.reason}
            onChange={(reason) => change({ reason })}
          />
          {blocked(value) ? (
            <>
              <BarrierField
                path="barrier"
                barriers={file.model.referral.barriers}
                value={barrierIn(value)}
                onChange={(barrier) => change({ barrier })}
              />
              <CaseProse
                file={file}
                path="words"
                label={t`In a few words, if it helps`}
                value={value.words}
                onChange={(words) => change({ words })}
              />
            </>
          ) : null}
        </>
      )}
    </CommandForm>
  );
}
