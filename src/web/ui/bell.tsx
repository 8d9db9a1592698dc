import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import { formatMoment } from './format.ts';
import { ProblemText } from './problem-text.tsx';
import styles from './shell.module.css';
import { Waiting } from './waiting.tsx';

/** How many are listed: whoever was away for long sees the newest. */
const LISTED = 30;

interface Told {
  readonly id: string;
  readonly created_at: string;
  readonly read_at: string | null;
}

/** What happened, newest first, with the number of what is new; closing the list marks it as read. */
export function Bell<One extends Told>(props: {
  /** Undefined as long as nobody knows. */
  readonly all: readonly One[] | undefined;
  /** Why that is not known, or not as of now. */
  readonly problem: Problem | undefined;
  /** Asks anew, when somebody looks. */
  readonly ask: () => Promise<void>;
  /** `leave` closes the list, for words that lead somewhere. */
  readonly words: (one: One, leave: () => void) => ReactNode;
  /** What stands behind the hour. */
  readonly more?: (one: One) => ReactNode;
  readonly read: (ids: readonly string[]) => Promise<void>;
}) {
  const { all, problem, words, more, read } = props;
  const { t, i18n } = useLingui();
  const [opened, setOpened] = useState(false);
  const unread = (all ?? []).filter((one) => one.read_at === null);

  function toggle(next: boolean) {
    setOpened(next);
    if (next) void props.ask();
    if (!next && unread.length > 0) void read(unread.map((one) => one.id));
  }

  return (
    <Popover
      opened={opened}
      onChange={toggle}
      position="bottom-end"
      width={320}
      radius="md"
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="transparent"
          color="dark"
          pos="relative"
          aria-label={t`Notifications: ${unread.length} new`}
          onClick={() => toggle(!opened)}
        >
          <IconBell size={24} aria-hidden />
          {unread.length === 0 ? null : <span className={styles.count}>{unread.length}</span>}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <ProblemText problem={problem} />
        {all === undefined && problem === undefined ? <Waiting size="sm" /> : null}
        {all === undefined ? null : (
          <strong>
            {unread.length === 0 ? (
              <Trans>Nothing new</Trans>
            ) : (
              <Plural value={unread.length} one="# new notification" other="# new notifications" />
            )}
          </strong>
        )}
        <ul style={{ paddingInlineStart: '1.1rem', maxBlockSize: '60dvh', overflow: 'auto' }}>
          {all?.slice(0, LISTED).map((one) => (
            <li key={one.id} style={{ fontWeight: one.read_at === null ? 600 : 400 }}>
              {words(one, () => toggle(false))}
              <div style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
                {formatMoment(i18n.locale, one.created_at)}
                {more?.(one)}
              </div>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
