import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { lockAll } from '../account/session.ts';

/** Hides everything with one tap, in every tab, when somebody comes in who must not see it. What was typed is kept. */
export function LockButton() {
  const { t } = useLingui();
  return (
    <ActionIcon
      aria-label={t`Lock`}
      variant="transparent"
      color="dark"
      onClick={() => void lockAll()}
    >
      <IconLock size={24} aria-hidden />
    </ActionIcon>
  );
}
