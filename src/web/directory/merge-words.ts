import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Reason } from '#domain/directory/alike.ts';
import type { MergeKind } from '#domain/directory/merge.ts';

type Words<Code extends string> = Readonly<Record<Code, ReturnType<typeof msg>>>;

/** Why two entries of the directory may be one. */
export const ALIKE_WORDS: Words<Reason> = {
  same_name: msg`the same name, perhaps in another script`,
  alike_name: msg`nearly the same name`,
  same_phone: msg`the same telephone`,
  same_address: msg`the same address`,
  same_website: msg`the same website`,
  same_organisation: msg`the same organisation`,
  alike_organisation: msg`organisations with nearly the same name`,
  same_place: msg`the same place`,
  same_need: msg`the same area of life`,
};

export const MERGE_KIND_WORDS: Words<MergeKind> = {
  service: msg`Services`,
  organisation: msg`Organisations`,
};

const FIELD_WORDS: Readonly<Record<string, ReturnType<typeof msg>>> = {
  name: msg({ message: 'Name', context: 'of a service or an organisation' }),
  need_domain: msg`Area`,
  kind: msg`Kind`,
  purpose: msg`What consent is asked for`,
  place_id: msg`Where`,
  languages: msg`Languages`,
  note: msg`For support workers`,
  ages: msg`Age`,
  serves: msg`For whom`,
  staff: msg`To be seen by`,
  childcare: msg`Children are looked after`,
  active: msg`Takes new requests`,
  capacity: msg`Places and waiting`,
  'document.description': msg`About the service`,
  'document.eligibility_description': msg`Who can come`,
  'document.fees_description': msg`Cost`,
  'document.phones': msg`Telephone`,
  'document.required_documents': msg`What to bring`,
  'document.schedules': msg`Opening hours`,
  'document.url': msg`Website`,
  'document.website': msg`Website`,
  'document.email': msg`Mail address`,
  'document.contacts': msg`Who to ask for`,
};

/** What a field is called; one that only others know keeps their name for it. */
export function fieldWord(i18n: I18n, field: string): string {
  const word = FIELD_WORDS[field];
  if (word !== undefined) return i18n._(word);
  return field.replace(/^document\./, '').replaceAll('_', ' ');
}
