import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CourseRow } from '#domain/course/course.ts';
import { formatDay, formatMoney, languageName } from '../ui/format.ts';

/** Typed words keep their own direction among others: `9–13` is no `13–9` where lines run from right to left. */
function asTyped(words: string): string {
  return `\u2068${words}\u2069`;
}

/** What decides whether somebody can go there, in a few words each. */
export function useCourseFacts(): (course: CourseRow) => readonly string[] {
  const { t, i18n } = useLingui();
  return useCallback(
    (one) => {
      const from = formatDay(i18n.locale, one.starts_on);
      const until = one.ends_on === null ? '' : formatDay(i18n.locale, one.ends_on);
      const last = one.wishes_until === null ? '' : formatDay(i18n.locale, one.wishes_until);
      return [
        until === '' ? t`from ${from}` : t`${from} to ${until}`,
        t`${plural(one.seats, { one: '# seat', other: '# seats' })}`,
        one.hours === null ? '' : asTyped(one.hours),
        one.languages.map((tag) => languageName(i18n.locale, tag)).join(', '),
        one.childcare ? t`children are looked after` : '',
        one.cost === null ? t`free of charge` : formatMoney(i18n.locale, one.cost),
        one.open && last !== '' ? t`wishes until ${last}` : '',
      ].filter((word) => word !== '');
    },
    [t, i18n],
  );
}
