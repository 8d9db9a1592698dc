import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ArrivalList, ListReport } from '#domain/arrival/list.ts';
import { PROBLEMS, type Problem, type ProblemCode } from '#domain/problem.ts';
import { formatMoment } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { Steps } from '../ui/steps.tsx';
import { Waiting } from '../ui/waiting.tsx';
import styles from './arrival.module.css';
import { CheckResult } from './check-result.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { ImportProgress } from './import-progress.tsx';
import { Questions } from './questions.tsx';
import { isWorking, type Tell, useList } from './use-list.ts';
import { STATE_WORDS } from './words.ts';

/** One arrival list on its way: columns, check, import, report, undo. */
export function ListScreen() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ from: '/arrivals/$id' });
  const { list, missing, problem, busy, tell } = useList(id);
  const [mapping, setMapping] = useState(false);
  const titles = [t`File`, t`Columns`, t`Check`, t`Import`];
  if (list === undefined) {
    return (
      <Page title={t`Arrival list`}>
        {missing === undefined ? <Waiting /> : <ProblemText problem={missing} />}
      </Page>
    );
  }
  const may = (ability: ArrivalList['abilities'][number]) => list.abilities.includes(ability);
  const columns = may('map') && (list.state === 'open' || mapping || list.stalled);
  const uploaded = formatMoment(i18n.locale, list.uploaded_at);
  return (
    <Page
      title={t`Arrival list`}
      intro={`${uploaded} · ${i18n._(STATE_WORDS[list.state])}`}
      wide
      actions={
        <Button component={Link} to="/arrivals" variant="default">
          <Trans>All lists</Trans>
        </Button>
      }
    >
      {given(list) ? null : <Steps titles={titles} current={stepOf(list, columns)} />}
      <div className={styles.stack}>
        <ProblemText problem={inWords(problem)} />
        <LastProblem list={list} />
      </div>
      {isWorking(list) ? <ImportProgress list={list} /> : null}
      {columns ? (
        <ColumnsForm
          key={list.id}
          list={list}
          busy={busy}
          tell={tell}
          onChecked={() => setMapping(false)}
        />
      ) : null}
      {list.state === 'checked' && !columns ? (
        <Checked list={list} busy={busy} tell={tell} onColumns={() => setMapping(true)} />
      ) : null}
      <Acts list={list} busy={busy} tell={tell} />
      {list.report !== null && !columns && list.state !== 'checked' && !isWorking(list) ? (
        <CheckResult report={list.report} />
      ) : null}
    </Page>
  );
}

/** True where nothing of the list came in, or stayed. */
function given({ state }: ArrivalList): boolean {
  return state === 'cancelled' || state === 'expired' || state === 'undone';
}

function stepOf(list: ArrivalList, columns: boolean): number {
  if (columns) return 1;
  return list.state === 'checking' || list.state === 'checked' || list.state === 'open' ? 2 : 3;
}

/** That a column with names is missing says itself where it belongs. */
function inWords(problem: Problem | undefined): Problem | undefined {
  if (problem?.fields === undefined) return problem;
  const fields = problem.fields.map((one) =>
    one.code === 'name_required' ? { ...one, path: '' } : one,
  );
  return { ...problem, fields };
}

/** Why the last check or import did not come to its end. */
function LastProblem({ list }: { readonly list: ArrivalList }) {
  if (list.stalled) return <ProblemText problem={{ code: 'list_cut' }} />;
  if (list.problem === null) return null;
  const { code, details } = list.problem;
  if (!isProblemCode(code)) return null;
  return <ProblemText problem={{ code, ...(details === undefined ? {} : { details }) }} />;
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

interface PartProps {
  readonly list: ArrivalList;
  readonly busy: boolean;
  readonly tell: Tell;
}

function Checked({ list, busy, tell, onColumns }: PartProps & { readonly onColumns: () => void }) {
  if (list.report === null) return null;
  return (
    <>
      {list.report.questions.length > 0 ? <Questions list={list} busy={busy} tell={tell} /> : null}
      <SameListAgain counts={list.report.counts} />
      <CheckResult report={list.report} />
      <Section title={<Trans>And now?</Trans>}>
        <div className={styles.row}>
          {list.abilities.includes('import') ? (
            <Button loading={busy} onClick={() => void tell('/import', { method: 'POST' })}>
              <Trans>Import the list</Trans>
            </Button>
          ) : (
            <Notice>
              {list.report.questions.length > 0 ? (
                <Trans>First answer the questions at the top of this page.</Trans>
              ) : (
                <Trans>The list cannot be imported yet. Please see above what is missing.</Trans>
              )}
            </Notice>
          )}
          <Button variant="default" onClick={onColumns}>
            <Trans>Change the columns</Trans>
          </Button>
        </div>
      </Section>
    </>
  );
}

/** A list that was imported once would give everybody a second file: said before, not after. */
function SameListAgain({ counts }: Pick<ListReport, 'counts'>) {
  const { known_before: known, rows } = counts;
  if (known < 3 || known * 2 < rows) return null;
  return (
    <Notice>
      <Trans>
        {known} of {rows} rows look like somebody known already. Was this list imported before? Then
        give it up: imported again, everybody on it would get a second support file.
      </Trans>
    </Notice>
  );
}

/** What else can be done: go on, undo, give up. */
function Acts({ list, busy, tell }: PartProps) {
  const { t } = useLingui();
  const going = list.state === 'interrupted' || (list.stalled && list.state === 'importing');
  if (list.state === 'imported') {
    const alike = (list.report?.known_before.length ?? 0) + (list.report?.duplicates.length ?? 0);
    return (
      <Section title={<Trans>The list is imported</Trans>}>
        <div className={styles.stack}>
          <p className={styles.result}>
            <Plural
              value={list.rows_done}
              one="# person has a support file now."
              other="# people have a support file now."
            />
          </p>
          <div className={styles.row}>
            <Button component={Link} to="/hand-over">
              <Trans>Hand over to support workers</Trans>
            </Button>
            {alike > 0 ? (
              <Button component={Link} to="/duplicates" variant="default">
                <Trans>Likely duplicates</Trans>
              </Button>
            ) : null}
            <Undo busy={busy} tell={tell} />
          </div>
          <p className={styles.soft}>
            <Trans>
              An import can be undone while nobody has worked on one of its support files.
            </Trans>
          </p>
        </div>
      </Section>
    );
  }
  if (going) {
    return (
      <Section title={<Trans>The import was interrupted</Trans>}>
        <div className={styles.row}>
          <Button loading={busy} onClick={() => void tell('/import', { method: 'POST' })}>
            <Trans>Go on with the import</Trans>
          </Button>
          <Undo busy={busy} tell={tell} />
        </div>
      </Section>
    );
  }
  if (!list.abilities.includes('cancel')) return null;
  return (
    <Button
      variant="subtle"
      color="clay"
      loading={busy}
      aria-label={t`Give this list up and remove the file`}
      onClick={() => void tell('', { method: 'DELETE' })}
    >
      <Trans>Give this list up</Trans>
    </Button>
  );
}

/** Takes many files back at once: asked a second time before it happens. */
function Undo({ busy, tell }: Omit<PartProps, 'list'>) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        <Trans>Undo the import</Trans>
      </Button>
    );
  }
  return (
    <>
      <Button
        color="clay"
        variant="light"
        loading={busy}
        onClick={() => void tell('/undo', { method: 'POST' })}
      >
        <Trans>Take all of them back</Trans>
      </Button>
      <Button variant="subtle" onClick={() => setAsked(false)}>
        <Trans>Leave it as it is</Trans>
      </Button>
    </>
  );
}
