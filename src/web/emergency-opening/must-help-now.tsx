import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAbility } from '../account/use-session.ts';

/** Where a search found nobody: the way in for somebody who stands in front of a person. */
export function MustHelpNow() {
  if (!useAbility('open_in_emergency:general')) return null;
  return (
    <Button
      component={Link}
      to="/emergency"
      variant="default"
      mt="md"
      leftSection={<IconUrgent size={20} aria-hidden />}
    >
      <Trans>I have the number and must help now</Trans>
    </Button>
  );
}
