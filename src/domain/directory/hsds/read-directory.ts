import type { z } from 'zod';
import { fieldProblems, unstorableField } from '../../field-problem.ts';
import type { FieldProblem } from '../../problem.ts';
import type { OwnFields } from './own-fields.ts';
import { kindOf, RECORDS } from './records.ts';

export type Document = Readonly<Record<string, unknown>>;

interface Row {
  readonly id: string;
  /** Where it stands in the file, for whoever has to mend it. */
  readonly at: string;
  readonly document: Document;
}
export interface OrganisationRow extends Row {
  readonly name: string;
}
export interface ServiceRow extends Row {
  readonly organisation_id: string | undefined;
  readonly name: string;
  readonly active: boolean;
  readonly minimum_age: number | undefined;
  readonly maximum_age: number | undefined;
  readonly assured_on: string | undefined;
  readonly own: OwnFields | undefined;
}
export interface LocationRow extends Row {
  readonly organisation_id: string | undefined;
}
export interface LinkRow extends Row {
  readonly service_id: string;
  readonly location_id: string;
}
export interface EntryRow extends Row {
  readonly kind: 'taxonomy' | 'term';
}

/** A directory taken apart into rows, each once; what several records say of one thing is put together. */
export interface DirectoryRows {
  readonly organisations: ReadonlyMap<string, OrganisationRow>;
  readonly services: ReadonlyMap<string, ServiceRow>;
  readonly locations: ReadonlyMap<string, LocationRow>;
  readonly links: ReadonlyMap<string, LinkRow>;
  readonly entries: ReadonlyMap<string, EntryRow>;
  readonly problems: readonly FieldProblem[];
}

export interface FileRecord {
  readonly value: unknown;
  /** `rows.12`, or a table and its row. */
  readonly at: string;
}

type Parsed<Kind extends keyof typeof RECORDS> = z.infer<(typeof RECORDS)[Kind]>;
type Location = Parsed<'location'>;
type Link = NonNullable<Parsed<'service'>['service_at_locations']>[number];
type Service = Parsed<'service'>;

/**
 * Reads the records of a directory, whatever they are, and takes them apart. A thing that only stands
 * inside another may be named as often as you like; a thing with a record of its own has one.
 */
export function readDirectory(records: readonly FileRecord[]): DirectoryRows {
  const apart = new TakenApart();
  for (const { value, at } of records) {
    const record = withoutNull(value);
    const unstorable = unstorableField(record, at);
    if (unstorable !== undefined) apart.problems.push(unstorable);
    else if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      apart.problems.push({ path: at, code: 'wrong_type' });
    } else apart.take(record as Document, at);
  }
  return apart;
}

class TakenApart implements DirectoryRows {
  readonly organisations = new Map<string, OrganisationRow>();
  readonly services = new Map<string, ServiceRow>();
  readonly locations = new Map<string, LocationRow>();
  readonly links = new Map<string, LinkRow>();
  readonly entries = new Map<string, EntryRow>();
  readonly problems: FieldProblem[] = [];
  readonly #own = new Set<string>();

  take(record: Document, at: string): void {
    const kind = kindOf(record);
    const parsed = RECORDS[kind].safeParse(record);
    if (!parsed.success) {
      this.problems.push(...fieldProblems(parsed.error.issues, at, record));
      return;
    }
    if (kind === 'service') this.service(parsed.data as Service, at, undefined, true);
    else if (kind === 'organisation') {
      this.organisation(parsed.data as Parsed<'organisation'>, at, true);
    } else if (kind === 'location') {
      if (this.once('location', String(record.id).toLowerCase(), at)) {
        this.location(parsed.data as Location, at, undefined);
      }
    } else if (kind === 'service_at_location') {
      this.linkOfItself(parsed.data as Parsed<'service_at_location'>, at);
    } else {
      const { id, ...document } = parsed.data as Document & { id: string };
      const entry = kind === 'taxonomy' ? 'taxonomy' : 'term';
      if (this.once(entry, id, at)) this.entries.set(id, { id, at, kind: entry, document });
    }
  }

  organisation(said: Parsed<'organisation'>, at: string, own: boolean): void {
    const { id, name, locations, services, ...document } = said;
    if (own && !this.once('organisation', id, at)) return;
    this.organisations.set(id, put(this.organisations.get(id), { id, at, name, document }));
    locations?.forEach((one, index) => {
      this.location(one, `${at}.locations.${index}`, id);
    });
    services?.forEach((one, index) => {
      this.service(one, `${at}.services.${index}`, id, true);
    });
  }

  service(said: Service, at: string, organisation: string | undefined, own: boolean): void {
    const { id, name, organization, organization_id, service_at_locations, ...rest } = said;
    if (own && !this.once('service', id, at)) return;
    const { minimum_age, maximum_age, assured_date, x_directory, ...document } = rest;
    if (organization !== undefined) this.organisation(organization, `${at}.organization`, false);
    const organisation_id = organization?.id ?? organization_id ?? organisation;
    this.services.set(
      id,
      put(this.services.get(id), {
        ...{ id, at, name, organisation_id, active: document.status === 'active' },
        ...{ minimum_age, maximum_age, assured_on: assured_date, own: x_directory, document },
      }),
    );
    service_at_locations?.forEach((one, index) => {
      this.link(one, `${at}.service_at_locations.${index}`, id, organisation_id);
    });
  }

  location(said: Location, at: string, organisation: string | undefined): void {
    const { id, organization_id, ...document } = said;
    const before = this.locations.get(id);
    const organisation_id = organization_id ?? organisation ?? before?.organisation_id;
    this.locations.set(id, put(before, { id, at, organisation_id, document }));
  }

  linkOfItself(said: Parsed<'service_at_location'>, at: string): void {
    const { service, ...link } = said;
    if (service !== undefined) this.service(service, `${at}.service`, undefined, false);
    const service_id = service?.id ?? link.service_id;
    if (service_id === undefined)
      this.problems.push({ path: `${at}.service_id`, code: 'required' });
    else if (this.once('link', link.id, at)) {
      this.link(link, at, service_id, this.services.get(service_id)?.organisation_id);
    }
  }

  link(said: Link, at: string, service_id: string, organisation: string | undefined): void {
    const { id, location, location_id: named, service_id: _service, ...document } = said;
    if (location !== undefined) this.location(location, `${at}.location`, organisation);
    const location_id = location?.id ?? named;
    if (location_id === undefined) {
      this.problems.push({ path: `${at}.location_id`, code: 'required' });
      return;
    }
    this.links.set(id, put(this.links.get(id), { id, at, service_id, location_id, document }));
  }

  /** Whether this is the first record of its own of such a thing. */
  private once(what: string, id: string, at: string): boolean {
    const key = `${what} ${id}`;
    if (this.#own.has(key)) this.problems.push({ path: `${at}.id`, code: 'id_twice' });
    return !this.#own.has(key) && this.#own.add(key).has(key);
  }
}

/** Puts together what was said of one thing: the later word counts, and what it does not say stays. */
function put<Kept extends Row>(before: Kept | undefined, after: Kept): Kept {
  if (before === undefined) return after;
  const said = Object.entries(after).filter(([, value]) => value !== undefined);
  return {
    ...{ ...before, ...Object.fromEntries(said) },
    document: { ...before.document, ...after.document },
  };
}

/** Many systems write `null` for what they do not know; the schemas of HSDS leave it out. */
function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== null).map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, withoutNull(one)]])),
  );
}
