import { Trans, useLingui } from '@lingui/react/macro';
import { isSilent } from '#domain/case/referral-state.ts';
import { referralWaiting, remindsAt } from '#domain/case/referral-waiting.ts';
import { useAsk } from '../ask.ts';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { ReferralProps } from './referral-card.tsx';
import { useZoneOf } from './use-zone.ts';

/** While a service has not answered: whether it was reminded and when, and what comes next. */
export function ReferralWaiting(props: ReferralProps) {
  return props.referral.status === 'requested' ? <Waits {...props} /> : null;
}

function Waits({ file, referral }: ReferralProps) {
  const { i18n } = useLingui();
  const { id } = file.row;
  const asked = useAsk(['waiting', id], `/api/cases/${id}/referrals/waiting`, referralWaiting);
  const known = asked.value?.referrals.find(
    ({ referral_id }) => referral_id === referral.referral_id,
  );
  const day = (at: string) => formatDay(i18n.locale, at.slice(0, 10));
  const due = referral.answer_due_on === null ? '' : day(referral.answer_due_on);
  const zone = useZoneOf(file, referral.service_id);
  const reminds = remindsAt(referral, zone);
  if (known?.told_at != null) {
    return (
      <div className={styles.soft}>
        {known.reminded_at === null ? null : (
          <Trans>The service was reminded on {day(known.reminded_at)}.</Trans>
        )}{' '}
        <Trans>
          You and the supervisor were told on {day(known.told_at)} that it stays silent. Ask it by
          telephone, or choose another service.
        </Trans>
      </div>
    );
  }
  if (isSilent(referral, file.situation.today)) {
    return (
      <div className={styles.soft}>
        <Trans>
          It has let {due} pass without an answer. Ask it by telephone, or choose another service.
        </Trans>
      </div>
    );
  }
  return (
    <div className={styles.soft}>
      {known?.reminded_at != null ? (
        <Trans>The service was reminded on {day(known.reminded_at)}.</Trans>
      ) : reminds !== null && reminds > file.situation.now ? (
        <Trans>If it does not answer, it is reminded on {day(reminds)}.</Trans>
      ) : null}{' '}
      <Trans>After {due} you and the supervisor are told, and other services stand here.</Trans>
    </div>
  );
}
