import type { ProgrammeModel } from '#domain/case/model.ts';
import { packetTemplate } from '#domain/case/packet-template.ts';
import type { DirectoryRows, ServiceRow } from '#domain/directory/hsds/read-directory.ts';
import { mayReceive, misnamed } from '#domain/directory/neighbourhood.ts';
import { languageTag } from '#domain/people/person.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import type { Acting } from '../../database.ts';
import { withoutOwnAttributes } from './need-taxonomy.ts';
import { type Counts, upsert } from './upsert.ts';

/** What holds for services of a file that do not say it themselves. */
export interface Defaults {
  readonly language: string;
  readonly need_domain: string | undefined;
  readonly purpose: string | undefined;
}
export interface Imported {
  readonly organisations: Counts;
  readonly services: Counts;
  readonly locations: Counts;
}

/** Wrong rows are told up to here: the rest of such a file is wrong in the same way. */
const TOLD = 200;

/** Every wrong row of a file, or as many as one can read; nothing of it was written. */
export function wrongRows(problems: readonly FieldProblem[]): Problem {
  const rows = new Set(problems.map(({ path }) => path.split('.').slice(0, 2).join('.'))).size;
  return { code: 'invalid_input', details: { rows }, fields: problems.slice(0, TOLD) };
}

/**
 * Writes a whole directory, or nothing of it where one row is wrong. What is known already is brought up
 * to date; what the file does not say of it stays, and nothing is taken away.
 */
export async function importDirectory(
  acting: Acting,
  model: ProgrammeModel,
  rows: DirectoryRows,
  defaults: Defaults,
  newId: () => string,
): Promise<Imported | Problem> {
  const ground = await groundOf(acting, rows, newId);
  const problems = [...rows.problems, ...problemsOf(rows, ground, model, defaults)];
  if (problems.length > 0) return wrongRows(problems);
  const name = (said: string) => ({ [defaults.language]: said });
  const organisations = await upsert(
    acting,
    'organisation',
    [...rows.organisations.values()].map((one) => ({
      ...{ id: ground.organisations.get(one.id)?.id, hsds_id: one.id, name: name(one.name) },
      code: `hsds_${one.id.replaceAll('-', '')}`,
      kind: defaults.need_domain ?? model.need_domains[0]?.code,
      document: one.document,
    })),
  );
  const services = await upsert(
    acting,
    'service',
    [...rows.services.values()].map((one) => serviceLine(one, ground, defaults)),
  );
  const locations = await upsert(
    acting,
    'location',
    [...rows.locations.values()].map((one) => ({
      ...{ id: one.id, document: one.document },
      organisation_id: standing(ground.organisations.get(one.organisation_id ?? '')),
    })),
  );
  await upsert(
    acting,
    'service_capacity',
    [...rows.services.values()].flatMap((one) => {
      const { capacity, places_free, waiting_days } = one.own ?? {};
      const said = { capacity, places_free, waiting_days, assured_on: one.assured_on };
      if (Object.values(said).every((value) => value === undefined)) return [];
      return [{ service_id: ground.services.get(one.id)?.id, ...said }];
    }),
  );
  await upsert(
    acting,
    'service_at_location',
    [...rows.links.values()].map((one) => ({
      ...{ id: one.id, location_id: one.location_id, document: one.document },
      service_id: standing(ground.services.get(one.service_id)),
    })),
  );
  const entries = [...rows.entries.values()].map((one) => ({ ...one }));
  await upsert(acting, 'taxonomy_entry', entries);
  return { organisations, services, locations };
}

interface Known {
  readonly id: string;
  /** The entry that answers for it, where it was merged: what is new goes there. */
  readonly standing?: string | undefined;
  readonly kind?: string;
  readonly organisation_id?: string;
  readonly minimum_age?: number | null;
  readonly maximum_age?: number | null;
  readonly capacity?: number | null;
  readonly places_free?: number | null;
}
interface Ground {
  /** By the id of the file; what is new has been given one of ours. */
  readonly organisations: ReadonlyMap<string, Known>;
  readonly services: ReadonlyMap<string, Known>;
  readonly locations: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, string>;
  /** Our ids that were there before. */
  readonly known: ReadonlySet<string>;
}

/** What the file speaks of and is here already, and the places. */
async function groundOf(acting: Acting, rows: DirectoryRows, newId: () => string): Promise<Ground> {
  const mentioned = [...rows.services.values()].flatMap((one) => one.organisation_id ?? []);
  const owners = [...rows.locations.values()].flatMap((one) => one.organisation_id ?? []);
  const linked = [...rows.links.values()];
  const ask = async <Row>(text: string, ids: Iterable<string>) =>
    (await acting.client.query<Row & Known & { outer: string }>(text, [[...new Set(ids)]])).rows;
  const organisations = await ask(
    `select id, coalesce(hsds_id, id) as outer, kind, standing_organisation(id) as standing from organisation
     where coalesce(hsds_id, id) = any ($1::uuid[])`,
    [...rows.organisations.keys(), ...mentioned, ...owners],
  );
  const services = await ask(
    `select s.id, coalesce(s.hsds_id, s.id) as outer, s.organisation_id, s.minimum_age, s.maximum_age,
       c.capacity, c.places_free, standing_service(s.id) as standing
     from service s left join service_capacity c on c.service_id = s.id
     where coalesce(s.hsds_id, s.id) = any ($1::uuid[])`,
    [...rows.services.keys(), ...linked.map((one) => one.service_id)],
  );
  const locations = await ask('select id, id as outer from location where id = any ($1::uuid[])', [
    ...rows.locations.keys(),
    ...linked.map((one) => one.location_id),
  ]);
  const places = await acting.tx.selectFrom('place').select(['id', 'code']).execute();
  const known = new Set([...organisations, ...services, ...locations].map(({ id }) => id));
  const withNew = (found: readonly (Known & { outer: string })[], ids: Iterable<string>) => {
    const all = new Map<string, Known>(found.map(({ outer, ...one }) => [outer, one]));
    for (const id of ids) if (!all.has(id)) all.set(id, { id: newId() });
    return all;
  };
  return {
    organisations: withNew(organisations, rows.organisations.keys()),
    services: withNew(services, rows.services.keys()),
    locations: new Set([...rows.locations.keys(), ...locations.map(({ id }) => id)]),
    places: new Map(places.map(({ id, code }) => [code, id])),
    known,
  };
}

/** What a file names that is not there, or that may not stand in a directory of services. */
function problemsOf(
  rows: DirectoryRows,
  ground: Ground,
  model: ProgrammeModel,
  defaults: Defaults,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, code: string) => problems.push({ path, code });
  for (const one of rows.organisations.values()) {
    const kind = ground.organisations.get(one.id)?.kind ?? '';
    if (misnamed(kind, { en: one.name })) wrong(`${one.at}.name`, 'neighbourhood_body');
  }
  for (const one of rows.services.values()) {
    const owner = ground.organisations.get(one.organisation_id ?? '');
    const before = ground.services.get(one.id)?.organisation_id;
    if (owner === undefined && (before === undefined || one.organisation_id !== undefined)) {
      wrong(`${one.at}.organization`, one.organisation_id === undefined ? 'required' : 'unknown');
    } else if (!mayReceive(owner?.kind)) wrong(`${one.at}.organization`, 'neighbourhood_body');
    else if (
      before !== undefined &&
      owner !== undefined &&
      before !== owner.id &&
      before !== standing(owner)
    ) {
      wrong(`${one.at}.organization`, 'other_organisation');
    }
    const need = one.own?.need_domain ?? defaults.need_domain;
    if (before === undefined || one.own !== undefined) {
      if (need === undefined) wrong(`${one.at}.x_directory`, 'need_domain_missing');
      else if (!model.need_domains.some(({ code }) => code === need)) {
        wrong(`${one.at}.x_directory.need_domain`, 'unknown');
      }
      const purpose = one.own?.purpose ?? defaults.purpose;
      if (purpose === undefined) wrong(`${one.at}.x_directory`, 'purpose_missing');
      else if (packetTemplate(model, purpose) === null) {
        wrong(`${one.at}.x_directory.purpose`, 'unknown');
      }
    }
    const place = one.own?.place;
    if (place !== undefined && !ground.places.has(place)) {
      wrong(`${one.at}.x_directory.place`, 'unknown');
    }
    // Together with what is known already: a file may say one of the two only.
    const old = ground.services.get(one.id);
    const free = one.own?.places_free ?? old?.places_free ?? 0;
    if (free > (one.own?.capacity ?? old?.capacity ?? free)) {
      wrong(`${one.at}.x_directory.places_free`, 'more_than_there_are');
    }
    const youngest = one.minimum_age ?? old?.minimum_age ?? 0;
    if (youngest > (one.maximum_age ?? old?.maximum_age ?? youngest)) {
      wrong(`${one.at}.maximum_age`, 'ends_before_start');
    }
  }
  // A row that could not be read is missed by others: that is said once.
  if (rows.problems.length > 0) return problems;
  for (const one of rows.links.values()) {
    if (!ground.services.has(one.service_id)) wrong(`${one.at}.service_id`, 'unknown');
    if (!ground.locations.has(one.location_id)) wrong(`${one.at}.location_id`, 'unknown');
  }
  return problems;
}

/** Our id of the entry that answers now. */
function standing(known: Known | undefined): string | undefined {
  return known?.standing ?? known?.id;
}

function isMerged(known: Known | undefined): boolean {
  return known?.standing !== undefined && known.standing !== known.id;
}

function serviceLine(one: ServiceRow, ground: Ground, defaults: Defaults) {
  const spoken = (one.document.languages as { code?: string }[] | undefined) ?? [];
  const languages = spoken.flatMap(({ code = '' }) => languageTag.safeParse(code).data ?? []);
  const id = ground.services.get(one.id)?.id;
  const isNew = id === undefined || !ground.known.has(id);
  // What the file does not say is chosen by whoever brings it in, and only where the service is new.
  const chosen = isNew
    ? { need_domain: defaults.need_domain, purpose: defaults.purpose }
    : { need_domain: undefined, purpose: undefined };
  return {
    ...{ id, hsds_id: one.id },
    name: one.own?.names ?? { [defaults.language]: one.name },
    organisation_id:
      standing(ground.organisations.get(one.organisation_id ?? '')) ??
      ground.services.get(one.id)?.organisation_id,
    need_domain: one.own?.need_domain ?? chosen.need_domain,
    purpose: one.own?.purpose ?? chosen.purpose,
    place_id: ground.places.get(one.own?.place ?? ''),
    languages:
      one.document.languages === undefined ? undefined : [...new Set(languages)].slice(0, 12),
    // What was merged away takes what the file says, behind the entry that stays, and no new request.
    active: isMerged(ground.services.get(one.id)) ? undefined : one.active,
    ...{ minimum_age: one.minimum_age, maximum_age: one.maximum_age },
    ...{ serves: one.own?.serves, staff: one.own?.staff, childcare: one.own?.childcare },
    with_own_fields: one.own !== undefined,
    document: withoutOwnAttributes(one.document),
  };
}
