import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { PACKET_FIELDS } from '#domain/case/model-names.ts';
import { packetContent } from '#domain/case/packet.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { PacketText } from './packet-text.tsx';
import type { ReferralProps } from './referral-card.tsx';
import { PACKET_WORDS } from './referral-words.ts';

const preview = z.object({
  content: packetContent,
  fields: z.array(z.enum(PACKET_FIELDS)),
  withhold: z.array(z.object({ from: z.string(), what: z.string() })),
});

/** What would leave, exactly: made by the server, which has the last word on it. */
export function ReferralPreview({ file, referral }: ReferralProps) {
  const { i18n } = useLingui();
  const [shown, setShown] = useState<z.infer<typeof preview>>();
  const [problem, setProblem] = useState<Problem>();
  // The server cannot show what has not reached it: for ten seconds, or as long as there is no line.
  const waits = file.unsent.size > 0;
  async function look() {
    const path = `/api/cases/${file.row.id}/referrals/preview?referral_id=${referral.referral_id}`;
    const reply = await call(path, preview);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) setShown(reply.value);
  }
  return (
    <div className={styles.stack}>
      <div>
        <Button variant="default" onClick={look} disabled={waits}>
          <Trans>See what will be sent</Trans>
        </Button>
        {waits ? (
          <div className={styles.soft}>
            <Trans>Can be looked at once what you saved has been sent.</Trans>
          </div>
        ) : null}
      </div>
      <ProblemText problem={problem} />
      {shown === undefined ? null : (
        <div className={styles.form} style={{ margin: 0 }}>
          <strong>
            <Trans>This and nothing else leaves:</Trans>
          </strong>
          <PacketText content={shown.content} />
          <div className={styles.soft}>
            {shown.fields.map((field) => i18n._(PACKET_WORDS[field])).join(', ')}
          </div>
          {shown.withhold.length === 0 ? null : (
            <div className={styles.look}>
              <Trans>The person asked to keep from somebody:</Trans>
              <ul>
                {shown.withhold.map((one) => (
                  <li key={`${one.from} ${one.what}`}>
                    {one.from}: {one.what}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
