import { Trans } from '@lingui/react/macro';

/** The name in its own direction: written from left to right it stays whole in a sentence from right to left. */
export function Welcome({ name }: { readonly name: string }) {
  return (
    <Trans>
      Welcome, <bdi>{name}</bdi>
    </Trans>
  );
}
