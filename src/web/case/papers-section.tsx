import { Trans, useLingui } from '@lingui/react/macro';
import { PaperForm } from '../people/change-forms.tsx';
import { Section } from '../ui/page.tsx';
import styles from './case.module.css';
import type { CaseFile } from './case-file.ts';
import { PAPER_STATE_WORDS, PAPER_WORDS } from './case-words.ts';
import { useMay } from './use-may.ts';

/** Identity papers and where they stand; kept with the person, not with the file. */
export function PapersSection({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const { person } = file;
  const papers = person?.papers ?? [];
  const words = (list: typeof PAPER_WORDS, code: string) => {
    const found = list[code];
    return found === undefined ? code : i18n._(found);
  };
  return (
    <Section title={<Trans>Papers</Trans>}>
      {papers.length === 0 ? (
        <p className={styles.soft}>
          <Trans>No paper is written down yet.</Trans>
        </p>
      ) : null}
      <ul className={styles.list}>
        {papers.map((paper) => (
          <li key={`${paper.kind} ${paper.number ?? ''} ${paper.state}`}>
            <div className={styles.tags}>
              <strong>{words(PAPER_WORDS, paper.kind)}</strong>
              <span className={styles.tag} data-tone={paper.state === 'held' ? 'some' : 'look'}>
                {words(PAPER_STATE_WORDS, paper.state)}
              </span>
              {paper.number === undefined ? null : (
                <span className={styles.soft}>{paper.number}</span>
              )}
              {may.append && person !== null ? <PaperForm person={person} paper={paper} /> : null}
            </div>
          </li>
        ))}
      </ul>
      {may.append && person !== null ? <PaperForm person={person} paper={null} /> : null}
    </Section>
  );
}
