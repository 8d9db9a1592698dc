import { Trans, useLingui } from '@lingui/react/macro';
import type { ArrivalList } from '#domain/arrival/list.ts';
import { formatNumber } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from './arrival.module.css';

/** How far the server is; the page may be left meanwhile. */
export function ImportProgress({ list }: { readonly list: ArrivalList }) {
  const { t, i18n } = useLingui();
  const counts = list.report?.counts;
  const all = counts === undefined ? undefined : counts.ready + counts.check;
  const done =
    list.phase === 'writing' || list.phase === 'undoing' ? list.rows_done : list.rows_read;
  const rows = formatNumber(i18n.locale, done);
  return (
    <Section title={<Title phase={list.phase} />}>
      <div className={styles.stack} aria-live="polite">
        <progress
          className={styles.bar}
          aria-label={t`Progress`}
          {...(all === undefined || all === 0 ? {} : { max: all, value: Math.min(done, all) })}
        />
        <span>
          <Trans>{rows} rows. You may leave this page; the work goes on.</Trans>
        </span>
      </div>
    </Section>
  );
}

function Title({ phase }: { readonly phase: ArrivalList['phase'] }) {
  if (phase === 'writing') return <Trans>The list is being imported</Trans>;
  if (phase === 'undoing') return <Trans>The import is being undone</Trans>;
  return <Trans>The list is being read and compared</Trans>;
}
