import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { wasNotApplied } from '../device/outbox.ts';
import { useOutboxEntries } from '../device/use-rows.ts';
import styles from '../ui/parts.module.css';

/** Above a file: answers of the server that a person has to look at. Nothing where all went well. */
export function FileAnswers({ id }: { readonly id: string }) {
  const entries = useOutboxEntries().filter((entry) => entry.command.case_id === id);
  const refused = entries.filter(wasNotApplied).length;
  const both = entries.filter((entry) => entry.answer?.answer === 'conflict').length;
  if (refused + both === 0) return null;
  return (
    <div className={styles.look} role="alert" style={{ marginBlock: '0 1rem' }}>
      {refused > 0 ? (
        <div>
          <Plural
            value={refused}
            one="# entry was not saved by the server."
            other="# entries were not saved by the server."
          />
        </div>
      ) : null}
      {both > 0 ? (
        <div>
          <Plural
            value={both}
            one="# entry was saved, but somebody else wrote something different. Both are kept."
            other="# entries were saved, but somebody else wrote something different. Both are kept."
          />
        </div>
      ) : null}
      <Link to="/unsent" className={styles.link}>
        <Trans>Look at them</Trans>
      </Link>
    </div>
  );
}
