import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMessages } from '@tabler/icons-react';
import type { z } from 'zod';
import {
  type listedSession,
  type SUPERVISION_TOPICS,
  supervisionSessions,
} from '#domain/duty/supervision.ts';
import { useAsk } from '../ask.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay, formatNumber } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { WriteSession } from './write-session.tsx';

export const TOPIC_WORDS: Readonly<Record<(typeof SUPERVISION_TOPICS)[number], MessageDescriptor>> =
  {
    workload: msg`How much there is to do`,
    hard_moments: msg`Hard moments at work`,
    own_safety: msg`Own safety`,
    skills: msg`How something is done`,
    team: msg`The team`,
    ethics: msg`What is right to do`,
    own_wellbeing: msg`Own well-being`,
  };

/** Talks about the work: outside any file, for the two who had them. */
export function SupervisionScreen() {
  const { t } = useLingui();
  const asked = useAsk(['supervision'], '/api/supervision', supervisionSessions);
  return (
    <Page
      title={t`Talks about work`}
      intro={
        <Trans>
          Only you and the other person read what stands here. It belongs to no support file: no
          names, no numbers of files.
        </Trans>
      }
    >
      <WriteSession />
      <Answered asked={asked}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <EmptyState
              icon={<IconMessages size={44} aria-hidden />}
              title={<Trans>No talk was written down yet</Trans>}
            />
          ) : (
            <Section title={<Trans>Written down</Trans>}>
              <ul className={parts.list}>
                {sessions.map((one) => (
                  <OneSession key={one.id} session={one} />
                ))}
              </ul>
            </Section>
          )
        }
      </Answered>
    </Page>
  );
}

function OneSession({ session }: { readonly session: z.infer<typeof listedSession> }) {
  const { t, i18n } = useLingui();
  const day = formatDay(i18n.locale, session.on);
  const hours = formatNumber(i18n.locale, session.hours);
  const topics = session.topics.map((code) => {
    const words = TOPIC_WORDS[code as keyof typeof TOPIC_WORDS];
    return words === undefined ? '' : i18n._(words);
  });
  return (
    <li>
      <div className={parts.tags}>
        <strong>{session.other ?? t`Somebody who has left`}</strong>
        <span className={parts.soft}>
          <Trans>
            {day}, hours: {hours}
          </Trans>
        </span>
      </div>
      <div className={parts.soft}>{topics.filter(Boolean).join(' · ')}</div>
      {session.agreed === null ? null : <p className={parts.quote}>{session.agreed}</p>}
    </li>
  );
}
