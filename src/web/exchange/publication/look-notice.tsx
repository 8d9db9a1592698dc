import { Trans } from '@lingui/react/macro';
import type { LatestLook } from '#domain/exchange/publication/look.ts';
import { Notice } from '../../ui/problem-text.tsx';

interface LookNoticeProps {
  readonly look: LatestLook | undefined;
  /** A field as whoever works on it calls it. */
  readonly nameOf: (field: string) => string;
}

/** Where words that somebody wants to let out stand at the desk, and which of them the check found. */
export function LookNotice({ look, nameOf }: LookNoticeProps) {
  if (!look || look.state === 'published') return null;
  const { state, reason, findings } = look;
  return (
    <div role="status">
      <Notice>
        {state === 'waiting' ? (
          <Trans>
            These words may point to somebody. They wait for a second editor; afterwards do this
            step once more. Or say it without them.
          </Trans>
        ) : state === 'returned' ? (
          <Trans>The second editor sent it back: {reason}</Trans>
        ) : (
          <Trans>It was taken down: {reason}</Trans>
        )}
        {findings.length === 0 ? null : (
          <ul>
            {findings.slice(0, 12).map(({ field, from, words }) => (
              <li key={`${field} ${from}`}>
                {nameOf(field)}: <mark dir="auto">{words}</mark>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
