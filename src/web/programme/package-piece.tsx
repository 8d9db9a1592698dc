import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { documentDifference } from '#domain/case/model-difference.ts';
import type { OpenedPackage, TiedPiece } from '#domain/programme/adoption.ts';
import { pieceName } from '#domain/programme/model-piece.ts';
import parts from '../ui/parts.module.css';
import { ModelChanges } from './model-changes.tsx';
import { placeWords } from './model-place.ts';

interface PieceProps {
  readonly piece: TiedPiece;
  readonly opened: OpenedPackage;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (names: readonly string[], on: boolean) => void;
}

/** One thing to adopt or not: what it is, what is different about it, and what hangs on it. */
export function PackagePiece({ piece, opened, chosen, onChoose }: PieceProps) {
  const { i18n } = useLingui();
  const { own, offered } = opened;
  const name = pieceName(piece);
  const on = chosen.has(name);
  const words = (path: string) => placeWords(i18n, path.replace(/#order$/, ''), [offered, own]);
  const missing = on ? piece.needs.filter((one) => !chosen.has(one)) : [];
  const beside = on ? piece.goes_with.filter((one) => !chosen.has(one)) : [];
  return (
    <li>
      <Checkbox
        checked={on}
        onChange={(event) => onChoose([name], event.currentTarget.checked)}
        label={
          <>
            {short(words(piece.path))} <Kind piece={piece} />
          </>
        }
      />
      {piece.kind === 'changed' ? (
        <details>
          <summary>
            <Trans>What is different</Trans>
          </summary>
          <ModelChanges changes={changesOf(piece, opened)} before={own} after={offered} />
        </details>
      ) : null}
      {on && piece.needs.length > missing.length ? (
        <Told title={<Trans>Chosen with it, as it needs it:</Trans>}>
          {piece.needs.filter((one) => chosen.has(one)).map(words)}
        </Told>
      ) : null}
      {missing.length === 0 ? null : (
        <Told
          title={
            <Trans>It needs what you have not chosen, and the draft will have to be mended:</Trans>
          }
          action={
            <Button variant="subtle" onClick={() => onChoose(missing, true)}>
              <Trans>Choose these too</Trans>
            </Button>
          }
        >
          {missing.map(words)}
        </Told>
      )}
      {beside.length === 0 ? null : (
        <Told
          title={<Trans>In the package these go with it:</Trans>}
          action={
            <Button variant="subtle" onClick={() => onChoose(beside, true)}>
              <Trans>Choose these too</Trans>
            </Button>
          }
        >
          {beside.map(words)}
        </Told>
      )}
      {on && piece.used_by.length > 0 ? (
        <Told title={<Trans>Your model still uses it here:</Trans>}>
          {piece.used_by.map(words)}
        </Told>
      ) : null}
    </li>
  );
}

/** Under the heading of its part the name of the part is not said again. */
function short(words: string): string {
  const [first = '', ...rest] = words.split(' › ');
  return rest.length === 0 ? first : rest.join(' › ');
}

function Kind({ piece }: { readonly piece: TiedPiece }) {
  switch (piece.kind) {
    case 'added':
      return (
        <span className={parts.tag} data-tone="some">
          <Trans>you do not have it</Trans>
        </span>
      );
    case 'removed':
      return (
        <span className={parts.tag} data-tone="look">
          <Trans>only you have it: it would be taken away</Trans>
        </span>
      );
    case 'order':
      return (
        <span className={parts.tag}>
          <Trans>another order</Trans>
        </span>
      );
    default:
      return (
        <span className={parts.tag}>
          <Trans>different</Trans>
        </span>
      );
  }
}

interface ToldProps {
  readonly title: ReactNode;
  readonly action?: ReactNode;
  readonly children: readonly string[];
}

function Told({ title, action, children }: ToldProps) {
  const lines = [...new Set(children)];
  return (
    <div style={{ marginInlineStart: '2rem' }}>
      <div className={parts.soft}>{title}</div>
      <ul style={{ marginBlock: '0.2rem' }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {action}
    </div>
  );
}

/** What differs within one piece, as the comparison of versions tells it. */
function changesOf({ path }: TiedPiece, { own, offered }: OpenedPackage) {
  return documentDifference(own, offered).filter(
    (change) => change.path === path || change.path.startsWith(`${path}.`),
  );
}
