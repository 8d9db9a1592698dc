import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { More, usePages } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { NEED_WORDS } from './case-words.ts';
import { useLabel } from './labels.ts';
import overview from './overview.module.css';
import { ReachSection } from './reach-section.tsx';
import { TaskList } from './task-list.tsx';
import { TimelineList } from './timeline-section.tsx';
import { useFileTasks } from './use-tasks.ts';

/** The file at a glance: what comes next, every area of life, and what was said last. */
export function OverviewSection({ file }: { readonly file: CaseFile }) {
  const tasks = useFileTasks(file);
  const pages = usePages(tasks, 6);
  const { id } = file.row;
  return (
    <>
      <Section title={<Trans>What comes next</Trans>}>
        {tasks.length === 0 ? (
          <p className={styles.soft} style={{ margin: 0 }}>
            <Trans>Nothing is due.</Trans>
          </p>
        ) : (
          <>
            <TaskList tasks={pages.shown} named={false} />
            <More
              {...{ shown: pages.shown.length, total: tasks.length, more: pages.more }}
              onMore={pages.showMore}
            />
          </>
        )}
      </Section>
      <ReachSection file={file} />
      <Section title={<Trans>Needs at a glance</Trans>}>
        <Needs file={file} />
      </Section>
      <Section
        title={<Trans>Said last</Trans>}
        actions={
          <Link to="/cases/$id/$part" params={{ id, part: 'timeline' }} className={styles.link}>
            <Trans>Whole timeline</Trans>
          </Link>
        }
      >
        <TimelineList file={file} facts={file.facts.slice(-4).toReversed()} />
      </Section>
    </>
  );
}

function Needs({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const { domains } = file.state.need;
  return (
    <ul className={overview.needs}>
      {file.model.need_domains.map(({ code }) => {
        const known = domains[code];
        const value = known?.value ?? 'not_yet_asked';
        return (
          <li key={code}>
            <Link
              to="/cases/$id/$part"
              params={{ id: file.row.id, part: 'needs' }}
              data-tone={known?.conflict === undefined ? value : 'look'}
            >
              <span>{label(file.model.need_domains, code)}</span>
              <span className={overview.value}>
                {known?.conflict === undefined ? (
                  i18n._(NEED_WORDS[value])
                ) : (
                  <Trans>two different answers</Trans>
                )}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
