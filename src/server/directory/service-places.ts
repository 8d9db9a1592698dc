import type { Details, ServicePage } from '#domain/directory/directory.ts';
import type { Document } from '#domain/directory/hsds/read-directory.ts';
import type { Acting } from '../database.ts';

interface Row {
  readonly id: string;
  readonly confidential: boolean;
  readonly document: Document;
}

/** Where a service is given; of a confidential place its name and nothing else. */
export async function placesOf(acting: Acting, service: string): Promise<ServicePage['places']> {
  const { rows } = await acting.client.query<Row>(
    `select l.id, l.confidential, l.document
     from service_at_location n join location l on l.id = n.location_id
     where n.service_id = $1 order by n.id`,
    [service],
  );
  return rows.map(({ document, ...row }) => ({
    ...row,
    name: String(document.name ?? ''),
    address: addressOf(document),
    street: firstWords(document.addresses, 'address_1'),
    accessibility: firstWords(document.accessibility, 'description'),
  }));
}

/**
 * Writes down where a service is given: its first place is changed, or made. An address that becomes
 * confidential is taken out of everything that others read, in the same transaction.
 */
export async function keepPlace(
  acting: Acting,
  service: { readonly id: string; readonly organisation_id: string },
  said: Details['place'],
  newId: () => string,
): Promise<void> {
  if (said === null) return;
  const { rows } = await acting.client.query<Row>(
    `select l.id, l.document from service_at_location n join location l on l.id = n.location_id
     where n.service_id = $1 order by n.id limit 1`,
    [service.id],
  );
  const [before] = rows;
  const id = before?.id ?? newId();
  const open = !said.confidential;
  const document = open
    ? openDocument(before?.document ?? {}, said, newId)
    : { name: said.name, location_type: 'physical' };
  const values = [id, said.confidential, document];
  if (before === undefined) {
    await acting.client.query(
      `insert into location (id, confidential, document, organisation_id) values ($1, $2, $3, $4)`,
      [...values, service.organisation_id],
    );
    await acting.client.query(
      'insert into service_at_location (id, service_id, location_id) values ($1, $2, $3)',
      [newId(), service.id, id],
    );
  } else {
    await acting.client.query(
      `update location set confidential = $2, document = $3,
         version = version + 1 where id = $1`,
      values,
    );
  }
  // Kept as it is where only the rest was changed.
  if (open)
    await acting.client.query('delete from confidential_address where location_id = $1', [id]);
  else if (said.address !== null) {
    await acting.client.query(
      `insert into confidential_address (location_id, address) values ($1, $2)
       on conflict (location_id) do update set address = excluded.address,
         version = confidential_address.version + 1`,
      [id, said.address],
    );
  }
}

function openDocument(
  before: Document,
  said: NonNullable<Details['place']>,
  newId: () => string,
): Document {
  const { addresses, accessibility, ...rest } = before;
  const [first, ...others] = (addresses as Document[] | undefined) ?? [];
  const [entrance, ...ways] = (accessibility as Document[] | undefined) ?? [];
  // HSDS asks for all of these; what is not known is an empty text.
  const blank = { city: '', state_province: '', postal_code: '', country: '' };
  const address = { id: newId(), ...blank, address_type: 'physical', ...first };
  return {
    ...{ location_type: 'physical', ...rest, name: said.name },
    ...kept('addresses', said.address, { ...address, address_1: said.address }, others),
    ...kept(
      'accessibility',
      said.accessibility,
      { id: newId(), ...entrance, description: said.accessibility },
      ways,
    ),
  };
}

function kept(key: string, said: string | null, first: Document, others: Document[]): Document {
  const all = said === null ? others : [first, ...others];
  return all.length === 0 ? {} : { [key]: all };
}

function addressOf(document: Document): string | null {
  const [first] = (document.addresses as Record<string, string>[] | undefined) ?? [];
  if (first === undefined) return null;
  const lines = [first.address_1, first.address_2, first.postal_code, first.city, first.region];
  return lines.filter((line) => line !== undefined && line !== '').join(', ');
}

function firstWords(list: unknown, key: string): string | null {
  const [first] = (list as Record<string, string>[] | undefined) ?? [];
  return first?.[key] ?? null;
}
