import { useState } from 'react';

/**
 * Which of several forms stands open. One that was saved closes itself alone: until the reply came, another may
 * have been opened and half filled in.
 */
export function useOneOpen<Name extends string>() {
  const [open, setOpen] = useState<Name>();
  const close = (name: Name) => setOpen((now) => (now === name ? undefined : now));
  return { open, setOpen, close };
}
