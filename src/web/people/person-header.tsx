import { Trans, useLingui } from '@lingui/react/macro';
import { personName } from '../case/person-name.ts';
import type { PersonRow } from '../case/rows.ts';
import { useAge } from '../case/use-age.ts';
import styles from '../ui/parts.module.css';
import { useLanguageNames } from './lists.ts';
import { SEX_WORDS, wordOf } from './words.ts';

/** Who it is in two lines: name, age, sex, languages; and what must not be forgotten when meeting. */
export function PersonHeader(props: { readonly person: PersonRow; readonly today: string }) {
  const { t, i18n } = useLingui();
  const age = useAge();
  const languages = useLanguageNames();
  const { person, today } = props;
  const about = [
    age(person, today),
    person.sex === 'unknown' ? '' : wordOf(i18n, SEX_WORDS, person.sex),
    person.languages.map(languages.nameOf).join(', '),
  ];
  const silent = (person.contacts ?? []).some((one) => one.safe.do_not_contact);
  return (
    <div>
      <div className={styles.strong}>{personName(person) || t`Name not yet known`}</div>
      {person.called === null ? null : (
        <div>
          <Trans>wishes to be called {person.called}</Trans>
        </div>
      )}
      <div className={styles.soft}>{about.filter(Boolean).join(' · ')}</div>
      <div className={styles.tags}>
        {person.interpreter_needed ? (
          <span className={styles.tag} data-tone="look">
            <Trans>needs an interpreter</Trans>
          </span>
        ) : null}
        {silent ? (
          <span className={styles.tag} data-tone="look">
            <Trans>one way of contact must not be used</Trans>
          </span>
        ) : null}
      </div>
    </div>
  );
}
