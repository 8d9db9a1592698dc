import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Contact } from '#domain/people/person.ts';
import styles from '../ui/parts.module.css';
import { timesText } from './safe-times.ts';
import { CHANNEL_WORDS, wordOf } from './words.ts';

interface ContactLinesProps {
  readonly contacts: readonly Contact[];
  /** What can be done about one, at the end of its line. */
  readonly action?: (contact: Contact) => ReactNode;
}

/** How somebody may be reached, each with its own rule before the number can be tapped. */
export function ContactLines({ contacts, action }: ContactLinesProps) {
  const { t, i18n } = useLingui();
  return (
    <ul className={styles.list}>
      {contacts.map((one) => {
        const { safe } = one;
        const times = timesText(i18n, safe.times);
        const rules = [
          times === '' ? '' : t`only ${times}`,
          safe.who_may_answer === undefined ? '' : t`may pick up: ${safe.who_may_answer}`,
          safe.code_word === undefined ? '' : t`say first: “${safe.code_word}”`,
        ];
        return (
          <li key={`${one.channel} ${one.value}`}>
            <div className={styles.item}>
              <div>
                <Value contact={one} />{' '}
                <span className={styles.soft}>{wordOf(i18n, CHANNEL_WORDS, one.channel)}</span>
                {safe.do_not_contact ? (
                  <div>
                    <span className={styles.tag} data-tone="urgent">
                      <Trans>do not use</Trans>
                    </span>
                  </div>
                ) : (
                  <div className={styles.soft}>{rules.filter(Boolean).join(' · ')}</div>
                )}
              </div>
              {action?.(one)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A telephone number is one tap away, unless the person does not wish to be called there. */
function Value({ contact: { channel, value, safe } }: { readonly contact: Contact }) {
  if (channel !== 'telephone' || safe.do_not_contact) {
    return (
      <strong>
        <bdi>{value}</bdi>
      </strong>
    );
  }
  return (
    <a href={`tel:${value.replace(/[^\d+]/g, '')}`} className={styles.link}>
      <bdi dir="ltr">{value}</bdi>
    </a>
  );
}
