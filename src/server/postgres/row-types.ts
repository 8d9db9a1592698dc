import type pg from 'pg';

/** TypeScript type of a value as the `pg` driver gives it; 64-bit numbers come as text. */
const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  timestamptz: 'Timestamp',
};
/** int8, numeric, xid8, uuid, text, ranges and the rest. */
const OTHERWISE = 'string';

interface Column {
  readonly schema: string;
  readonly relation: string;
  readonly column: string;
  readonly type: string;
  readonly is_array: boolean;
  readonly nullable: boolean;
  readonly filled: boolean;
}

const COLUMNS = `
  select n.nspname as schema, c.relname as relation, a.attname as column,
         coalesce(element.typname, t.typname) as type, element.oid is not null as is_array,
         not a.attnotnull as nullable,
         a.atthasdef or a.attidentity <> '' as filled
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
   where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
     and n.nspname in ('public', 'auth', 'exchange', 'exchange_auth')
     and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
   order by n.nspname <> 'public', n.nspname, c.relname, a.attnum`;

/** The text of src/server/database-types.generated.ts: one row type per table, for Kysely. */
export async function rowTypes(database: Pick<pg.ClientBase, 'query'>): Promise<string> {
  const { rows } = await database.query<Column>(COLUMNS);
  const relations = Map.groupBy(rows, ({ schema, relation }) =>
    schema === 'public' ? relation : `${schema}.${relation}`,
  );
  const interfaces = [...relations].map(
    ([name, columns]) => `export interface ${typeName(name)} {\n${columns.map(field).join('')}}\n`,
  );
  const index = [...relations.keys()].map(
    (name) => `  ${name.includes('.') ? `'${name}'` : name}: ${typeName(name)};\n`,
  );
  return [
    '// Written by `node scripts/write-schema.ts` from the migrated database. Do not edit.\n',
    "import type { ColumnType, Generated } from 'kysely';\n\n",
    'export type Timestamp = ColumnType<Date, Date | string, Date | string>;\n\n',
    interfaces.join('\n'),
    `\nexport interface DB {\n${index.join('')}}\n`,
  ].join('');
}

function field({ column, type, is_array, nullable, filled }: Column): string {
  const one = TYPES[type] ?? OTHERWISE;
  const many = is_array ? `${one}[]` : one;
  const value = nullable && many !== 'unknown' ? `${many} | null` : many;
  return `  ${column}: ${filled ? `Generated<${value}>` : value};\n`;
}

/** `case_head` → `CaseHead`; `exchange.practice` → `ExchangePractice`. */
function typeName(relation: string): string {
  return relation
    .split(/[._]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}
