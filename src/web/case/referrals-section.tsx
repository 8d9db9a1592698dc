import { Trans } from '@lingui/react/macro';
import { IconArrowsExchange } from '@tabler/icons-react';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { HouseholdReferral } from './household-referral.tsx';
import { ReferralCard } from './referral-card.tsx';
import { ReferralForm } from './referral-form.tsx';
import { useMay } from './use-may.ts';

/** Ways to services: prepared, looked over, sent, answered, ended. */
export function ReferralsSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const all = Object.values(file.state.referral.referrals).toSorted((a, b) =>
    a.prepared_at < b.prepared_at ? 1 : -1,
  );
  return (
    <Section title={<Trans>Referrals</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          A service is told only what it needs, never where somebody returned from. Nothing leaves
          without consent or a law.
        </Trans>
      </p>
      <div className={styles.beside}>
        {may.help ? <ReferralForm file={file} /> : null}
        {may.append ? <HouseholdReferral file={file} /> : null}
      </div>
      {all.length === 0 ? (
        <EmptyState
          icon={<IconArrowsExchange size={44} aria-hidden />}
          title={<Trans>No referral yet</Trans>}
        />
      ) : null}
      <ul className={styles.list}>
        {all.map((referral) => (
          <ReferralCard key={referral.referral_id} file={file} referral={referral} />
        ))}
      </ul>
    </Section>
  );
}
