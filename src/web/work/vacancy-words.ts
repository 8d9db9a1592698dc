import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AGAINST, ASK, FOR } from '#domain/work/fit.ts';
import type { PAY_PER, VACANCY_HOURS } from '#domain/work/vacancy.ts';

type Words<V extends string> = Readonly<Record<V, MessageDescriptor>>;

export const VACANCY_HOURS_WORDS: Words<(typeof VACANCY_HOURS)[number]> = {
  full: msg`Full days`,
  part: msg`Half days`,
  few: msg`A few hours a week`,
  shift: msg`In shifts`,
};
export const PAY_PER_WORDS: Words<(typeof PAY_PER)[number]> = {
  hour: msg`an hour`,
  day: msg`a day`,
  month: msg`a month`,
  piece: msg`a piece`,
};
export const FOR_WORDS: Words<(typeof FOR)[number]> = {
  wished: msg`wished for`,
  near_a_wish: msg`close to a wish`,
  in_demand: msg`looked for in this area`,
  has_experience: msg`the person has done it`,
  at_home: msg`can be done at home`,
  in_reach: msg`in reach`,
  language: msg`in a language of the person`,
  hours: msg`the hours fit`,
  childcare: msg`children are looked after there`,
  no_papers: msg`missing papers are no obstacle`,
  light: msg`lighter work`,
};
export const AGAINST_WORDS: Words<(typeof AGAINST)[number]> = {
  another_occupation: msg`not what was wished for`,
  experience_needed: msg`experience is asked for`,
  too_far: msg`farther than the person can go`,
  language: msg`in another language`,
  hours: msg`other hours`,
  no_childcare: msg`nobody looks after children there`,
  papers_needed: msg`asks for papers that are missing`,
  heavy: msg`heavy work`,
};
export const ASK_WORDS: Words<(typeof ASK)[number]> = {
  occupation: msg`which occupation it is`,
  distance: msg`where exactly it is`,
  hours: msg`which hours`,
  childcare: msg`who looks after children`,
  papers: msg`which papers are asked for`,
  heavy: msg`how heavy the work is`,
};
