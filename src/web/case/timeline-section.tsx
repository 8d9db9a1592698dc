import { Trans, useLingui } from '@lingui/react/macro';
import { IconCloudUpload, IconLock } from '@tabler/icons-react';
import { More, usePages } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { READER_WORDS } from './case-words.ts';
import { CorrectWords } from './correct-words.tsx';
import { tell } from './fact-words.ts';
import { useTeller } from './use-teller.ts';
import { useTelling } from './use-telling.ts';

/** Everything that was said about the file, the newest first; what is not yet sent is marked. */
export function TimelineSection({ file }: { readonly file: CaseFile }) {
  const facts = file.facts.toReversed();
  const pages = usePages(facts, 50);
  return (
    <Section title={<Trans>Timeline</Trans>}>
      <TimelineList file={file} facts={pages.shown} />
      <More
        shown={pages.shown.length}
        total={facts.length}
        more={pages.more}
        onMore={pages.showMore}
      />
    </Section>
  );
}

interface TimelineListProps {
  readonly file: CaseFile;
  readonly facts: CaseFile['facts'];
}

export function TimelineList({ file, facts }: TimelineListProps) {
  const { i18n } = useLingui();
  const telling = useTelling(file);
  const teller = useTeller(file);
  return (
    <ul className={styles.list}>
      {facts.map((fact) => {
        const { text, words } = tell(fact, telling);
        return (
          <li key={fact.id}>
            <div className={fact.body === null ? styles.soft : undefined}>{text}</div>
            {words.map((one) => (
              <p key={one} className={styles.quote}>
                {one}
              </p>
            ))}
            <div className={`${styles.tags} ${styles.soft}`}>
              <span>
                {teller.who(fact)} · {teller.when(fact)}
              </span>
              {fact.compartment === 'general' ? null : (
                <span className={styles.tag}>
                  <IconLock size={16} aria-hidden />
                  {i18n._(READER_WORDS[fact.compartment])}
                </span>
              )}
              {file.state.correction.corrected[fact.id] === undefined ? null : (
                <span className={styles.tag}>
                  <Trans>corrected later</Trans>
                </span>
              )}
              {file.unsent.has(fact.id) ? (
                <span className={styles.tag} data-tone="look">
                  <IconCloudUpload size={16} aria-hidden />
                  <Trans>not yet sent</Trans>
                </span>
              ) : null}
            </div>
            <CorrectWords file={file} fact={fact} />
          </li>
        );
      })}
    </ul>
  );
}
