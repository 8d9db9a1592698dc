import { Trans } from '@lingui/react/macro';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';

/** With whom the person would rather talk, where they wished for somebody: it stands where it is needed. */
export function WishTags({ file }: { readonly file: CaseFile }) {
  const { wishes } = file.state.wish;
  if (wishes === null) return null;
  const { worker, interpreter } = wishes;
  return (
    <>
      {worker === 'any' ? null : (
        <span className={styles.tag}>
          {worker === 'woman' ? (
            <Trans>Wishes a woman as support worker</Trans>
          ) : (
            <Trans>Wishes a man as support worker</Trans>
          )}
        </span>
      )}
      {interpreter === 'any' ? null : (
        <span className={styles.tag}>
          {interpreter === 'woman' ? (
            <Trans>Wishes a woman as interpreter</Trans>
          ) : (
            <Trans>Wishes a man as interpreter</Trans>
          )}
        </span>
      )}
    </>
  );
}
