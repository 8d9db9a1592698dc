import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { nameText } from '../case/person-name.ts';
import type { PersonRow } from '../case/rows.ts';
import { useAge } from '../case/use-age.ts';
import { formatPartialDay } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { SEX_WORDS, wordOf } from './words.ts';

interface Known extends Pick<PersonRow, 'birth_date' | 'birth_precision' | 'birth_estimated'> {
  readonly name: PersonRow['name'];
  readonly called: string | null;
  readonly sex: string;
}

/** One person in a list: the name, what tells people of one name apart, and the way to the file. */
export function PersonLine(props: {
  readonly person: Known;
  readonly caseId: string | null;
  readonly today: string;
  readonly more?: readonly (string | null | undefined)[];
  readonly children?: ReactNode;
}) {
  const { t, i18n } = useLingui();
  const age = useAge();
  const { person, caseId, today, more = [] } = props;
  const { birth_date: date, birth_precision: precision } = person;
  const born =
    date === null || precision === null
      ? null
      : t`born ${formatPartialDay(i18n.locale, { date, precision })}`;
  const about = [age(person, today), born, wordOf(i18n, SEX_WORDS, person.sex), ...more];
  const name = nameText(person.name) || (person.called ?? t`Name not yet known`);
  return (
    <>
      {caseId === null ? (
        <span className={styles.strong}>{name}</span>
      ) : (
        <Link to="/cases/$id" params={{ id: caseId }} className={styles.link ?? ''}>
          {name}
        </Link>
      )}
      <div className={styles.soft}>{about.filter(Boolean).join(' · ')}</div>
      {props.children}
    </>
  );
}

/** The calendar day on this device's clock. */
export function todayHere(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
