import { fieldsOf, type PacketContent, type PacketSource, packetOf } from '#domain/case/packet.ts';
import { packetTemplate } from '#domain/case/packet-template.ts';
import type { Referral } from '#domain/case/referral-state.ts';
import type { Labels } from '#domain/text.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { PersonRow } from '../case/rows.ts';
import type { Register } from '../people/overlay.ts';

/** What of a file a packet is made from. */
type HeldFile = Pick<CaseFile, 'model'> & {
  readonly row: Pick<CaseFile['row'], 'person_id'>;
  readonly state: Pick<CaseFile['state'], 'need'>;
  readonly situation: Pick<CaseFile['situation'], 'today'>;
};

type Asked = Parameters<typeof packetOf>[1] &
  Pick<Referral, 'purpose' | 'fields' | 'need_id' | 'ground'>;

interface Around {
  readonly register: Register;
  readonly place: Labels | null;
  readonly worker: string | null;
}

/**
 * The packet of a referral out of what this device holds, by the same rules as the server's, for paper
 * where there is no line. The rows came with the rights of whoever carries them: what is beyond reach is
 * not here, and stands as unknown. Null where nothing may be told for this purpose.
 */
export function heldPacket(
  file: HeldFile,
  referral: Asked,
  { register, place, worker }: Around,
): PacketContent | null {
  const template = packetTemplate(file.model, referral.purpose);
  const person = register.people.get(file.row.person_id);
  if (template === null || person === undefined) return null;
  const byLaw = referral.ground != null && 'basis_id' in referral.ground;
  const source: PacketSource = {
    person: {
      ...{ name: person.name, former_names: person.former_names, sex: person.sex },
      ...{ languages: [...person.languages], citizenships: [...person.citizenships] },
      birth:
        person.birth_date === null || person.birth_precision === null
          ? null
          : {
              ...{ date: person.birth_date, precision: person.birth_precision },
              estimated: person.birth_estimated ?? false,
            },
      papers: papersOf(person),
    },
    contacts: person.contacts ?? [],
    guardians: guardiansOf(person).map(({ kind, id }) => {
      const who = register.people.get(id);
      return {
        ...{ kind, name: who?.name ?? null, contacts: who?.contacts ?? [] },
        papers: who === undefined ? [] : papersOf(who),
      };
    }),
    household: householdOf(person, register, Number(file.situation.today.slice(0, 4))),
    place,
    returned: returnOf(person),
    need:
      referral.need_id === undefined
        ? null
        : (file.state.need.needs[referral.need_id]?.domain ?? null),
    worker_name: worker,
  };
  return packetOf(source, referral, fieldsOf(referral.fields, template, byLaw), template.receiver);
}

/** Which papers there are and which are missing; never a number. */
function papersOf({ papers }: PersonRow): PacketSource['guardians'][number]['papers'] {
  return papers.map(({ kind, state }) => ({ kind, state }));
}

/** Whose guardianship nobody contests, and parents who are there. */
function guardiansOf({
  guardianship,
  kinship,
}: PersonRow): readonly { kind: string; id: string }[] {
  return [
    ...guardianship.flatMap(({ kind, guardian_id, contested, until_day }) =>
      contested || until_day !== null || guardian_id === null ? [] : [{ kind, id: guardian_id }],
    ),
    ...kinship.flatMap(({ kind, relative_id, parent_state }) =>
      (kind === 'mother' || kind === 'father') && parent_state === 'present' && relative_id !== null
        ? [{ kind, id: relative_id }]
        : [],
    ),
  ].toSorted((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
}

function householdOf(
  person: PersonRow,
  { households }: Register,
  year: number,
): PacketSource['household'] {
  const living = person.household_ids
    .flatMap((id) => households.get(id)?.members ?? [])
    .filter(({ until_day }) => until_day === null);
  const years = new Map(living.map((one) => [one.person_id, one.birth_year]));
  const children = [...years.values()].filter((born) => born !== null && born > year - 18);
  return { size: Math.max(years.size, 1), children: children.length };
}

/** The latest return; without a day, none came after it. */
function returnOf({ returns }: PersonRow): PacketSource['returned'] {
  const [last] = returns.toSorted((a, b) => (b.arrived_on ?? '').localeCompare(a.arrived_on ?? ''));
  return { arrived_on: last?.arrived_on ?? null, from_country: last?.from_country ?? null };
}
