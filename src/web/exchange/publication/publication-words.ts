import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PublicationState, SubjectKind } from '#domain/exchange/publication/publication.ts';
import type { PersonAnswer, PersonRule } from '#domain/person-check.ts';

type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;

export const KIND_WORDS: Words<SubjectKind> = {
  practice: msg`Practice`,
  news: msg`News`,
  evidence: msg`Table of evidence`,
  model: msg`Programme model`,
  minutes: msg`Minutes`,
  material: msg`Material`,
  proceedings: msg`Proceedings`,
  adoption: msg`Taking over`,
  recommendation: msg`Recommendation`,
  picture: msg`Picture`,
  report: msg`Report on a recommendation`,
  translation: msg`New words for a published text`,
  programme: msg`Words of a programme`,
  edition: msg`Announcement of a conference`,
  expert: msg`Form of a name in the directory`,
};
export const PUBLICATION_STATE_WORDS: Words<PublicationState> = {
  waiting: msg`Waits`,
  published: msg`Published`,
  returned: msg`Sent back`,
  taken_down: msg`Taken down`,
};
export const RULE_WORDS: Words<PersonRule> = {
  document_number: msg`A number of a document. It has to be taken out.`,
  phone: msg`A phone number. It may stay only if it is an institution's.`,
  birth_date: msg`A date of birth`,
  coordinates: msg`A place on the map`,
  email: msg`An e-mail address`,
  name_with_age: msg`A name with an age`,
  name_with_place: msg`A name with a place`,
  full_name: msg`A full name`,
  single_story: msg`The story of one person. Tell it as a composite only.`,
  operation: msg`The name of an operation`,
  journey: msg`A flight or a camp with a date`,
};
export const ANSWER_WORDS: Words<PersonAnswer> = {
  public_official: msg`A public official in office`,
  author_or_speaker: msg`An author or speaker who agreed`,
  institution: msg`It belongs to an institution`,
  composite_story: msg`A composite story, nobody is meant`,
  published_source: msg`From a published source`,
  names_nobody: msg`It names nobody`,
};
