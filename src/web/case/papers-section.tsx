import { Trans, useLingui } from '@lingui/react/macro';
import { documentKindOf, documentKinds } from '#domain/case/document-kind.ts';
import { withIssued } from '#domain/case/document-path.ts';
import { documentsOf, isUnderWay, keptApart } from '#domain/case/document-state.ts';
import type { Paper } from '#domain/people/person.ts';
import { PaperForm } from '../people/change-forms.tsx';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { PAPER_STATE_WORDS, PAPER_WORDS } from './case-words.ts';
import { DocumentBegin } from './document-begin.tsx';
import { ApartLine, DocumentCard } from './document-card.tsx';
import { DocumentPicture } from './document-picture.tsx';
import { useMay } from './use-may.ts';

/** Papers: those on their way, what waits for what, and those that the person has or misses. */
export function PapersSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const { model, state } = file;
  const papers = asKnown(file);
  const all = documentsOf(state.document);
  const open = all.filter(isUnderWay);
  const ended = all.filter((one) => !isUnderWay(one)).toReversed();
  const apart = keptApart(state.document);
  const known = documentKinds(model).length > 0;
  return (
    <>
      <Section title={<Trans>Papers on their way</Trans>}>
        {open.length + apart.length > 0 ? null : (
          <p className={styles.soft}>
            <Trans>No paper is being applied for.</Trans>
          </p>
        )}
        <ul className={styles.list}>
          {open.map((one) => (
            <DocumentCard key={one.document_id} file={file} document={one} />
          ))}
          {apart.map((one) => (
            <ApartLine key={one.document_id} next_on={one.next_on} />
          ))}
        </ul>
        {may.append && known ? <DocumentBegin file={file} /> : null}
        {ended.length === 0 ? null : (
          <details>
            <summary>
              <Trans>Earlier applications</Trans>
            </summary>
            <ul className={styles.list}>
              {ended.map((one) => (
                <DocumentCard key={one.document_id} file={file} document={one} />
              ))}
            </ul>
          </details>
        )}
      </Section>
      {known ? (
        <Section title={<Trans>What waits for what</Trans>}>
          <DocumentPicture file={file} papers={papers} />
        </Section>
      ) : null}
      <PapersInHand file={file} papers={papers} />
    </>
  );
}

/** The person's papers, with those whose issuing is written down and not yet given back by a pull. */
function asKnown({ model, state, facts, ahead, person }: CaseFile): readonly Paper[] {
  let papers: readonly Paper[] = person?.papers ?? [];
  for (const { kind, body, id } of facts) {
    if (kind !== 'document_issued' || !ahead.has(id)) continue;
    const { document_id } = body as { readonly document_id: string };
    const issued = state.document.documents[document_id];
    const paper = documentKindOf(model, issued?.kind ?? '')?.paper;
    if (paper !== undefined) papers = withIssued(papers, paper);
  }
  return papers;
}

/** Identity papers and where they are; kept with the person, not with the file. */
function PapersInHand({ file, papers }: { readonly file: CaseFile; papers: readonly Paper[] }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const { person } = file;
  const words = (list: typeof PAPER_WORDS, code: string) => {
    const found = list[code];
    return found === undefined ? code : i18n._(found);
  };
  return (
    <Section title={<Trans>Papers in hand, lost or never had</Trans>}>
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
              {may.append && person?.papers.includes(paper) ? (
                <PaperForm person={person} paper={paper} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {may.append && person !== null ? <PaperForm person={person} paper={null} /> : null}
    </Section>
  );
}
