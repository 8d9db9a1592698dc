import { Trans, useLingui } from '@lingui/react/macro';
import { formatPartialDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';
import { nameText } from './person-name.ts';
import { birthOfRow } from './use-age.ts';

/** Who somebody is, as far as it is written down. */
export function WhoSection({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const { person } = file;
  const birth = birthOfRow(person);
  const languageName = new Intl.DisplayNames([i18n.locale === 'ar-XB' ? 'en' : i18n.locale], {
    type: 'language',
  });
  if (person === null) return null;
  const sex: Record<string, string> = { female: t`female`, male: t`male`, other: t`other` };
  return (
    <Section title={<Trans>Who it is about</Trans>}>
      <dl className={styles.facts}>
        <dt>
          <Trans>Name</Trans>
        </dt>
        <dd>{nameText(person.name)}</dd>
        {person.called == null ? null : (
          <>
            <dt>
              <Trans>Wishes to be called</Trans>
            </dt>
            <dd>{person.called}</dd>
          </>
        )}
        <dt>
          <Trans>Sex</Trans>
        </dt>
        <dd>{sex[person.sex] ?? t`not known`}</dd>
        <dt>
          <Trans>Born</Trans>
        </dt>
        <dd>
          {birth === undefined ? <Trans>not known</Trans> : formatPartialDay(i18n.locale, birth)}
        </dd>
        <dt>
          <Trans>Languages</Trans>
        </dt>
        <dd>
          {person.languages.map((tag) => languageName.of(tag) ?? tag).join(', ') || t`not known`}
          {person.interpreter_needed ? (
            <>
              {' '}
              <span className={styles.tag} data-tone="look">
                <Trans>needs an interpreter</Trans>
              </span>
            </>
          ) : null}
        </dd>
      </dl>
    </Section>
  );
}
