import { Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/problem-text.tsx';

/** Says that a form was saved. */
export function Saved({ done }: { readonly done: boolean }) {
  return done ? (
    <div role="status">
      <Notice>
        <Trans>Saved.</Trans>
      </Notice>
    </div>
  ) : null;
}
