import { Trans, useLingui } from '@lingui/react/macro';
import { formatNumber } from '../ui/format.ts';
import styles from './evidence.module.css';

interface NumberTableProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly { readonly label: string; readonly people: number | null }[];
  /** Null: these cells overlap, or there are too few people for a total. */
  readonly total: number | null;
}

/** The figures of a chart, to read, copy and hear. */
export function NumberTable({ caption, head, rows, total }: NumberTableProps) {
  const { t, i18n } = useLingui();
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" style={{ textAlign: 'end' }}>
            <Trans>People</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, people }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{people === null ? t`not shown` : formatNumber(i18n.locale, people)}</td>
          </tr>
        ))}
      </tbody>
      {total === null ? null : (
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>Everybody</Trans>
            </th>
            <td>{formatNumber(i18n.locale, total)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
