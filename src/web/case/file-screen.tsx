import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useOpening } from '../device/openings.ts';
import { NotFound } from '../root.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { CaseFile } from './case-file.ts';
import { FileAnswers } from './file-answers.tsx';
import styles from './file-frame.module.css';
import { FileHead } from './file-head.tsx';
import { type FileSection, sectionsFor } from './sections.tsx';
import { useCase } from './use-cases.ts';

/** One file: who it is about, where it stands, and its parts, one at a time. */
export function FileScreen() {
  const { id, part } = useParams({ strict: false });
  const file = useCase(id ?? '');
  const me = useMe();
  if (file === undefined) return <Waiting />;
  if (file === null || me.role === null) return <NotFound />;
  const sections = sectionsFor(me.role).filter((one) => one.shown?.(file) ?? true);
  const section = sections.find((one) => one.code === (part ?? sections[0]?.code));
  if (section === undefined) return <NotFound />;
  return (
    <>
      {/* Over the line the server has logged the opening with the reply. */}
      {hasCaseload(me.role) ? <Opened id={file.row.id} /> : null}
      <Frame file={file} sections={sections} section={section} />
    </>
  );
}

function Opened({ id }: { readonly id: string }) {
  useOpening(id);
  return null;
}

interface FrameProps {
  readonly file: CaseFile;
  readonly sections: readonly FileSection[];
  readonly section: FileSection;
}

function Frame({ file, sections, section }: FrameProps) {
  const { t, i18n } = useLingui();
  const title = i18n._(section.title);
  const name = t`Support file`;
  useEffect(() => {
    // Never a person's name: a title shows on shared screens and in the history.
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    // On a phone the part that was asked for comes first: where the file stands is told at a glance.
    <div className={styles.frame} data-part={section.code}>
      <FileHead file={file} />
      <FileAnswers id={file.row.id} />
      <div className={styles.body}>
        <Parts file={file} sections={sections} section={section} />
        <div className={styles.content}>
          <section.component file={file} />
        </div>
      </div>
    </div>
  );
}

function Parts({ file, sections, section }: FrameProps) {
  const { t, i18n } = useLingui();
  const parts = useRef<HTMLElement>(null);
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen part comes into view
  useEffect(() => {
    bringIntoView(parts.current);
    // The router puts the bar back to where it stood on the screen before: the chosen part has the last word.
    return router.subscribe('onRendered', () => bringIntoView(parts.current));
  }, [section.code, router]);
  const id = file.row.id;
  return (
    <nav
      ref={parts}
      className={`${styles.parts} no-print`}
      aria-label={t`Parts of the support file`}
    >
      {sections.map((one, index) => {
        const current = one.code === section.code;
        return (
          <Link
            key={one.code}
            to={index === 0 ? '/cases/$id' : '/cases/$id/$part'}
            params={index === 0 ? { id } : { id, part: one.code }}
            aria-current={current ? 'page' : undefined}
            data-current={current || undefined}
            activeOptions={{ exact: true }}
          >
            {i18n._(one.title)}
            {one.attention?.(file) ? (
              <>
                <span className={styles.mark} aria-hidden />
                <span className="visually-hidden">
                  <Trans>needs a look</Trans>
                </span>
              </>
            ) : null}
          </Link>
        );
      })}
    </nav>
  );
}

/** Not by `aria-current`: the router says that for the part before until it has gone on. */
function bringIntoView(bar: HTMLElement | null): void {
  const here = bar?.querySelector<HTMLElement>('[data-current]');
  if (!bar || !here) return;
  const [around, own] = [bar.getBoundingClientRect(), here.getBoundingClientRect()];
  // A list under a mouse moves only as far as it must.
  const above = Math.min(0, own.top - around.top);
  bar.scrollBy({
    left: own.left + own.width / 2 - around.left - around.width / 2,
    top: above + Math.max(0, own.bottom - around.bottom),
  });
}
