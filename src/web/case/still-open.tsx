import { Plural, Trans } from '@lingui/react/macro';
import { isOpen } from '#domain/case/referral-state.ts';
import { Notice } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';

/** What has no end yet, said to whoever completes the support and to whoever approves it. It blocks nothing. */
export function StillOpen({ file }: { readonly file: CaseFile }) {
  const open = Object.values(file.state.need.needs).filter((need) => need.resolved_at === null);
  const urgent = open.filter((need) => need.urgent).length;
  const referrals = Object.values(file.state.referral.referrals).filter(isOpen).length;
  if (open.length + referrals === 0) return null;
  return (
    <Notice>
      <strong>
        <Trans>Not everything has an end yet</Trans>
      </strong>
      <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
        {urgent > 0 ? (
          <li>
            <Plural value={urgent} one="# urgent need is open" other="# urgent needs are open" />
          </li>
        ) : null}
        {open.length > urgent ? (
          <li>
            <Plural value={open.length - urgent} one="# need is open" other="# needs are open" />
          </li>
        ) : null}
        {referrals > 0 ? (
          <li>
            <Plural
              value={referrals}
              one="# referral waits for a service"
              other="# referrals wait for a service"
            />
          </li>
        ) : null}
      </ul>
      <Trans>The support may end all the same. Say in the summary how this goes on.</Trans>
    </Notice>
  );
}

/** Areas of life that nobody has asked about, said to whoever approves what is needed. */
export function NotAsked({ file }: { readonly file: CaseFile }) {
  const { domains } = file.state.need;
  const left = file.model.need_domains.filter(({ code }) => domains[code] === undefined).length;
  if (left === 0) return null;
  return (
    <Notice>
      <Plural
        value={left}
        one="# area of life was not asked about yet."
        other="# areas of life were not asked about yet."
      />
    </Notice>
  );
}
