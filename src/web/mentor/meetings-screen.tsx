import { Trans, useLingui } from '@lingui/react/macro';
import { IconUsers } from '@tabler/icons-react';
import { meetings } from '#domain/mentor/meeting.ts';
import { useAsk } from '../ask.ts';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** A mentor's own screen: the meetings that were agreed, and nothing else about anybody. */
export function MeetingsScreen() {
  const { t, i18n } = useLingui();
  const { value, problem } = useAsk(['meetings'], '/api/meetings', meetings);
  return (
    <Page title={t`Meetings`} heading={t`Meetings`}>
      <Section title={<Trans>What you agreed on</Trans>}>
        <ProblemText problem={problem} />
        {value === undefined && problem === undefined ? <Waiting /> : null}
        {value?.meetings.length === 0 ? (
          <EmptyState
            icon={<IconUsers size={44} aria-hidden />}
            title={<Trans>Nothing is planned at present</Trans>}
          />
        ) : null}
        <ul className={styles.list}>
          {value?.meetings.map((one) => (
            <li key={one.id}>
              <strong>{one.what}</strong>
              <div>
                {formatDay(i18n.locale, one.on)}, {one.at}
              </div>
              <div className={styles.soft}>
                <Trans>
                  With {one.called}, {one.meeting_place}
                </Trans>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
