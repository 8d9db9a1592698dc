import type { Acting } from '../../database.ts';

export interface Counts {
  added: number;
  changed: number;
  unchanged: number;
}

/** How a column is brought up to date: said again, added to, or left as it was. */
interface Column {
  readonly name: string;
  readonly type: string;
  readonly update: 'replace' | 'add' | 'keep';
  /** What a new row has where nothing was said. */
  readonly otherwise?: string;
}
const column = (
  name: string,
  type: string,
  update: Column['update'],
  otherwise?: string,
): Column => ({ name, type, update, ...(otherwise === undefined ? {} : { otherwise }) });

const DOCUMENT = column('document', 'jsonb', 'add', `'{}'`);
const TABLES = {
  organisation: {
    key: 'id',
    columns: [
      column('id', 'uuid', 'keep'),
      column('hsds_id', 'uuid', 'keep'),
      column('code', 'text', 'keep'),
      column('name', 'jsonb', 'add'),
      column('kind', 'text', 'keep'),
      DOCUMENT,
    ],
    versioned: true,
    guard: '',
  },
  service: {
    key: 'id',
    columns: [
      column('id', 'uuid', 'keep'),
      column('hsds_id', 'uuid', 'keep'),
      column('organisation_id', 'uuid', 'keep'),
      column('name', 'jsonb', 'add'),
      column('need_domain', 'text', 'replace'),
      column('purpose', 'text', 'replace'),
      column('place_id', 'uuid', 'replace'),
      column('languages', 'text[]', 'replace', `'{}'`),
      column('active', 'boolean', 'replace'),
      column('minimum_age', 'double precision', 'replace'),
      column('maximum_age', 'double precision', 'replace'),
      column('serves', 'text', 'replace', `'everybody'`),
      column('staff', 'text', 'replace'),
      column('childcare', 'boolean', 'replace', 'false'),
      column('with_own_fields', 'boolean', 'keep'),
      DOCUMENT,
    ],
    versioned: true,
    guard: '',
  },
  location: {
    key: 'id',
    columns: [column('id', 'uuid', 'keep'), column('organisation_id', 'uuid', 'keep'), DOCUMENT],
    versioned: true,
    // A place that is kept confidential here learns nothing from a file.
    guard: 'and not t.confidential',
  },
  service_capacity: {
    key: 'service_id',
    columns: [
      column('service_id', 'uuid', 'keep'),
      column('capacity', 'integer', 'replace'),
      column('places_free', 'integer', 'replace'),
      column('waiting_days', 'integer', 'replace'),
      column('assured_on', 'date', 'replace'),
    ],
    versioned: true,
    guard: '',
  },
  service_at_location: {
    key: 'id',
    columns: [
      column('id', 'uuid', 'keep'),
      column('service_id', 'uuid', 'keep'),
      column('location_id', 'uuid', 'keep'),
      DOCUMENT,
    ],
    versioned: false,
    guard: '',
  },
  taxonomy_entry: {
    key: 'id',
    columns: [column('id', 'uuid', 'keep'), column('kind', 'text', 'keep'), DOCUMENT],
    versioned: false,
    guard: '',
  },
} as const satisfies Record<
  string,
  { key: string; columns: readonly Column[]; versioned: boolean; guard: string }
>;

const AT_ONCE = 1000;

/**
 * Writes rows of a directory, a thousand a statement. A known row takes what is said and keeps the rest;
 * one that would not change is not touched, so that no device is sent it again.
 */
export async function upsert(
  acting: Acting,
  table: keyof typeof TABLES,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<Counts> {
  const { key, columns, versioned, guard } = TABLES[table];
  const list: readonly Column[] = columns;
  const said = list.map(({ name, otherwise }) =>
    otherwise === undefined ? `r.${name}` : `coalesce(r.${name}, ${otherwise})`,
  );
  const insert = `insert into ${table} (${list.map(({ name }) => name).join(', ')})
    select ${said.join(', ')} from jsonb_to_recordset($1::jsonb)
      as r(${list.map(({ name, type }) => `${name} ${type}`).join(', ')})
    where not exists (select from ${table} t where t.${key} = r.${key})
    on conflict do nothing`;
  const moving = list.filter(({ update }) => update !== 'keep');
  const next = ({ name, update }: Column) =>
    update === 'add' ? `t.${name} || coalesce(r.${name}, '{}')` : `coalesce(r.${name}, t.${name})`;
  const update = `update ${table} t set ${moving.map((one) => `${one.name} = ${next(one)}`).join(', ')}
      ${versioned ? ', version = t.version + 1' : ''}
    from jsonb_to_recordset($1::jsonb)
      as r(${list.map(({ name, type }) => `${name} ${type}`).join(', ')})
    where t.${key} = r.${key} ${guard}
      and (${moving.map(({ name }) => `t.${name}`).join(', ')})
        is distinct from (${moving.map(next).join(', ')})`;
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 };
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + AT_ONCE));
    const changed = (await acting.client.query(update, [some])).rowCount ?? 0;
    const added = (await acting.client.query(insert, [some])).rowCount ?? 0;
    counts.changed += changed;
    counts.added += added;
  }
  counts.unchanged = rows.length - counts.added - counts.changed;
  return counts;
}
