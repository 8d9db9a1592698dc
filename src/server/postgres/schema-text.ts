import type pg from 'pg';

type Queryable = Pick<pg.ClientBase, 'query'>;

/** Ours: without the queue's own tables and what extensions bring. */
const OURS = `n.nspname in ('public', 'auth', 'exchange', 'exchange_auth') and not exists (
  select from pg_depend d where d.deptype = 'e' and d.objid = `;

const TABLES = `
  select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relkind,
         c.relrowsecurity as secured, c.relforcerowsecurity as forced,
         case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as view,
         array_to_string(c.reloptions, ', ') as options
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm') and ${OURS} c.oid)
   order by n.nspname <> 'public', n.nspname, c.relname`;

const COLUMNS = `
  select format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
           case when a.attnotnull then ' not null' else '' end,
           case when d.adbin is not null
                then format(case when a.attgenerated <> '' then ' generated always as (%s) stored'
                                 else ' default %s' end, pg_get_expr(d.adbin, d.adrelid))
                when a.attidentity <> '' then ' generated as identity' else '' end) as line
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`;

const CONSTRAINTS = `
  select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
    from pg_constraint where conrelid = $1 and contype <> 'n' order by contype = 'f', conname`;

const AFTER_TABLE = `
  select line from (
    select 1 as part, x.relname as name, pg_get_indexdef(i.indexrelid) as line
      from pg_index i join pg_class x on x.oid = i.indexrelid
     where i.indrelid = $1
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = $1)
    union all
    select 2, tgname, pg_get_triggerdef(oid) from pg_trigger where tgrelid = $1 and not tgisinternal
    union all
    select 3, polname, format('create policy %I as %s for %s to %s%s%s', polname,
             case when polpermissive then 'permissive' else 'restrictive' end,
             case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                         when 'd' then 'delete' else 'all' end,
             (select string_agg(r::regrole::text, ', ' order by r::regrole::text)
                from unnest(polroles) r),
             ' using (' || pg_get_expr(polqual, polrelid) || ')',
             ' with check (' || pg_get_expr(polwithcheck, polrelid) || ')')
      from pg_policy where polrelid = $1
    union all
    select 4, grantee::regrole::text, format('grant %s to %s',
             string_agg(lower(privilege_type), ', ' order by privilege_type), grantee::regrole)
      from pg_class c, aclexplode(c.relacl)
     where c.oid = $1 and grantee <> c.relowner group by grantee
    union all
    select 5, a.attname || grantee::regrole::text, format('grant %s (%I) to %s',
             string_agg(lower(privilege_type), ', ' order by privilege_type), a.attname,
             grantee::regrole)
      from pg_attribute a, aclexplode(a.attacl) where a.attrelid = $1 group by a.attname, grantee
  ) as lines order by part, name`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) as text, p.proowner::regrole::text as owner,
         (select string_agg(case when grantee = 0 then 'public' else grantee::regrole::text end, ', '
                   order by grantee)
            from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))
           where grantee <> p.proowner) as executed_by
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where p.prokind in ('f', 'p') and ${OURS} p.oid)
   order by n.nspname <> 'public', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`;

interface Relation {
  readonly oid: number;
  readonly name: string;
  readonly relkind: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly view: string | null;
  readonly options: string | null;
}

/**
 * The text of db/schema.sql: what the migrations add up to, for reading and for review (columns,
 * constraints, indexes, triggers, policies, grants, functions with owner). It is not for running.
 */
export async function schemaText(database: Queryable): Promise<string> {
  const parts = [
    '-- What the migrations add up to. Written by `node scripts/write-schema.ts`, for reading.\n',
  ];
  for (const relation of (await database.query<Relation>(TABLES)).rows) {
    parts.push(await relationText(database, relation));
  }
  const functions = await database.query<{
    text: string;
    owner: string;
    executed_by: string | null;
  }>(FUNCTIONS);
  for (const { text, owner, executed_by } of functions.rows) {
    parts.push(`-- owner ${owner}; executed by ${executed_by ?? 'nobody else'}\n${text.trim()};\n`);
  }
  return parts.join('\n');
}

async function relationText(database: Queryable, relation: Relation): Promise<string> {
  const after = await lines(database, AFTER_TABLE, relation.oid);
  const tail = after.map((line) => `${line};\n`).join('');
  if (relation.view !== null) {
    const options = relation.options ? ` with (${relation.options})` : '';
    return `create view ${relation.name}${options} as\n${relation.view.trim()}\n${tail}`;
  }
  const body = [
    ...(await lines(database, COLUMNS, relation.oid)),
    ...(await lines(database, CONSTRAINTS, relation.oid)),
  ];
  const security = relation.secured
    ? `row level security${relation.forced ? ', forced' : ', NOT FORCED'}`
    : 'NO ROW LEVEL SECURITY';
  return `create table ${relation.name} ( -- ${security}\n  ${body.join(',\n  ')}\n);\n${tail}`;
}

async function lines(database: Queryable, query: string, oid: number): Promise<string[]> {
  const { rows } = await database.query<{ line: string }>(query, [oid]);
  return rows.map((row) => row.line);
}
