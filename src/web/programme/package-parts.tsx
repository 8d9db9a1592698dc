import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#domain/problem.ts';
import type { OpenedPackage, TiedPiece } from '#domain/programme/adoption.ts';
import { pieceName } from '#domain/programme/model-piece.ts';
import parts from '../ui/parts.module.css';
import styles from './model-draft.module.css';
import { MODEL_PARTS } from './model-parts.ts';
import { partOf } from './model-place.ts';
import { PackagePiece } from './package-piece.tsx';
import { PackageProblem } from './package-problem.tsx';
import { usePackageActs } from './use-model-package.ts';

interface PartsProps {
  readonly opened: OpenedPackage;
  /** Told how many parts went into the draft. */
  readonly onAdopted: (count: number) => void;
}

/** Everything that is different, part by part; what is chosen goes into the draft. */
export function PackageParts({ opened, onAdopted }: PartsProps) {
  const { i18n } = useLingui();
  const { adopt } = usePackageActs();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const groups = Map.groupBy(opened.pieces, ({ path }) => partOf(path));
  const shown = [...groups].toSorted(([a], [b]) => rank(a) - rank(b));
  const byName = new Map(opened.pieces.map((piece) => [pieceName(piece), piece]));

  /** Choosing something chooses what it needs too; the piece says which. */
  function choose(pieces: readonly TiedPiece[], on: boolean) {
    const next = new Set(chosen);
    for (const piece of pieces) {
      if (!on) next.delete(pieceName(piece));
      else for (const name of [pieceName(piece), ...piece.needs]) next.add(name);
    }
    setChosen(next);
  }
  async function take() {
    setBusy(true);
    const refused = await adopt(opened, [...chosen]);
    setBusy(false);
    setProblem(refused);
    if (refused === undefined) onAdopted(chosen.size);
  }
  if (opened.pieces.length === 0) {
    return (
      <p style={{ margin: 0 }}>
        <Trans>Nothing is different.</Trans>
      </p>
    );
  }
  const count = chosen.size;
  return (
    <>
      <p className={parts.soft}>
        {opened.draft === null ? (
          <Trans>Compared with the version in force. A draft is begun for what you adopt.</Trans>
        ) : (
          <Trans>Compared with your open draft. What you adopt goes into it.</Trans>
        )}
      </p>
      {shown.map(([part, pieces]) => {
        const name = part === undefined ? '…' : i18n._(part.title);
        const whole = pieces.every((piece) => chosen.has(pieceName(piece)));
        return (
          <section key={part?.path ?? '…'} aria-label={name}>
            <div className={`${styles.line} ${styles.pick}`}>
              <div>
                <h3 style={{ marginBlockEnd: 0 }}>{name}</h3>
              </div>
              {pieces.length > 1 ? (
                <Button variant="subtle" onClick={() => choose(pieces, !whole)}>
                  {whole ? <Trans>Choose none: {name}</Trans> : <Trans>Choose all: {name}</Trans>}
                </Button>
              ) : null}
            </div>
            <ul className={styles.entries}>
              {pieces.map((piece) => (
                <PackagePiece
                  key={pieceName(piece)}
                  {...{ piece, opened, chosen }}
                  onChoose={(names, on) =>
                    choose(
                      names.flatMap((one) => byName.get(one) ?? []),
                      on,
                    )
                  }
                />
              ))}
            </ul>
          </section>
        );
      })}
      <PackageProblem problem={problem} model={opened.offered} />
      <div className={parts.bar}>
        <span role="status">
          <Plural value={count} one="# part is chosen" other="# parts are chosen" />
        </span>
        <Button loading={busy} disabled={count === 0} onClick={() => void take()}>
          <Trans>Adopt into the draft</Trans>
        </Button>
      </div>
    </>
  );
}

function rank(part: ReturnType<typeof partOf>): number {
  return part === undefined ? MODEL_PARTS.length : MODEL_PARTS.indexOf(part);
}
