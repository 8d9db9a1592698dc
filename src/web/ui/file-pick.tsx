import { Button, type ButtonVariant, FileButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** A button that takes one file from the device. */
export function FilePick(props: {
  /** Endings and kinds of files, as an `input` takes them. */
  readonly accept: string;
  readonly busy: boolean;
  readonly variant?: ButtonVariant;
  readonly children: ReactNode;
  readonly onPick: (file: File) => void;
}) {
  const { accept, busy, variant = 'default', children, onPick } = props;
  return (
    <FileButton accept={accept} onChange={(file) => file !== null && onPick(file)}>
      {(button) => (
        <Button
          {...button}
          variant={variant}
          loading={busy}
          leftSection={<IconFileUpload size={20} aria-hidden />}
        >
          {children}
        </Button>
      )}
    </FileButton>
  );
}
