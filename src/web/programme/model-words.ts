import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Receiver, WordListName } from '#domain/case/model-names.ts';

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

export const UNIT_WORDS: Words<ProgrammeModel['timers'][number]['unit']> = {
  hours: msg`hours`,
  working_days: msg`working days`,
  calendar_days: msg`days`,
};

export const RETENTION_UNITS: Words<ProgrammeModel['retention'][number]['unit']> = {
  hours: msg`hours`,
  days: msg`days`,
  years: msg`years`,
};

export const APPLIES_WORDS: Words<ProgrammeModel['timers'][number]['applies_to']> = {
  all: msg`everybody`,
  child: msg`children`,
  adult: msg`adults`,
  urgent: msg`urgent files`,
};

export const FROM_WORDS: Words<ProgrammeModel['retention'][number]['from']> = {
  closed: msg`after support was completed`,
  recorded: msg`after it was written down`,
  answered: msg`after the answer`,
  uploaded: msg`after it was uploaded`,
};

export const AFTERWARDS_WORDS: Words<ProgrammeModel['retention'][number]['afterwards']> = {
  pseudonymise: msg`the name is taken away`,
  erase: msg`it is erased`,
};

export const RECEIVER_WORDS: Words<Receiver> = {
  clinic: msg`Clinic`,
  counsellor: msg`Counsellor`,
  school: msg`School or kindergarten`,
  course: msg`Course`,
  employer: msg`Employer`,
  papers_office: msg`Registry or passport office`,
  benefit_office: msg`Benefit office`,
  housing_office: msg`Housing office`,
  legal_aid: msg`Legal aid`,
  family_service: msg`Family service`,
  community: msg`People nearby`,
  none: msg`Nobody outside`,
};

export const PHASE_WORDS: Words<ProgrammeModel['stages'][number]['phase']> = {
  pre_return: msg`Before the return`,
  reception: msg`In reception`,
  hand_over: msg`Going home from reception`,
  community: msg`At home`,
  aftercare: msg`After support`,
  closed: msg`Completed`,
};

export const ENDING_WORDS: Words<ProgrammeModel['closure_reasons'][number]['ending']> = {
  planned: msg`planned together`,
  abrupt: msg`came suddenly`,
};

/** What kinds of words the check tells apart. */
export const WORD_LIST_WORDS: Words<WordListName> = {
  label: msg`Labels`,
  operation: msg`Names of operations`,
  belief: msg`What somebody believes`,
  loyalty: msg`Loyalty and danger`,
  third_person: msg`Other people`,
  past: msg`What somebody did in the past`,
  judgement: msg`Judgements`,
};
