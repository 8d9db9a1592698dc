import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';

interface MapButtonProps {
  readonly mapped: boolean;
  readonly setMapped: (mapped: boolean) => void;
}

/** Shows a map above the list; the list stays and holds everything. */
export function MapButton({ mapped, setMapped }: MapButtonProps) {
  return (
    <Button
      variant="default"
      aria-expanded={mapped}
      leftSection={<IconMap2 size={20} aria-hidden />}
      onClick={() => setMapped(!mapped)}
    >
      {mapped ? <Trans>Without a map</Trans> : <Trans>Show a map</Trans>}
    </Button>
  );
}
