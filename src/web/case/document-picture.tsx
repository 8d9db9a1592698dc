import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { documentPath, type PathLine } from '#domain/case/document-path.ts';
import type { Paper } from '#domain/people/person.ts';
import { labelIn } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import own from './document-picture.module.css';
import { PATH_WORDS } from './document-words.ts';

/** One line down the picture: from a paper to everything that waits for it. */
interface Lane {
  readonly from: number;
  readonly to: readonly number[];
  /** Which of the places side by side it runs in; 0 is next to the dots. */
  readonly at: number;
  readonly done: boolean;
}

/** A lane for each paper that others wait for, as few side by side as can be. */
export function lanesOf(lines: readonly (readonly number[])[], done: readonly boolean[]): Lane[] {
  const until: number[] = [];
  return lines.flatMap((_line, from) => {
    const to = lines.flatMap((waits, row) => (waits.includes(from) ? [row] : []));
    if (to.length === 0) return [];
    const free = until.findIndex((end) => end < from);
    const at = free < 0 ? until.length : free;
    until[at] = Math.max(...to);
    return [{ from, to, at, done: done[from] === true }];
  });
}

const STEP = 11;
const ROOM = 26;

/** The piece of a lane in one row, in a box of 100 high; undefined where it does not pass. */
function piece(lane: Lane, row: number, width: number): string | undefined {
  const end = Math.max(...lane.to);
  if (row < lane.from || row > end) return undefined;
  const [x, dot] = [width - ROOM - lane.at * STEP, width - 15];
  if (row === lane.from) return `M ${dot} 50 H ${x} V 100`;
  const across = lane.to.includes(row) ? ` M ${x} 50 H ${dot}` : '';
  return `M ${x} 0 V ${row === end ? 50 : 100}${across}`;
}

interface PictureProps {
  readonly file: CaseFile;
  readonly papers: readonly Paper[];
}

/** What waits for what: a list that reads well without the lines, with lines for who sees them. */
export function DocumentPicture({ file, papers }: PictureProps) {
  const { i18n } = useLingui();
  const [whole, setWhole] = useState(false);
  const path = useMemo(
    () => documentPath(file.model, file.state, papers),
    [file.model, file.state, papers],
  );
  const shown = whole ? path : path.filter(({ near }) => near);
  const rows = shown.map(({ waits }) =>
    waits.flatMap(({ line }) => {
      const row = shown.findIndex(({ kind }) => kind === path[line]?.kind);
      return row < 0 ? [] : [row];
    }),
  );
  const lanes = lanesOf(
    rows,
    shown.map(({ state }) => state === 'in_hand'),
  );
  const width = ROOM + STEP * Math.max(1, ...lanes.map(({ at }) => at + 1));
  return (
    <>
      <ol className={own.path} style={{ '--gutter': `${width}px` } as React.CSSProperties}>
        {shown.map((line, row) => (
          <li key={line.kind.code}>
            <div className={own.lines} aria-hidden>
              <svg viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden>
                {lanes.map((lane) => {
                  const drawn = piece(lane, row, width);
                  return drawn === undefined ? null : (
                    <path key={lane.from} d={drawn} data-done={lane.done} />
                  );
                })}
              </svg>
              <span className={own.dot} data-state={line.state} />
            </div>
            <div className={own.text}>
              <strong>{labelIn(i18n.locale, line.kind.labels)}</strong>
              <Waits line={line} path={path} />
            </div>
          </li>
        ))}
      </ol>
      {path.every(({ near }) => near) ? null : (
        <Button variant="subtle" onClick={() => setWhole(!whole)}>
          {whole ? <Trans>Only what matters now</Trans> : <Trans>Show all papers</Trans>}
        </Button>
      )}
    </>
  );
}

function Waits({ line, path }: { readonly line: PathLine; readonly path: readonly PathLine[] }) {
  const { i18n } = useLingui();
  const state = i18n._(PATH_WORDS[line.state]);
  const open = line.waits.filter(({ done }) => !done);
  const names = open
    .map(({ line: at }) => labelIn(i18n.locale, path[at]?.kind.labels ?? {}))
    .join(', ');
  return (
    <div className={styles.soft}>
      {state}
      {names === '' || line.state === 'in_hand' ? null : (
        <>
          {' · '}
          <Trans>usually waits for: {names}</Trans>
        </>
      )}
    </div>
  );
}
