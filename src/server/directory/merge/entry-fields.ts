import type { Document } from '#domain/directory/hsds/read-directory.ts';
import { type Fields, type MergeKind, told } from '#domain/directory/merge.ts';
import type { Acting } from '../../database.ts';

/** An entry as it is merged: its fields by name, and what guards it. */
export interface MergeEntry {
  readonly id: string;
  readonly fields: Fields;
  readonly organisation_id: string | null;
  readonly kind: string | null;
  readonly active: boolean;
  readonly version: number;
  /** 0 where nothing of its capacity was written down. */
  readonly capacity_version: number;
  readonly merged_into: string | null;
}

interface ServiceRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: unknown;
  readonly need_domain: string;
  readonly purpose: string;
  readonly place_id: string | null;
  readonly languages: readonly string[];
  readonly note: string | null;
  readonly minimum_age: number | null;
  readonly maximum_age: number | null;
  readonly serves: string;
  readonly staff: string | null;
  readonly childcare: boolean;
  readonly active: boolean;
  readonly document: Document;
  readonly version: number;
  readonly merged_into: string | null;
}
interface CapacityRow {
  readonly service_id: string;
  readonly capacity: number | null;
  readonly places_free: number | null;
  readonly waiting_days: number | null;
  readonly assured_on: string | null;
  readonly version: number;
}
interface OrganisationRow {
  readonly id: string;
  readonly name: unknown;
  readonly kind: string;
  readonly place_id: string | null;
  readonly document: Document;
  readonly version: number;
  readonly merged_into: string | null;
}

/** Whoever writes the capacity of a service waits for a merge of it, and the other way round. */
export async function lockCapacity(acting: Acting, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted()) {
    await acting.client.query(
      "select pg_advisory_xact_lock(hashtextextended('capacity ' || $1::text, 0))",
      [id],
    );
  }
}

/** Both entries, locked so that nobody changes them meanwhile; those that are there. */
export async function lockedEntries(
  acting: Acting,
  kind: MergeKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MergeEntry>> {
  if (kind === 'service') await lockCapacity(acting, ids);
  return entriesOf(acting, kind, ids, 'for update');
}

/** Entries with their fields. */
export async function entriesOf(
  acting: Acting,
  kind: MergeKind,
  ids: readonly string[],
  lock: '' | 'for update' = '',
): Promise<ReadonlyMap<string, MergeEntry>> {
  if (kind === 'organisation') return organisationsOf(acting, ids, lock);
  const { rows } = await acting.client.query<ServiceRow>(
    `select id, organisation_id, name, need_domain, purpose, place_id, languages, note, minimum_age,
       maximum_age, serves, staff, childcare, active, document, version, merged_into
     from service where id = any ($1) order by id ${lock}`,
    [ids],
  );
  const { rows: capacities } = await acting.client.query<CapacityRow>(
    `select service_id, capacity, places_free, waiting_days, to_char(assured_on, 'YYYY-MM-DD') as assured_on,
       version from service_capacity where service_id = any ($1)`,
    [ids],
  );
  return new Map(
    rows.map((row) => {
      const known = capacities.find((one) => one.service_id === row.id);
      return [row.id, serviceEntry(row, known)];
    }),
  );
}

function serviceEntry(row: ServiceRow, known: CapacityRow | undefined): MergeEntry {
  const {
    service_id: _id,
    version: capacity_version = 0,
    ...capacity
  } = known ?? { service_id: '' };
  return {
    ...{ id: row.id, organisation_id: row.organisation_id, kind: null, active: row.active },
    ...{ version: row.version, capacity_version, merged_into: row.merged_into },
    fields: told({
      ...{ name: row.name, need_domain: row.need_domain, purpose: row.purpose },
      ...{ place_id: row.place_id, languages: row.languages, note: row.note },
      ages: { minimum_age: row.minimum_age, maximum_age: row.maximum_age },
      ...{ serves: row.serves, staff: row.staff, childcare: row.childcare, active: row.active },
      ...{ capacity, ...documentFields(row.document) },
    }),
  };
}

async function organisationsOf(
  acting: Acting,
  ids: readonly string[],
  lock: string,
): Promise<ReadonlyMap<string, MergeEntry>> {
  const { rows } = await acting.client.query<OrganisationRow>(
    `select id, name, kind, place_id, document, version, merged_into
     from organisation where id = any ($1) order by id ${lock}`,
    [ids],
  );
  return new Map(
    rows.map(({ id, name, kind, place_id, document, version, merged_into }) => [
      id,
      {
        ...{
          id,
          organisation_id: null,
          kind,
          active: true,
          version,
          capacity_version: 0,
          merged_into,
        },
        fields: told({ name, kind, place_id, ...documentFields(document) }),
      },
    ]),
  );
}

/** The parts of a document as fields; whether a service is given stands in a column, its name too. */
function documentFields({ status: _status, name: _name, ...document }: Document): Fields {
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [`document.${key}`, value]),
  );
}

function documentOf(fields: Fields): Document {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      key.startsWith('document.') ? [[key.slice('document.'.length), value]] : [],
    ),
  );
}

/** Writes the fields of an entry; its version goes on. Called with the entry locked. */
export async function writeFields(
  acting: Acting,
  kind: MergeKind,
  { id, fields: before }: MergeEntry,
  fields: Fields,
): Promise<void> {
  const { client } = acting;
  const document = documentOf(fields);
  if (kind === 'organisation') {
    await client.query(
      `update organisation set name = $2, kind = $3, place_id = $4, document = $5, version = version + 1
       where id = $1`,
      [id, fields.name, fields.kind, fields.place_id ?? null, document],
    );
    return;
  }
  const ages = (fields.ages ?? {}) as Partial<ServiceRow>;
  await client.query(
    `update service set name = $2, need_domain = $3, purpose = $4, place_id = $5, languages = $6, note = $7,
       minimum_age = $8, maximum_age = $9, serves = $10, staff = $11, childcare = $12, active = $13,
       document = case when document ? 'status' then jsonb_build_object('status', document->'status') else '{}' end
         || $14::jsonb,
       with_own_fields = true, version = version + 1
     where id = $1`,
    [
      ...[id, fields.name, fields.need_domain, fields.purpose, fields.place_id ?? null],
      ...[fields.languages ?? [], fields.note ?? null],
      ...[ages.minimum_age ?? null, ages.maximum_age ?? null, fields.serves ?? 'everybody'],
      ...[fields.staff ?? null, fields.childcare ?? false, fields.active ?? false, document],
    ],
  );
  if (JSON.stringify(before.capacity) === JSON.stringify(fields.capacity)) return;
  const capacity = (fields.capacity ?? {}) as Partial<CapacityRow>;
  await client.query(
    `insert into service_capacity (service_id, capacity, places_free, waiting_days, assured_on)
     values ($1, $2, $3, $4, $5)
     on conflict (service_id) do update set capacity = excluded.capacity, places_free = excluded.places_free,
       waiting_days = excluded.waiting_days, assured_on = excluded.assured_on,
       version = service_capacity.version + 1`,
    [
      ...[id, capacity.capacity ?? null, capacity.places_free ?? null],
      ...[capacity.waiting_days ?? null, capacity.assured_on ?? null],
    ],
  );
}
