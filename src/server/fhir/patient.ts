import type {
  ContactPoint,
  Extension,
  HumanName,
  Patient,
  PatientContact,
} from '@medplum/fhirtypes';
import type { PacketContent } from '#domain/case/packet.ts';
import { concept, extended, labelOf, type Speaking, withoutEmpty } from './codes.ts';
import { changedAt, type ReadablePacket, versionOf } from './packet-rows.ts';

type Person = PacketContent['person'];
type Name = NonNullable<Person['name']>;
type Telling = PacketContent['safe_contact']['contacts'][number];

/**
 * The person of one packet and nothing beside it: each referral has a Patient of its own, so that two
 * packets of one person are not said to be hers. What a template may tell of the return is not told here.
 */
export function patientOf(packet: ReadablePacket, speaking: Speaking): Patient {
  const { person, safe_contact, interpreter, guardians, household, place } = packet.content;
  const patient: Patient = {
    resourceType: 'Patient',
    id: packet.referral_id,
    meta: { versionId: versionOf(packet), lastUpdated: changedAt(packet) },
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
        valueBoolean: interpreter.needed,
      },
      ...safeWords(safe_contact.words, speaking),
      ...(person.citizenships ?? []).map(citizenship),
      ...papers(person.papers ?? [], speaking),
      ...numbers(household, speaking),
    ],
    name: [
      ...(person.name === undefined ? [] : [named(person.name)]),
      ...(person.former_names ?? []).map((name) => ({ ...named(name), use: 'old' as const })),
    ],
    telecom: safe_contact.contacts.map((one) => telecom(one, speaking)),
    ...(person.sex === undefined ? {} : { gender: person.sex }),
    ...(person.birth == null ? {} : { birthDate: partialDate(person.birth) }),
    address: place == null ? [] : [{ district: labelOf(place) }],
    contact: (guardians ?? []).map((one) => guardian(one, speaking)),
    communication: spoken(person.languages ?? [], interpreter.language),
  };
  return withoutEmpty(patient);
}

function named({ kind, given, patronymic, family, single }: Name): HumanName {
  const first = [given, patronymic].filter((part) => part !== undefined);
  return {
    use: kind === 'former' ? 'old' : 'usual',
    ...(family === undefined ? {} : { family }),
    ...(first.length === 0 ? {} : { given: first }),
    ...(single === undefined ? {} : { text: single }),
  };
}

/** As exactly as it is known and no more exactly. */
function partialDate({ date, precision }: NonNullable<Person['birth']>): string {
  if (precision === 'year') return date.slice(0, 4);
  return precision === 'month' ? date.slice(0, 7) : date;
}

const SYSTEM_OF: Readonly<Record<string, NonNullable<ContactPoint['system']>>> = {
  telephone: 'phone',
  message: 'sms',
  email: 'email',
};

/** A contact together with its rule: without the rule it could do harm. */
function telecom(telling: Telling, speaking: Speaking): ContactPoint {
  const { channel, value, times, who_may_answer, code_word_agreed } = telling;
  const rule: Extension[] = [
    { url: 'channel', valueCode: channel },
    { url: 'code-word-agreed', valueBoolean: code_word_agreed },
    ...(who_may_answer === undefined
      ? []
      : [{ url: 'who-may-answer', valueString: who_may_answer }]),
    ...times.map(({ days, from, to }) => ({
      url: 'time',
      valueString: `${days.join(',')} ${from}-${to}`,
    })),
  ];
  return {
    system: SYSTEM_OF[channel] ?? 'other',
    value,
    extension: [extended(speaking, 'safe-contact', { extension: rule })],
  };
}

function safeWords(words: string | null, speaking: Speaking): Extension[] {
  return words === null ? [] : [extended(speaking, 'safe-contact-words', { valueString: words })];
}

function citizenship(code: string): Extension {
  const system = 'urn:iso:std:iso:3166';
  const valueCodeableConcept = { coding: [{ system, code }] };
  return {
    url: 'http://hl7.org/fhir/StructureDefinition/patient-citizenship',
    extension: [{ url: 'code', valueCodeableConcept }],
  };
}

function papers(states: NonNullable<Person['papers']>, speaking: Speaking): Extension[] {
  return states.map(({ kind, state }) =>
    extended(speaking, 'paper', {
      extension: [
        { url: 'kind', valueCode: kind },
        { url: 'state', valueCode: state },
      ],
    }),
  );
}

function numbers(household: PacketContent['household'], speaking: Speaking): Extension[] {
  const { size, children } = household ?? {};
  return [
    ...(size === undefined ? [] : [extended(speaking, 'household-size', { valueInteger: size })]),
    ...(children === undefined
      ? []
      : [extended(speaking, 'household-children', { valueInteger: children })]),
  ];
}

function guardian(
  one: NonNullable<PacketContent['guardians']>[number],
  speaking: Speaking,
): PatientContact {
  return {
    relationship: [concept(speaking, 'guardian', one.kind)],
    ...(one.name == null ? {} : { name: named(one.name) }),
    telecom: (one.contacts ?? []).map((contact) => telecom(contact, speaking)),
    extension: papers(one.papers ?? [], speaking),
  };
}

/** BCP 47, as FHIR wants it; the one to interpret into is the preferred. */
function spoken(languages: readonly string[], interpreter: string | null) {
  const all = [...new Set([...languages, ...(interpreter === null ? [] : [interpreter])])];
  return all.map((code) => ({
    language: { coding: [{ system: 'urn:ietf:bcp:47', code }] },
    ...(code === interpreter ? { preferred: true } : {}),
  }));
}
