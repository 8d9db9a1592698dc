import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { may } from '#domain/access/rights.ts';
import { useMe } from '../account/use-session.ts';
import { formatMoment } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import { useOutings } from './use-outings.ts';

/** On the first screen: that one is out oneself, and that a colleague is waited for. */
export function OutingReminder() {
  const { i18n } = useLingui();
  const { role } = useMe();
  const { value } = useOutings(role !== null && may(role, 'append', 'general'));
  const own = value?.outings.find((one) => one.own);
  const waited = value?.outings.some((one) => one.abilities.includes('close')) === true;
  if (own === undefined && !waited) return null;
  const until = own === undefined ? '' : formatMoment(i18n.locale, own.back_at);
  return (
    <div style={{ marginBlockEnd: '1.1rem' }}>
      <Notice>
        {waited ? (
          <Trans>A colleague who went out has not come back.</Trans>
        ) : (
          <Trans>You are out: back by {until}.</Trans>
        )}{' '}
        <Link to="/out" className={parts.link}>
          <Trans>Out and back</Trans>
        </Link>
      </Notice>
    </div>
  );
}
