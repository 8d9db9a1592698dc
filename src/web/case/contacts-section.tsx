import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconHomeHeart, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { isOffered, layoutOf } from '#domain/print/layout.ts';
import { PrintLink } from '../print/print-link.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { READER_WORDS } from './case-words.ts';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';

/** Visits and other contacts, the newest first. */
export function ContactsSection({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const { visits, next_on } = file.state.visit;
  const all = Object.entries(visits).sort(([, a], [, b]) =>
    `${b.on}${b.recorded_at}`.localeCompare(`${a.on}${a.recorded_at}`),
  );
  const report = layoutOf(file.model, 'home_visit');
  const day = (value: string) => formatDay(i18n.locale, value);
  return (
    <Section
      title={<Trans>Visits and contacts</Trans>}
      actions={
        may.help ? (
          <Button
            component={Link}
            to={`/cases/${file.row.id}/visit`}
            variant="default"
            leftSection={<IconHomeHeart size={20} aria-hidden />}
          >
            <Trans>Record a visit</Trans>
          </Button>
        ) : null
      }
    >
      {next_on === null ? null : (
        <p style={{ marginBlockStart: 0 }}>
          <Trans>
            Next contact: <strong>{day(next_on)}</strong>
          </Trans>
        </p>
      )}
      {all.length === 0 ? <EmptyState title={<Trans>No contact yet</Trans>} /> : null}
      <ul className={styles.list}>
        {all.map(([id, visit]) => (
          <li key={id}>
            <div className={styles.tags}>
              <strong>{day(visit.on)}</strong>
              <span>{label(file.model.visit_kinds, visit.kind)}</span>
              {visit.met ? null : (
                <span className={styles.tag}>
                  <Trans>not reached</Trans>
                </span>
              )}
              {visit.held_in
                .filter((one) => one !== 'general')
                .map((one) => (
                  <span key={one} className={styles.tag}>
                    <IconLock size={16} aria-hidden />
                    {i18n._(READER_WORDS[one])}
                  </span>
                ))}
            </div>
            {visit.words === null ? null : <p className={styles.quote}>{visit.words}</p>}
            {may.append && visit.met && isOffered(report, visit.kind) ? (
              <PrintLink file={file} about={id}>
                <Trans>Print the report of the visit</Trans>
              </PrintLink>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
