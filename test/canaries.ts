import type pg from 'pg';

/** Begins every canary word; the table and column that it stands in follow. */
export const CANARY = 'zzcanary';
/** The schemas of the programme: its tables and the accounts of its people. */
const PROGRAMME = ['public', 'auth'];

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly first: string | null;
}

/**
 * Writes a canary word into every text, list of texts and document of every table of the programme, in
 * every row; an empty table gets a row first. For a test's own database: its checks and triggers give
 * way. Tells how many columns hold one now.
 */
export async function plantCanaries(superuser: pg.Pool): Promise<number> {
  const client = await superuser.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    for (const statement of await barsOf(client)) await client.query(statement);
    const columns = await columnsOf(client);
    const tables = Map.groupBy(columns, ({ schema, table }) => `"${schema}"."${table}"`);
    let planted = 0;
    for (const [table, all] of tables) {
      const words = all.filter((column) => wordFor(column) !== null);
      if (words.length === 0) continue;
      const { rows } = await client.query(`select from ${table} limit 1`);
      if (rows.length === 0) await insertRow(client, table, all);
      const told = words.map((column) => `"${column.name}" = ${wordFor(column)}`);
      await client.query(`update ${table} set ${told.join(', ')}`);
      planted += words.length;
    }
    return planted;
  } finally {
    await client.query(`reset session_replication_role`);
    client.release();
  }
}

/** What keeps a column from holding any word: the checks of its table and of its type. */
async function barsOf(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(
    `select case when conrelid <> 0
         then format('alter table %s drop constraint %I', conrelid::regclass, conname)
         else format('alter domain %s drop constraint %I', contypid::regtype, conname) end as statement
       from pg_constraint where contype = 'c' and coninhcount = 0
         and connamespace::regnamespace::text = any ($1)`,
    [PROGRAMME],
  );
  return rows.map(({ statement }) => statement);
}

async function columnsOf(client: pg.PoolClient): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select n.nspname as schema, c.relname as "table", a.attname as name,
        a.attnotnull and not a.atthasdef as needed,
        format_type(case when t.typtype = 'd' then t.typbasetype else t.oid end, null) as type,
        (select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder limit 1) as first
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_type t on t.oid = a.atttypid
      where n.nspname = any ($1) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.attidentity <> 'a'
      order by 1, 2, a.attnum`,
    [PROGRAMME],
  );
  return rows;
}

/** The canary of a column as SQL, another in each row; null where no word can stand. */
function wordFor({ table, name, type }: Column): string | null {
  const word = `'${CANARY}.${table}.${name}.' || translate(ctid::text, '(,)', '.')`;
  if (/^(text|character varying|character|citext)$/.test(type)) return word;
  if (/^(text|character varying)\[\]$/.test(type)) return `array[${word}]`;
  return /^jsonb?$/.test(type) ? `${type}_build_object('name', ${word})` : null;
}

async function insertRow(client: pg.PoolClient, table: string, all: readonly Column[]) {
  const needed = all.filter((column) => column.needed);
  const names = needed.map(({ name }) => `"${name}"`);
  const values = needed.map(valueFor);
  await client.query(
    names.length === 0
      ? `insert into ${table} default values`
      : `insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`,
  );
}

/** Anything at all that a column of this type takes. */
function valueFor({ type, first }: Column): string {
  if (first !== null) return `'${first}'`;
  if (type.endsWith('[]')) return `'{}'`;
  if (type.endsWith('range')) return `'empty'`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'date' || type.startsWith('time')) return 'now()';
  if (type === 'boolean') return 'false';
  if (/^(smallint|integer|bigint|numeric|real|double precision|oid|xid8)$/.test(type)) return `'1'`;
  if (type === 'interval') return `'1 day'`;
  return /^jsonb?$/.test(type) ? `'{}'` : `''`;
}
