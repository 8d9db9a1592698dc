import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './ui.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned figures of one width. */
  readonly number?: boolean;
}

interface DataTableProps<Row> {
  /** What the table holds, read out before it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table on a desk; on a phone each row becomes a card with the first column as its heading. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: CSS `display: block` takes the roles away in some browsers
    <table className={styles.table} role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title, number }) => (
            <th key={key} scope="col" className={number ? styles.number : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map(({ key, title, cell, number }) => (
              <td
                key={key}
                role="cell"
                data-label={title}
                className={number ? styles.number : undefined}
              >
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: only a table of cards needs them
  );
}

/** Shows a long list of the device a page at a time. */
export function usePages<Row>(rows: readonly Row[], size = 25) {
  const [pages, setPages] = useState(1);
  const shown = rows.slice(0, pages * size);
  return { shown, more: shown.length < rows.length, showMore: () => setPages(pages + 1) };
}

interface MoreProps {
  readonly shown: number;
  readonly total?: number;
  readonly more: boolean;
  readonly busy?: boolean;
  readonly onMore: () => void;
}

/** Under a paged list: how many are shown, and a button for more. */
export function More({ shown, total, more, busy = false, onMore }: MoreProps) {
  if (!more && shown <= 25) return null;
  return (
    <div className={`${styles.pager} no-print`}>
      <span>
        {total === undefined ? (
          <Trans>{shown} shown</Trans>
        ) : (
          <Trans>
            {shown} of {total} shown
          </Trans>
        )}
      </span>
      {more ? (
        <Button variant="default" loading={busy} onClick={onMore}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </div>
  );
}
