import { useLingui } from '@lingui/react/macro';
import { Loader } from '@mantine/core';

/** The sign that an answer is awaited. A status, so that a screen reader may be told its name. */
export function Waiting({ size = 'md' }: { readonly size?: 'sm' | 'md' }) {
  const { t } = useLingui();
  return <Loader role="status" aria-label={t`Loading`} m={size === 'sm' ? 0 : 'lg'} />;
}
