import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  ANSWER_WAYS,
  CAME_BY,
  COMPLAINT_ABOUT,
  EventKind,
  Outcome,
} from '#domain/complaint/complaint.ts';

type Words<K extends string> = Readonly<Record<K, MessageDescriptor>>;
type About = (typeof COMPLAINT_ABOUT)[number];
type CameBy = (typeof CAME_BY)[number];
type Way = (typeof ANSWER_WAYS)[number];

export const ABOUT_WORDS: Words<About> = {
  worker: msg`The support worker`,
  other_worker: msg`Another worker`,
  interpreter: msg`The interpreter`,
  service: msg`A clinic, a school, an office`,
  programme: msg`How the help is arranged`,
  other: msg`Something else`,
};

export const CAME_BY_WORDS: Words<CameBy> = {
  self: msg`The person said it`,
  helper: msg`A helper said it for the person`,
  paper: msg`On paper`,
  recording: msg`As a recording`,
  telephone: msg`By telephone`,
};

export const WAY_WORDS: Words<Way> = {
  code: msg`Read here, with a code`,
  telephone: msg`By telephone`,
  in_person: msg`In person`,
  helper: msg`Through somebody trusted`,
};

export const STANDING_WORDS: Words<'waiting' | 'heard' | 'answered'> = {
  waiting: msg`Not yet acknowledged`,
  heard: msg`Being looked into`,
  answered: msg`Answered`,
};

export const OUTCOME_WORDS: Words<Outcome> = {
  upheld: msg`The complaint is right`,
  partly_upheld: msg`The complaint is partly right`,
  not_upheld: msg`The complaint was not found right`,
  passed_on: msg`Passed on to others, with the person’s yes`,
};

/** As the officer reads it. */
export const STEP_WORDS: Words<EventKind> = {
  received: msg`Received`,
  acknowledged: msg`Acknowledged`,
  asked: msg`Asked the person`,
  replied: msg`The person wrote`,
  noted: msg`Note of the officer`,
  decided: msg`Answered`,
};

/** As whoever holds the code reads it. */
export const TOLD_WORDS: Words<EventKind> = {
  received: msg`We have received your words.`,
  acknowledged: msg`They have been read. They are being looked into.`,
  asked: msg`There is a question for you.`,
  replied: msg`You wrote:`,
  noted: msg`It is being looked into.`,
  decided: msg`This is the answer.`,
};

export const TOLD_OUTCOME_WORDS: Words<Outcome> = {
  upheld: msg`You are right.`,
  partly_upheld: msg`You are right in part.`,
  not_upheld: msg`We found something else than what you said.`,
  passed_on: msg`As you agreed, it was passed on to others.`,
};
