import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { adulthood, ageOn, type Birth } from '#domain/people/birth.ts';
import type { PersonRow } from './rows.ts';

type Born = Pick<PersonRow, 'birth_date' | 'birth_precision' | 'birth_estimated'>;

/** The birth date of a row as the domain knows it, or undefined where none is written down. */
export function birthOfRow(person: Born | null): Birth | undefined {
  if (person?.birth_date == null || person.birth_precision === null) return undefined;
  const { birth_date: date, birth_precision: precision, birth_estimated } = person;
  return { date, precision, estimated: birth_estimated ?? false };
}

/** Whether somebody may be a child today: who may be one is treated as one. */
export function maybeChild(person: Born | null, today: string): boolean {
  return adulthood(birthOfRow(person), today) !== 'adult';
}

/** "12 years", "8 months", "about 30 years"; empty where no birth date is known. */
export function useAge() {
  const { t } = useLingui();
  return (person: Born | null, today: string): string => {
    const birth = birthOfRow(person);
    const age = birth && ageOn(birth, today);
    if (birth === undefined || age === undefined) return '';
    const years = age.least;
    const exact = age.least === age.most && !birth.estimated;
    if (exact && years === 0 && birth.precision !== 'year') {
      const months = monthsSince(birth.date, today);
      return t`${plural(months, { one: '# month', other: '# months' })}`;
    }
    return exact
      ? t`${plural(years, { one: '# year', other: '# years' })}`
      : t`about ${plural(years, { one: '# year', other: '# years' })}`;
  };
}

function monthsSince(date: string, today: string): number {
  const months =
    (Number(today.slice(0, 4)) - Number(date.slice(0, 4))) * 12 +
    Number(today.slice(5, 7)) -
    Number(date.slice(5, 7));
  return Math.max(0, today.slice(8) < date.slice(8) ? months - 1 : months);
}
