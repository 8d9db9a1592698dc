import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ContactLines } from '../people/contact-lines.tsx';
import { useLanguageNames } from '../people/lists.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';

/** Before a call or a visit: how the person may be reached, and in which language. */
export function ReachSection({ file }: { readonly file: CaseFile }) {
  const languages = useLanguageNames();
  const { person } = file;
  if (person === null) return null;
  const { contacts } = person;
  // Not every reader of a file may call.
  if (contacts === null && !person.interpreter_needed) return null;
  const language = person.languages.map(languages.nameOf).join(', ');
  return (
    <Section
      title={<Trans>How to reach the person</Trans>}
      actions={
        <Link
          to="/cases/$id/$part"
          params={{ id: file.row.id, part: 'who' }}
          className={styles.link}
        >
          <Trans>Who</Trans>
        </Link>
      }
    >
      {contacts === null ? null : contacts.length === 0 ? (
        <p className={styles.soft} style={{ margin: 0 }}>
          <Trans>Nothing is written down yet. Ask how and when it is safe.</Trans>
        </p>
      ) : (
        <ContactLines contacts={contacts} />
      )}
      {person.interpreter_needed ? (
        <p style={{ marginBlockEnd: 0 }}>
          {language === '' ? (
            <Trans>An interpreter is needed</Trans>
          ) : (
            <Trans>An interpreter is needed: {language}</Trans>
          )}
        </p>
      ) : null}
    </Section>
  );
}
