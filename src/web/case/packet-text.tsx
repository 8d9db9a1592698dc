import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PacketContent } from '#domain/case/packet.ts';
import { formatDay, formatPartialDay, labelIn, languageName } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { nameText } from './person-name.ts';

/** A packet as its receiver reads it, line by line; what is not in it shows as nothing. */
export function PacketText({ content }: { readonly content: PacketContent }) {
  const { t, i18n } = useLingui();
  const { person, request, household, interpreter, safe_contact, place, worker } = content;
  const spoken = interpreter.language && languageName(i18n.locale, interpreter.language);
  const contacts = safe_contact.contacts.map((one) => one.value);
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t`Name`, person.name === undefined ? null : nameText(person.name)],
    [t`Date of birth`, person.birth ? formatPartialDay(i18n.locale, person.birth) : null],
    [t`Languages`, person.languages?.map((one) => languageName(i18n.locale, one)).join(', ')],
    [t`Interpreter`, interpreter.needed ? t`needed: ${spoken ?? ''}` : null],
    [
      t`How the person may be reached`,
      [...contacts, safe_contact.words].filter(Boolean).join('; '),
    ],
    [t`Guardian`, content.guardians?.map((one) => (one.name ? nameText(one.name) : '')).join(', ')],
    [t`Household`, household?.size],
    [t`District`, place ? labelIn(i18n.locale, place) : null],
    [t`What is needed`, request.need],
    [t`In words`, request.words],
    [t`By when to answer`, request.answer_by ? formatDay(i18n.locale, request.answer_by) : null],
    [t`Support worker`, worker?.name],
  ];
  const told = lines.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={styles.facts}>
      {told.map(([title, value]) => (
        <div key={title} style={{ display: 'contents' }}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {person.papers === undefined ? null : (
        <>
          <dt>
            <Trans>Papers</Trans>
          </dt>
          <dd>{person.papers.length}</dd>
        </>
      )}
    </dl>
  );
}
