import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { FieldProblem } from '#domain/problem.ts';
import type { Draft } from '#domain/programme/model-draft.ts';
import { fieldMessage } from '../field-messages.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { DraftFile } from './draft-file.tsx';
import { isMeant } from './model-changes.tsx';
import styles from './model-draft.module.css';
import { NOT_EDITED, PART_GROUPS } from './model-parts.ts';
import { partOf, placeWords } from './model-place.ts';

/** Every part of the draft under its heading, the way to its form, and what no form changes and why. */
export function DraftParts({ draft }: { readonly draft: Draft }) {
  const { i18n } = useLingui();
  const untouched = Object.entries(NOT_EDITED).flatMap(([path, reason]) =>
    (path.split('.')[0] ?? '') in draft.document ? reason : [],
  );
  return (
    <Section title={<Trans>Parts</Trans>}>
      <div className={styles.groups}>
        {PART_GROUPS.map((group) => (
          <section key={group.title.id}>
            <h3>{i18n._(group.title)}</h3>
            <ul className={styles.entries}>
              {group.parts.map((part) => (
                <li key={part.path} className={`${styles.line} ${styles.pick}`}>
                  <div>
                    <Link to="/model/draft/$part" params={{ part: part.path || 'programme' }}>
                      {i18n._(part.title)}
                    </Link>
                  </div>
                  <PartTags draft={draft} path={part.path} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <h3>
        <Trans>What no form changes</Trans>
      </h3>
      <ul className={parts.soft}>
        {[...new Set(untouched)].map((reason) => (
          <li key={reason.id}>{i18n._(reason)}</li>
        ))}
      </ul>
      <DraftFile draft={draft} />
    </Section>
  );
}

/** How much of a part is different or wrong. */
function PartTags({ draft, path }: { readonly draft: Draft; readonly path: string }) {
  const here = (place: string) => partOf(place)?.path === path;
  const changes = draft.changes.filter((one) => isMeant(one) && here(one.path)).length;
  const faults = draft.problems.filter((one) => here(bare(one))).length;
  return (
    <div className={parts.tags}>
      {faults === 0 ? null : (
        <span className={parts.tag} data-tone="urgent">
          <Trans>to mend: {faults}</Trans>
        </span>
      )}
      {changes === 0 ? null : (
        <span className={parts.tag} data-tone="some">
          <Trans>different: {changes}</Trans>
        </span>
      )}
    </div>
  );
}

/** Each fault as a sentence with its place, and the way there. */
export function DraftFaults({ draft }: { readonly draft: Draft }) {
  const { i18n } = useLingui();
  if (draft.problems.length === 0) return null;
  return (
    <Section title={<Trans>To mend before it can be tried or published</Trans>}>
      <ul className={styles.wrong}>
        {draft.problems.slice(0, 30).map((fault) => {
          const path = bare(fault);
          const part = partOf(path);
          const words = placeWords(i18n, path, [draft.document]);
          return (
            <li key={`${fault.path} ${fault.code}`}>
              {part === undefined ? (
                words
              ) : (
                <Link to="/model/draft/$part" params={{ part: part.path || 'programme' }}>
                  {words}
                </Link>
              )}
              : {i18n._(fieldMessage(fault.code, fault.details).id, { ...fault.details })}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function bare({ path }: Pick<FieldProblem, 'path'>): string {
  return path.replace(/^model\./, '');
}
