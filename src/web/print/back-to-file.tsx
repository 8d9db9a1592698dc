import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import styles from '../ui/parts.module.css';

interface BackProps {
  readonly id: string;
  readonly part: string;
}

/** The way back from a print to the part of the file that it came from. */
export function BackToFile({ id, part }: BackProps) {
  return (
    <Link to="/cases/$id/$part" params={{ id, part }} className={styles.link}>
      <Trans>Back to the file</Trans>
    </Link>
  );
}
