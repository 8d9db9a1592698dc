import { msg } from '@lingui/core/macro';
import { formatDay } from '../ui/format.ts';
import type { Body, Sentence } from './fact-words.ts';

export const CATCH_UP_WORDS = {
  keeping_up: msg`Keeps up with the class`,
  on_the_way: msg`On the way`,
  needs_more: msg`Needs more help`,
} as const;

export const LEAVING_WORDS = {
  finished: msg`Finished school`,
  moved_away: msg`Moved away`,
  works: msg`Works`,
  helps_at_home: msg`Helps at home`,
  cost: msg`It costs too much`,
  distance: msg`It is too far`,
  language: msg`The language of the lessons`,
  treated_badly: msg`Was treated badly there`,
  other: msg`Something else`,
  other_school: msg`Goes to another school`,
} as const;

/** 0 is a kindergarten or a preparatory group. */
export const GRADES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const on = (body: Body, locale: string) => formatDay(locale, text(body.on));

/** The sentences of what is said about school. */
export const SCHOOL_FACTS: Readonly<Record<string, Sentence>> = {
  school_prepared: () => msg`A school was found for the child.`,
  school_test_done: (body, { i18n }) => {
    const day = on(body, i18n.locale);
    const grade = String(body.grade);
    return msg`Placement test on ${day}: grade ${grade} fits.`;
  },
  catch_up_agreed: () => msg`A plan for catching up was agreed on.`,
  catch_up_reviewed: (body, { i18n }) => {
    const words = CATCH_UP_WORDS[body.outcome as keyof typeof CATCH_UP_WORDS];
    const how = words === undefined ? '' : i18n._(words);
    return msg`The plan for catching up was looked at again: ${how}`;
  },
  school_started: (body, { i18n }) => {
    const day = on(body, i18n.locale);
    return msg`First day at school on ${day}.`;
  },
  school_week_noted: (body, { i18n }) => {
    const day = formatDay(i18n.locale, text(body.week));
    const present = Number(body.present);
    const days = present + Number(body.absent);
    return body.said_by === 'school'
      ? msg`Week of ${day}, said by the school: there on ${present} of ${days} days.`
      : msg`Week of ${day}: there on ${present} of ${days} days.`;
  },
  school_support_given: () => msg`The child was helped at school.`,
  school_left: (body, { i18n }) => {
    const words = LEAVING_WORDS[body.reason as keyof typeof LEAVING_WORDS];
    const why = words === undefined ? '' : i18n._(words);
    return msg`No longer at this school: ${why}`;
  },
  referral_kept_open: () => msg`The school goes on seeing its request.`,
};
