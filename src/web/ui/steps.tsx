import { useLingui } from '@lingui/react/macro';
import styles from './ui.module.css';

interface StepsProps {
  readonly titles: readonly string[];
  /** Index of the step that is being done. */
  readonly current: number;
}

/** Where one stands in a job of several steps, e.g. an import. */
export function Steps({ titles, current }: StepsProps) {
  const { t } = useLingui();
  return (
    <ol className={styles.steps} aria-label={t`Steps`}>
      {titles.map((title, index) => (
        <li
          key={title}
          data-state={index < current ? 'done' : 'open'}
          aria-current={index === current ? 'step' : undefined}
        >
          <span>{title}</span>
        </li>
      ))}
    </ol>
  );
}
