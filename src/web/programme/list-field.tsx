import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFieldError } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import styles from './model-draft.module.css';
import type { Around, Entry, ModelField } from './model-part.ts';

interface OneEntry {
  readonly fields: readonly ModelField[];
  readonly at: string;
  readonly value: Entry;
  readonly fixed: false;
  readonly onChange: (value: Entry) => void;
}

interface ListProps {
  readonly field: Extract<ModelField, { kind: 'list' }>;
  readonly path: string;
  readonly label: string;
  readonly value: unknown;
  readonly around: Around & { readonly entry: Entry };
  readonly onChange: (value: readonly Entry[]) => void;
  /** The fields of one entry. */
  readonly draw: (one: OneEntry) => ReactNode;
}

/** Entries within an entry; where their order means something each can be moved. */
export function ListField({ field, path, label, value, around, onChange, draw }: ListProps) {
  const error = useFieldError(path);
  const entries = (Array.isArray(value) ? value : []) as readonly Entry[];
  const titleOf = (entry: Entry, at: number) => {
    const said = field.title?.({ ...around, entry, above: around.entry });
    return said === undefined ? undefined : `${at + 1}. ${said}`;
  };
  return (
    <fieldset className={styles.inner}>
      <legend>{label}</legend>
      {error === undefined ? null : <div className={styles.wrong}>{error}</div>}
      {entries.map((one, at) => {
        const title = titleOf(one, at);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name while they are typed
          <div key={at} className={styles.innerEntry}>
            {title === undefined ? null : <strong>{title}</strong>}
            {draw({
              ...{ fields: field.fields, at: `${path}.${at}.`, fixed: false, value: one },
              onChange: (next) => onChange(entries.with(at, next)),
            })}
            <Moves ordered={field.ordered === true} {...{ title, entries, at, onChange }} />
          </div>
        );
      })}
      <AddOne
        field={field}
        label={label}
        around={around}
        add={(one) => onChange([...entries, one])}
      />
    </fieldset>
  );
}

interface MovesProps {
  readonly ordered: boolean;
  readonly title: string | undefined;
  readonly entries: readonly Entry[];
  readonly at: number;
  readonly onChange: (value: readonly Entry[]) => void;
}

/** What is done with one of the entries as a whole. */
function Moves({ ordered, title = '', entries, at, onChange }: MovesProps) {
  const { t } = useLingui();
  const swapped = (from: number) => {
    const [before, after] = [entries[from], entries[from + 1]];
    if (before !== undefined && after !== undefined) {
      onChange(entries.toSpliced(from, 2, after, before));
    }
  };
  return (
    <div className={parts.buttons}>
      {ordered && at > 0 ? (
        <Button variant="subtle" aria-label={t`Move up: ${title}`} onClick={() => swapped(at - 1)}>
          <Trans>Move up</Trans>
        </Button>
      ) : null}
      {ordered && at < entries.length - 1 ? (
        <Button variant="subtle" aria-label={t`Move down: ${title}`} onClick={() => swapped(at)}>
          <Trans>Move down</Trans>
        </Button>
      ) : null}
      <Button
        variant="subtle"
        aria-label={title === '' ? undefined : t`Take away: ${title}`}
        onClick={() => onChange(entries.toSpliced(at, 1))}
      >
        <Trans>Take away</Trans>
      </Button>
    </div>
  );
}

interface AddProps extends Pick<ListProps, 'field' | 'label' | 'around'> {
  readonly add: (entry: Entry) => void;
}

function AddOne({ field: { fresh }, label, around, add }: AddProps) {
  const { t } = useLingui();
  if (typeof fresh !== 'function') {
    return (
      <Button variant="default" onClick={() => add(fresh as Entry)}>
        <Trans>Add</Trans>
      </Button>
    );
  }
  const offered = fresh(around);
  return (
    <NativeSelect
      aria-label={t`Add: ${label}`}
      data={[
        { value: '', label: t`Add …` },
        ...offered.map((one, at) => ({ value: String(at), label: one.label })),
      ]}
      value=""
      onChange={(event) => {
        const chosen = offered[Number(event.currentTarget.value || -1)];
        if (chosen !== undefined) add(chosen.fresh);
      }}
    />
  );
}
