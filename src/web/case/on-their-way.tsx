import { Trans } from '@lingui/react/macro';
import { IconCloudDownload } from '@tabler/icons-react';
import { EmptyState } from '../ui/page.tsx';

/** In place of an empty list while the device is filled for the first time, with or without a line. */
export function OnTheirWay() {
  return (
    <EmptyState
      icon={<IconCloudDownload size={44} aria-hidden />}
      title={<Trans>Your files are on their way to this device</Trans>}
    >
      <Trans>This takes a moment, and a line. They show up here by themselves.</Trans>
    </EmptyState>
  );
}
