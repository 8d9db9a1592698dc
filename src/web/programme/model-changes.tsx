import type { I18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ModelChange } from '#domain/case/model-difference.ts';
import parts from '../ui/parts.module.css';
import styles from './model-draft.module.css';
import { fieldText, titleIn } from './model-field-text.ts';
import { MODEL_PARTS } from './model-parts.ts';
import { fieldAt, partOf, placeWords } from './model-place.ts';

interface ChangesProps {
  readonly changes: readonly ModelChange[];
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two versions, each place in words, in the order in which the parts are shown. */
export function ModelChanges({ changes, before, after }: ChangesProps) {
  const { i18n } = useLingui();
  const shown = changes.filter(isMeant).toSorted((a, b) => rank(a.path) - rank(b.path));
  if (shown.length === 0) {
    return (
      <p className={parts.soft}>
        <Trans>Nothing is different.</Trans>
      </p>
    );
  }
  return (
    <ul className={styles.entries}>
      {shown.map((change) => (
        <li key={`${change.path} ${change.kind}`}>
          <strong>{placeWords(i18n, change.path, [after, before])}</strong>
          <div>
            <OneChange change={change} i18n={i18n} before={before} after={after} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface OneProps {
  readonly change: ModelChange;
  readonly i18n: I18n;
  readonly before: unknown;
  readonly after: unknown;
}

function OneChange({ change, i18n, before, after }: OneProps) {
  const [was, is] = [
    text(i18n, change.path, change.before, before),
    text(i18n, change.path, change.after, after),
  ];
  switch (change.kind) {
    case 'added':
      return <Trans>new: {is}</Trans>;
    case 'removed':
      return (
        <>
          <Trans>no longer there:</Trans> <span className={styles.was}>{was}</span>
        </>
      );
    case 'reordered':
      return <Trans>another order</Trans>;
    default:
      return (
        <>
          <Trans>before:</Trans> <span className={styles.was}>{was}</span> ·{' '}
          <Trans>now: {is}</Trans>
        </>
      );
  }
}

/** A value in words; a whole entry by what it is called in its part. */
function text(i18n: I18n, path: string, value: unknown, document: unknown): string {
  const [part, field] = [partOf(path), fieldAt(path)];
  const entry = field === undefined && part?.list !== undefined && typeof value === 'object';
  return entry && value !== null
    ? titleIn(i18n, part, value, document)
    : fieldText(i18n, field, value, document);
}

/** Whether a difference means something: the number of a version does not, nor the order of what is ticked. */
export function isMeant({ path, kind }: Pick<ModelChange, 'path' | 'kind'>): boolean {
  if (path === 'version') return false;
  return kind !== 'reordered' || fieldAt(path)?.kind !== 'choices';
}

function rank(path: string): number {
  const part = partOf(path);
  return part === undefined ? MODEL_PARTS.length : MODEL_PARTS.indexOf(part);
}
