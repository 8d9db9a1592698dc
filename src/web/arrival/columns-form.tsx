import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { z } from 'zod';
import { ARRIVAL_FIELDS, type ArrivalField } from '#domain/arrival/field.ts';
import {
  type ArrivalList,
  arrivalPlan,
  type ListColumns,
  listColumns,
} from '#domain/arrival/list.ts';
import { RETURN_CONTEXTS } from '#domain/people/return.ts';
import { labels } from '#domain/text.ts';
import { useAsk } from '../ask.ts';
import { CONTEXT_WORDS } from '../people/words.ts';
import { Answered } from '../ui/answered.tsx';
import { labelIn } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from './arrival.module.css';
import { type Reading, ReadingFields } from './reading-fields.tsx';
import type { Tell } from './use-list.ts';
import { DROP_WORDS, FIELD_WORDS, TOPIC_WORDS } from './words.ts';

interface ColumnsFormProps {
  readonly list: ArrivalList;
  readonly busy: boolean;
  readonly tell: Tell;
  readonly onChecked: () => void;
}

/** What each column is: guessed, and changed by whoever knows the list. */
export function ColumnsForm(props: ColumnsFormProps) {
  const { id, plan } = props.list;
  const [reading, setReading] = useState<Reading>(plan?.reading ?? {});
  const query = new URLSearchParams();
  for (const [name, chosen] of Object.entries(reading)) {
    if (chosen !== undefined) query.set(name, chosen);
  }
  const key = query.toString();
  const path = `/api/arrival-lists/${id}/columns${key === '' ? '' : `?${key}`}`;
  const { value, problem } = useAsk(['arrival-columns', id, key], path, listColumns);
  // Where a choice leaves nothing to be read, it can still be taken back.
  const [seen, setSeen] = useState<ListColumns>();
  useEffect(() => {
    if (value !== undefined) setSeen(value);
  }, [value]);
  return (
    <Section title={<Trans>What the columns are</Trans>}>
      {seen === undefined ? null : (
        <ReadingFields found={seen} reading={reading} onChange={setReading} />
      )}
      <Answered asked={{ value, problem }}>
        {(found) => <Form key={key} {...props} found={found} reading={reading} />}
      </Answered>
    </Section>
  );
}

interface FormProps extends ColumnsFormProps {
  readonly found: ListColumns;
  readonly reading: Reading;
}

function Form({ list, busy, tell, onChecked, found, reading }: FormProps) {
  const { t, i18n } = useLingui();
  const [fields, setFields] = useState(() => begun(list, found, reading));
  const [context, setContext] = useState(list.plan?.mapping.context ?? 'conflict_zone');
  const [place, setPlace] = useState(list.plan?.default_place_id ?? '');

  async function check(event: FormEvent) {
    event.preventDefault();
    const before = list.plan?.mapping;
    const order = before?.name_order ?? found.name_order;
    const plan = arrivalPlan.safeParse({
      mapping: {
        ...(before?.date_order === undefined ? {} : { date_order: before.date_order }),
        ...(before?.short_years === undefined ? {} : { short_years: before.short_years }),
        ...(before?.first_of_january === undefined
          ? {}
          : { first_of_january: before.first_of_january }),
        ...(order === undefined ? {} : { name_order: order }),
        columns: [...fields].map(([column, field]) => ({ column, field })),
        context,
      },
      ...(place === '' ? {} : { default_place_id: place }),
      ...(Object.keys(reading).length === 0 ? {} : { reading }),
    });
    const body: unknown = plan.success ? plan.data : { mapping: { columns: [], context } };
    const saved = await tell('/mapping', { method: 'PUT', body });
    if (saved === undefined) return;
    await tell('/check', { method: 'POST' });
    onChecked();
  }

  const choose = (column: number, field: string) => {
    const next = new Map(fields);
    const chosen = ARRIVAL_FIELDS.find((one) => one === field);
    if (chosen === undefined) next.delete(column);
    else next.set(column, chosen);
    setFields(next);
  };
  return (
    <form className={styles.stack} onSubmit={(event) => void check(event)}>
      <ul className={styles.columns}>
        {found.columns.map((column) => (
          <ColumnLine
            key={column.column}
            column={column}
            field={fields.get(column.column)}
            taken={fields}
            onChoose={(field) => choose(column.column, field)}
          />
        ))}
      </ul>
      <div className={styles.row}>
        <NativeSelect
          label={t`Why these people come home`}
          value={context}
          data={RETURN_CONTEXTS.map((value) => ({
            value,
            label: CONTEXT_WORDS[value] === undefined ? value : i18n._(CONTEXT_WORDS[value]),
          }))}
          onChange={(event) => {
            const chosen = RETURN_CONTEXTS.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) setContext(chosen);
          }}
        />
        <DefaultPlace value={place} onChange={setPlace} />
      </div>
      <div>
        <Button type="submit" loading={busy}>
          <Trans>Check the list</Trans>
        </Button>
      </div>
    </form>
  );
}

/** What was chosen before, where the file was read in this way. */
function begun(
  { plan }: ArrivalList,
  found: ListColumns,
  reading: Reading,
): ReadonlyMap<number, ArrivalField> {
  const same = ({ sheet, encoding, delimiter }: Reading) =>
    sheet === reading.sheet && encoding === reading.encoding && delimiter === reading.delimiter;
  const before = plan !== null && same(plan.reading ?? {});
  const kept = before ? plan.mapping.columns : found.columns;
  return new Map(
    kept.flatMap(({ column, field }) => (field === undefined ? [] : [[column, field] as const])),
  );
}

interface ColumnLineProps {
  readonly column: ListColumns['columns'][number];
  readonly field: ArrivalField | undefined;
  readonly taken: ReadonlyMap<number, ArrivalField>;
  readonly onChoose: (field: string) => void;
}

function ColumnLine({ column, field, taken, onChoose }: ColumnLineProps) {
  const { t, i18n } = useLingui();
  const number = column.column + 1;
  const heading = column.heading === '' ? t`Column ${number}` : column.heading;
  const examples = column.sample.filter((text) => text !== '').join(' · ');
  const used = new Set([...taken].filter(([at]) => at !== column.column).map(([, one]) => one));
  return (
    <li>
      <div>
        <div className={styles.heading}>{heading}</div>
        {examples === '' ? null : <div className={styles.soft}>{examples}</div>}
      </div>
      {column.drop === 'forbidden' ? (
        <div>
          <Badge color="red" variant="light">
            <Trans>Never imported</Trans>
          </Badge>
          <div className={styles.soft}>
            {column.topic === undefined ? null : i18n._(TOPIC_WORDS[column.topic])}
          </div>
        </div>
      ) : (
        <div>
          <NativeSelect
            aria-label={t`What the column ${heading} is`}
            value={field ?? ''}
            data={[
              { value: '', label: t`Leave out` },
              ...ARRIVAL_FIELDS.map((value) => ({
                value,
                label: i18n._(FIELD_WORDS[value]),
                disabled: used.has(value),
              })),
            ]}
            onChange={(event) => onChoose(event.currentTarget.value)}
          />
          <Remark column={column} field={field} />
        </div>
      )}
    </li>
  );
}

/** How sure the guess is, or why the column is left out. */
function Remark({ column, field }: Pick<ColumnLineProps, 'column' | 'field'>) {
  const { i18n } = useLingui();
  if (field === undefined) {
    const { drop } = column;
    if (drop === undefined || drop === 'forbidden') return null;
    return <span className={styles.soft}>{i18n._(DROP_WORDS[drop])}</span>;
  }
  if (field !== column.field || column.confidence >= 0.7) return null;
  return (
    <Badge color="yellow" variant="light">
      <Trans>Please look: this is a guess</Trans>
    </Badge>
  );
}

const places = z.object({
  places: z.array(z.object({ id: z.string(), code: z.string(), level: z.string(), name: labels })),
});

/** Where people go whose row names no place. */
function DefaultPlace(props: {
  readonly value: string;
  readonly onChange: (place: string) => void;
}) {
  const { t, i18n } = useLingui();
  const { value } = useAsk(['places'], '/api/places', places, { staleTime: 600_000 });
  const named = (value?.places ?? [])
    .map(({ id, name }) => ({ value: id, label: labelIn(i18n.locale, name) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.locale));
  return (
    <NativeSelect
      label={t`Place for rows that name none`}
      value={props.value}
      data={[{ value: '', label: t`My own place` }, ...named]}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
