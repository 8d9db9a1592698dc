import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { maySend, PACKET_FIELDS, type PacketField, RECEIVERS } from '#domain/case/model-names.ts';
import { entriesAt } from './model-document.ts';
import type { Around, Option } from './model-part.ts';

/** What a packet may tell a receiving service. */
export const PACKET_FIELD_WORDS: Readonly<Record<PacketField, MessageDescriptor>> = {
  'person.name': msg`Name`,
  'person.former_names': msg`Former names`,
  'person.birth': msg`Date of birth`,
  'person.sex': msg`Sex`,
  'person.languages': msg`Languages`,
  'person.interpreter_needed': msg`Whether an interpreter is needed`,
  'person.citizenships': msg`Citizenship`,
  'person.papers': msg`Which papers are there and which are missing`,
  'person.contact': msg`How the person can be reached safely`,
  'guardian.name': msg`Name of the guardian`,
  'guardian.contact': msg`How the guardian can be reached safely`,
  'guardian.papers': msg`Papers of the guardian`,
  'household.size': msg`How many live together`,
  'household.children': msg`How many children live there`,
  'place.district': msg`District`,
  'return.arrived_on': msg`Day of the return`,
  'return.from_country': msg`Country of the return`,
  'referral.need': msg`What is needed`,
  'referral.urgent': msg`Whether it is urgent`,
  'referral.words': msg`Words of the support worker`,
  'referral.answer_by': msg`By when an answer is needed`,
  'referral.accompanied': msg`Whether somebody comes along`,
  'worker.name': msg`Name of the support worker`,
  'worker.contact': msg`How the support worker can be reached`,
};

/** What may be in a packet for the purpose that is chosen: what its receiver must not get is not offered. */
export function packetOptions({ i18n, document, entry }: Around): Option[] {
  const purpose = entriesAt(document, 'consent_purposes').find(
    (one) => Reflect.get(one, 'code') === entry?.purpose,
  );
  const named: unknown = purpose === undefined ? undefined : Reflect.get(purpose, 'receiver');
  const receiver = RECEIVERS.find((one) => one === named);
  return PACKET_FIELDS.filter((field) => receiver === undefined || maySend(field, receiver)).map(
    (field) => ({ value: field, label: i18n._(PACKET_FIELD_WORDS[field]) }),
  );
}
