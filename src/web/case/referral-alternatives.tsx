import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { isSilent, type Referral } from '#domain/case/referral-state.ts';
import { ReasonsLine } from '../directory/reasons-line.tsx';
import { CapacityLine } from '../directory/service-facts.tsx';
import { labelIn } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import type { ReferralProps } from './referral-card.tsx';
import { useFitting } from './use-fitting.ts';
import { useServices } from './use-services.ts';

const SHOWN = 3;

/** Whether another service may be looked for: this one is silent, or has not helped. */
export function needsAnother({ situation }: CaseFile, referral: Referral): boolean {
  if (referral.closed_at !== null) return false;
  return isSilent(referral, situation.today) || ['rejected', 'failed'].includes(referral.status);
}

/** Other services for the same need and place, with reasons. None is chosen for anybody. */
export function ReferralAlternatives({ file, referral }: ReferralProps) {
  return needsAnother(file, referral) ? <Listed file={file} referral={referral} /> : null;
}

function Listed({ file, referral }: ReferralProps) {
  const { i18n } = useLingui();
  const services = [...useServices().values()].filter((one) => one.active);
  const need =
    (referral.need_id === undefined
      ? undefined
      : file.state.need.needs[referral.need_id]?.domain) ??
    services.find((one) => one.id === referral.service_id)?.need_domain ??
    '';
  const place = file.state.opening.place_id ?? '';
  const asked = { need, place, language: '', staff: '', childcare: false };
  const others = useFitting(asked, services).hits.filter((one) => one.id !== referral.service_id);
  if (others.length === 0) {
    return (
      <p className={styles.soft}>
        <Trans>The directory has no other service for this need and place.</Trans>
      </p>
    );
  }
  return (
    <section style={{ marginBlockStart: '0.6rem' }}>
      <div className={styles.strong}>
        <Trans>Other services for this need and place</Trans>
      </div>
      <ul className={styles.list}>
        {others.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <Link to="/directory/$id" params={{ id: one.id }} className={styles.link}>
              {labelIn(i18n.locale, one.name)}
            </Link>
            {` · ${labelIn(i18n.locale, one.organisation)}`}
            <CapacityLine service={one} />
            <ReasonsLine reasons={one.reasons} />
          </li>
        ))}
      </ul>
    </section>
  );
}
