import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Document } from '#domain/directory/hsds/read-directory.ts';
import type { Labels } from '#domain/text.ts';
import { derivedId } from '../../arrival/derived-id.ts';
import type { Acting } from '../../database.ts';
import { named, needAttributes, ownTerms } from './need-taxonomy.ts';

// How rows become records of HSDS 3. A confidential location is not among the rows that are asked for: neither it
// nor that a service is given there ever leaves.

interface Organisation {
  readonly id: string;
  readonly outer: string;
  readonly name: Labels;
  readonly document: Document;
}
interface Service extends Organisation {
  readonly organisation_id: string;
  readonly need_domain: string;
  readonly purpose: string;
  readonly place: string | null;
  readonly languages: readonly string[];
  readonly active: boolean;
  readonly minimum_age: number | null;
  readonly maximum_age: number | null;
  readonly serves: string;
  readonly staff: string | null;
  readonly childcare: boolean;
  readonly with_own_fields: boolean;
  readonly capacity: number | null;
  readonly places_free: number | null;
  readonly waiting_days: number | null;
  readonly assured_on: string | null;
}
interface Location {
  readonly id: string;
  readonly organisation_id: string | null;
  readonly document: Document;
}
interface Link {
  readonly id: string;
  readonly service_id: string;
  readonly location_id: string;
  readonly document: Document;
}

const SERVICES = `
  select s.id, coalesce(s.hsds_id, s.id) as outer, s.organisation_id, s.name, s.need_domain, s.purpose,
    p.code as place, s.languages, s.active, s.minimum_age, s.maximum_age, s.serves, s.staff, s.childcare,
    s.with_own_fields, s.document, c.capacity, c.places_free, c.waiting_days,
    to_char(c.assured_on, 'YYYY-MM-DD') as assured_on
  from service s left join service_capacity c on c.service_id = s.id left join place p on p.id = s.place_id`;
const ORGANISATIONS = `
  select id, coalesce(hsds_id, id) as outer, name, document from organisation where id = any ($1)`;
const LOCATIONS = `
  select id, organisation_id, document from location where not confidential`;
const LINKS = `
  select n.id, n.service_id, n.location_id, n.document
  from service_at_location n join location l on l.id = n.location_id and not l.confidential`;

/** The services with what belongs to them, in the order of `ids`. */
export async function serviceRecords(
  acting: Acting,
  model: ProgrammeModel,
  language: string,
  ids: readonly string[],
): Promise<Nested> {
  const ask = async <Row extends object>(text: string, values: readonly unknown[]) =>
    (await acting.client.query<Row>(text, [...values])).rows;
  const services = await ask<Service>(`${SERVICES} where s.id = any ($1)`, [ids]);
  const links = await ask<Link>(`${LINKS} where n.service_id = any ($1) order by n.id`, [ids]);
  const owners = [...new Set(services.map((one) => one.organisation_id))];
  const organisations = await ask<Organisation>(ORGANISATIONS, [owners]);
  const locations = await ask<Location>(
    `${LOCATIONS} and (id = any ($1) or organisation_id = any ($2)) order by id`,
    [links.map((one) => one.location_id), owners],
  );
  return new Nested(model, language, ids, { services, organisations, locations, links });
}

/** The organisations with their services, in the order of `ids`. */
export async function organisationRecords(
  acting: Acting,
  model: ProgrammeModel,
  language: string,
  ids: readonly string[],
): Promise<Document[]> {
  const { rows } = await acting.client.query<{ id: string }>(
    'select id from service where organisation_id = any ($1) and merged_into is null order by id',
    [ids],
  );
  const nested = await serviceRecords(
    acting,
    model,
    language,
    rows.map(({ id }) => id),
  );
  const { rows: alone } = await acting.client.query<Organisation>(ORGANISATIONS, [ids]);
  const { rows: places } = await acting.client.query<Location>(
    `${LOCATIONS} and organisation_id = any ($1) order by id`,
    [ids],
  );
  return nested.organisations(ids, alone, places);
}

/** A location that is not confidential, or null. */
export async function locationRecord(acting: Acting, id: string): Promise<Document | null> {
  const { rows } = await acting.client.query<Location>(`${LOCATIONS} and id = $1`, [id]);
  return rows[0] === undefined ? null : locationOf(rows[0]);
}

/** What a page of a list shows of a record: nothing that holds lists. */
export function inShort(record: Document): Document {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      if (Array.isArray(value)) return [];
      const nested = typeof value === 'object' && value !== null && key !== 'x_directory';
      return [[key, nested ? inShort(value as Document) : value]];
    }),
  );
}

interface Rows {
  readonly services: readonly Service[];
  readonly organisations: readonly Organisation[];
  readonly locations: readonly Location[];
  readonly links: readonly Link[];
}

class Nested {
  readonly #terms: ReturnType<typeof ownTerms>;
  readonly #language: string;
  readonly #ids: readonly string[];
  readonly #rows: Rows;
  readonly #links: ReadonlyMap<string, Link[]>;
  readonly #locations: ReadonlyMap<string, Location>;

  constructor(model: ProgrammeModel, language: string, ids: readonly string[], rows: Rows) {
    this.#terms = ownTerms(model, language);
    this.#language = language;
    this.#ids = ids;
    this.#rows = rows;
    this.#links = Map.groupBy(rows.links, (one) => one.service_id);
    this.#locations = new Map(rows.locations.map((one) => [one.id, one]));
  }

  services(): Document[] {
    const owners = new Map(this.#rows.organisations.map((one) => [one.id, one]));
    const places = Map.groupBy(this.#rows.locations, (one) => one.organisation_id);
    return this.#inOrder().map((one) => {
      const owner = owners.get(one.organisation_id);
      const organization =
        owner === undefined
          ? {}
          : { organization: this.#organisation(owner, places.get(owner.id)) };
      return { ...this.#service(one), ...organization };
    });
  }

  links(): Document[] {
    const services = this.services();
    return this.#inOrder().flatMap((one, index) =>
      (this.#links.get(one.id) ?? []).map((link) => {
        const { service_at_locations: _links, ...service } = services[index] ?? {};
        return { ...this.#link(link), service };
      }),
    );
  }

  organisations(
    ids: readonly string[],
    rows: readonly Organisation[],
    locations: readonly Location[],
  ): Document[] {
    const services = Map.groupBy(this.#inOrder(), (one) => one.organisation_id);
    const places = Map.groupBy(locations, (one) => one.organisation_id);
    const known = new Map(rows.map((one) => [one.id, one]));
    return ids.flatMap((id) => {
      const row = known.get(id);
      if (row === undefined) return [];
      const own = (services.get(id) ?? []).map((one) => this.#service(one));
      const record = this.#organisation(row, places.get(id));
      return [{ ...record, ...(own.length === 0 ? {} : { services: own }) }];
    });
  }

  #inOrder(): Service[] {
    const known = new Map(this.#rows.services.map((one) => [one.id, one]));
    return this.#ids.flatMap((id) => known.get(id) ?? []);
  }

  #organisation(row: Organisation, locations: readonly Location[] = []): Document {
    const name = named(row.name, this.#language);
    return {
      ...{ id: row.outer, name, description: name, ...row.document },
      ...(locations.length === 0 ? {} : { locations: locations.map(locationOf) }),
    };
  }

  #service(row: Service): Document {
    const status = String(row.document.status ?? 'inactive');
    const links = this.#links.get(row.id) ?? [];
    const attributes = [
      ...((row.document.attributes as Document[] | undefined) ?? []),
      ...(row.with_own_fields ? needAttributes(row.id, row.need_domain, this.#terms) : []),
    ];
    const languages = this.#spoken(row);
    return {
      ...{ ...row.document, id: row.outer, name: named(row.name, this.#language) },
      status: row.active ? 'active' : status === 'active' ? 'inactive' : status,
      ...given('minimum_age', row.minimum_age),
      ...given('maximum_age', row.maximum_age),
      ...given('assured_date', row.assured_on),
      ...(languages.length === 0 ? {} : { languages }),
      ...(links.length === 0 ? {} : { service_at_locations: links.map((one) => this.#link(one)) }),
      ...(attributes.length === 0 ? {} : { attributes }),
      ...(row.with_own_fields ? { x_directory: ownFieldsOf(row) } : {}),
    };
  }

  /** The languages as they came, without those that were taken out here and with those that were added. */
  #spoken(row: Service): Document[] {
    const said = (row.document.languages as (Document & { code?: string })[] | undefined) ?? [];
    const kept = said.filter(({ code }) => code === undefined || row.languages.includes(code));
    const added = row.languages.filter((code) => !said.some((one) => one.code === code));
    return [...kept, ...added.map((code) => ({ id: derivedId(row.id, 'language', code), code }))];
  }

  #link({ id, location_id, document }: Link): Document {
    const location = this.#locations.get(location_id);
    return {
      id,
      ...document,
      ...(location === undefined ? {} : { location: locationOf(location) }),
    };
  }
}

function ownFieldsOf(row: Service): Document {
  return {
    ...{ names: row.name, need_domain: row.need_domain, purpose: row.purpose },
    ...given('place', row.place),
    ...{ serves: row.serves, ...given('staff', row.staff), childcare: row.childcare },
    ...given('capacity', row.capacity),
    ...given('places_free', row.places_free),
    ...given('waiting_days', row.waiting_days),
  };
}

function locationOf({ id, document }: Location): Document {
  return { location_type: 'physical', ...document, id };
}

function given(key: string, value: unknown): Document {
  return value === null || value === undefined ? {} : { [key]: value };
}
