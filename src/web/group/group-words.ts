import { msg } from '@lingui/core/macro';
import type { Sentence } from '../case/fact-words.ts';
import { formatDay } from '../ui/format.ts';

const day = (locale: string, on: unknown) => (typeof on === 'string' ? formatDay(locale, on) : '');

/** What the timeline says of groups. Whether somebody came is a fact of one day and never more. */
export const GROUP_FACTS: Readonly<Record<string, Sentence>> = {
  group_joined: () => msg`The person joined a group.`,
  group_left: () => msg`The person left a group.`,
  group_attendance_noted: (body, { i18n }) => {
    const on = day(i18n.locale, body.on);
    return body.attended === true
      ? msg`The person came to the group on ${on}.`
      : msg`The person did not come to the group on ${on}.`;
  },
};
