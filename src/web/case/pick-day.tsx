import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { openOffer } from '#domain/case/referral-state.ts';
import type { Problem } from '#domain/problem.ts';
import { formatDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import type { ReferralProps } from './referral-card.tsx';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';

/** The days that a service offers, each a button: asked of the person first, then told to the service. */
export function PickDay({ file, referral }: ReferralProps) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const days = openOffer(referral);
  if (days.length === 0 || !may.append) return null;
  const { referral_id } = referral;
  async function pick(on: string) {
    const said = await say('pick_day', { referral_id, on });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <div className={styles.look}>
      <Trans>
        Ask the person which of these days suits. The service is told the one that you pick.
      </Trans>
      <div className={styles.buttons} style={{ marginBlockStart: '0.6rem' }}>
        {days.map((on) => (
          <Button
            key={on}
            variant="default"
            leftSection={<IconCalendarCheck size={20} aria-hidden />}
            onClick={() => void pick(on)}
          >
            {formatDay(i18n.locale, on)}
          </Button>
        ))}
      </div>
      <ProblemText problem={problem} />
    </div>
  );
}
