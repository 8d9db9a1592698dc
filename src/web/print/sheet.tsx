import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { PrintColumn, PrintLayout } from '#domain/print/layout.ts';
import {
  type FilledBlock,
  type FilledLine,
  type FilledTable,
  filled,
  type PrintContent,
  type PrintValue,
} from '#domain/print/sheet.ts';
import { QrImage } from '../account/qr-image.tsx';
import { labelIn } from '../ui/format.ts';
import { COLUMN_WORDS, FIELD_WORDS, LONG_WORDS, TABLE_WORDS } from './print-words.ts';
import styles from './sheet.module.css';
import { valueText } from './value-text.ts';

interface SheetProps {
  readonly layout: PrintLayout;
  readonly content: PrintContent;
}

/** One print: its layout, filled, in the language of the words around it. On the screen as on paper. */
export function Sheet({ layout, content }: SheetProps) {
  return (
    <div className={styles.sheet} data-letters={layout.page.letters} data-sheet>
      <style>{pageRule(layout)}</style>
      {besideEachOther(filled(layout, content)).map((blocks, at) => {
        const drawn = blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a layout never change their order
          <Block key={index} block={block} first={at === 0} />
        ));
        return drawn.length > 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: nor do those that stand beside each other
          <div key={at} className={styles.beside}>
            {drawn}
          </div>
        ) : (
          drawn
        );
      })}
    </div>
  );
}

/** The number of the sheet stands in the margin, where the browser can set it. */
function pageRule({ page: { margin_mm, numbered } }: PrintLayout): string {
  const text = 'content: counter(page) " / " counter(pages)';
  const number = `@bottom-center { ${text}; font: 9pt "Noto Sans Variable", sans-serif }`;
  return `@page { size: A4; margin: ${margin_mm}mm; ${numbered ? number : ''} }`;
}

/** Tables of half a width that follow each other stand side by side. */
function besideEachOther(blocks: readonly FilledBlock[]): readonly (readonly FilledBlock[])[] {
  const rows: FilledBlock[][] = [];
  for (const block of blocks) {
    const last = rows.at(-1);
    if (last !== undefined && isHalf(block) && last.every(isHalf) && last.length < 2) {
      last.push(block);
    } else rows.push([block]);
  }
  return rows;
}

const isHalf = (block: FilledBlock) => block.kind === 'table' && block.half;

interface BlockProps {
  readonly block: FilledBlock;
  readonly first: boolean;
}

function Block({ block, first }: BlockProps) {
  const { i18n } = useLingui();
  switch (block.kind) {
    case 'heading': {
      const words = labelIn(i18n.locale, block.labels);
      return first ? <h1>{words}</h1> : <h2>{words}</h2>;
    }
    case 'text':
      return <p>{labelIn(i18n.locale, block.labels)}</p>;
    case 'head':
      return <Head lines={block.lines} />;
    case 'fields':
      return (
        <Lines lines={block.lines.map(({ field, value }) => [i18n._(FIELD_WORDS[field]), value])} />
      );
    case 'blank':
      return (
        <Lines lines={block.lines.map(({ labels }) => [labelIn(i18n.locale, labels), null])} />
      );
    case 'words':
      return (
        <section>
          <h2>{i18n._(LONG_WORDS[block.words])}</h2>
          {block.value === null ? null : (
            <p>
              <Value value={block.value} />
            </p>
          )}
          <ToWrite lines={block.empty_lines} />
        </section>
      );
    case 'table':
      return <Tables table={block} />;
    case 'signatures':
      return (
        <div className={styles.signatures}>
          {block.of.map(({ labels }) => (
            <div key={labelIn(i18n.locale, labels)}>{labelIn(i18n.locale, labels)}</div>
          ))}
        </div>
      );
    case 'sheet':
      return <div className={styles.nextSheet} />;
  }
}

/** The first in large letters, the second at the end of the line. */
function Head({ lines }: { readonly lines: readonly FilledLine[] }) {
  const [first, second] = lines;
  return (
    <div className={styles.head}>
      <h1>{first?.value ? <Value value={first.value} /> : null}</h1>
      {second?.value ? (
        <span>
          <Value value={second.value} />
        </span>
      ) : null}
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly (readonly [name: string, value: PrintValue | null])[];
}

/** A name and what stands behind it; where nothing is known, a line to write on. */
function Lines({ lines }: LinesProps) {
  return (
    <dl className={styles.fields}>
      {lines.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd data-empty={value === null || undefined}>
            {value === null ? null : <Value value={value} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ToWrite({ lines }: { readonly lines: number }) {
  return Array.from({ length: lines }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines to write on are all alike
    <div key={at} className={styles.toWrite} />
  ));
}

/** A box, and what the name over the table says already. */
const saysItself = (column: PrintColumn) => column === 'done' || column === 'about';

/** A table for each group, under the group's own words; else one under its name. */
function Tables({ table }: { readonly table: FilledTable }) {
  const { i18n } = useLingui();
  const { columns, groups } = table;
  const name = TABLE_WORDS[table.table];
  return groups.map(({ title, rows }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: groups of a filled print never change their order
    <section key={at}>
      <h2>{title === null ? i18n._(name) : <Value value={title} />}</h2>
      <table className={styles.table}>
        <thead className={columns.every(saysItself) ? 'visually-hidden' : undefined}>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {/* The boxes speak for themselves, and their column is narrow. */}
                <span className={column === 'done' ? 'visually-hidden' : undefined}>
                  {i18n._(COLUMN_WORDS[column])}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a filled print never change their order
            <tr key={row} data-empty={cells.every((cell) => cell === null) || undefined}>
              {columns.map((column, index) => (
                <td key={column} data-column={column}>
                  {cells[index] ? <Value value={cells[index]} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}

function Value({ value }: { readonly value: PrintValue }): ReactNode {
  const { i18n } = useLingui();
  if (value.as === 'box')
    return <span className={styles.box} data-ticked={value.ticked || undefined} />;
  if (value.as === 'qr') return <QrImage text={value.text} label={i18n._(FIELD_WORDS.picture)} />;
  if (value.as !== 'list' || !value.below) return valueText(i18n, value);
  return value.values.map((one, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a value never changes its order
    <span key={at} className={styles.below}>
      <Value value={one} />
    </span>
  ));
}
