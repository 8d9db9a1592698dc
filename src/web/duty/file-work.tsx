import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { z } from 'zod';
import { gaveAway } from '#domain/case/transfer-state.ts';
import { type FileWork, fileWork } from '#domain/duty/file-work.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import type { CaseFile } from '../case/case-file.ts';
import { call } from '../http.ts';
import { formatDay } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { PairVisits } from './pair-visits.tsx';
import { TryForm } from './try-form.tsx';
import { TRY_WAY_WORDS } from './work-words.ts';

const workKey = (id: string) => ['file-work', id];

/** Asked over the line only, so that no device carries it; of a file that is only read here, nothing. */
function useFileWork({ row, state, situation }: CaseFile): FileWork | undefined {
  const { id, role } = useMe();
  const concerned = row.worker_id === id || role === 'supervisor';
  const enabled = concerned && row.closed_at === null && !gaveAway(state, situation);
  const { value } = useAsk(workKey(row.id), `/api/cases/${row.id}/work`, fileWork, { enabled });
  // What was answered while the file was theirs is no longer.
  return enabled ? value : undefined;
}

/** At the head of a file: visits in two, and that contact is lost. For its worker and its supervisor. */
export function FileWorkStates({ file }: { readonly file: CaseFile }) {
  const work = useFileWork(file);
  if (work === undefined || (work.pairing === null && work.lost === null)) return null;
  return (
    <div className={`${parts.stack} no-print`} style={{ marginBlock: '0.75rem' }}>
      {work.pairing === null ? null : <InTwo id={file.row.id} pairing={work.pairing} work={work} />}
      {work.lost === null ? null : <Lost file={file} lost={work.lost} work={work} />}
    </div>
  );
}

/** Where it is said: among those who work with the person. */
export function FileWorkForms({ file }: { readonly file: CaseFile }) {
  const work = useFileWork(file);
  if (work === undefined) return null;
  const { id } = file.row;
  const { today } = file.situation;
  return (
    <div className={parts.buttons} style={{ marginBlock: '0.75rem' }}>
      {work.lost === null ? (
        <TryForm file={file} ways={work.ways} first turn={work.turn} today={today} />
      ) : null}
      {work.abilities.includes('pair') ? <PairVisits id={id} /> : null}
    </div>
  );
}

/** Asks anew after something was said about the work on a file. */
export function useWorkChanged(id: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: workKey(id) });
}

interface InTwoProps {
  readonly id: string;
  readonly pairing: NonNullable<FileWork['pairing']>;
  readonly work: FileWork;
}

function InTwo({ id, pairing, work }: InTwoProps) {
  const { i18n } = useLingui();
  const until = formatDay(i18n.locale, pairing.until);
  return (
    <Notice>
      <Trans>Please go in two until {until}: for the safety of those who work here.</Trans>{' '}
      {work.abilities.includes('pair') ? (
        <Remove id={id} what="pairing">
          <Trans>No longer needed</Trans>
        </Remove>
      ) : null}
    </Notice>
  );
}

interface LostProps {
  readonly file: CaseFile;
  readonly lost: NonNullable<FileWork['lost']>;
  readonly work: FileWork;
}

function Lost({ file, lost, work }: LostProps) {
  const { i18n } = useLingui();
  const since = formatDay(i18n.locale, lost.since);
  const next = formatDay(i18n.locale, lost.next_try_on);
  return (
    <Notice>
      <strong>
        <Trans>No contact since {since}</Trans>
      </strong>{' '}
      {lost.next_try_on <= file.situation.today ? (
        <Trans>Please try again now.</Trans>
      ) : (
        <Trans>Try again on {next}.</Trans>
      )}
      <ul className={parts.list}>
        {lost.tries.map((one) => (
          <li key={one.id}>
            {formatDay(i18n.locale, one.on)} · {i18n._(TRY_WAY_WORDS[one.way])}
            {one.words === null ? null : <div>{one.words}</div>}
            <div className={parts.soft}>{one.by}</div>
          </li>
        ))}
      </ul>
      <div className={parts.soft}>
        <Trans>
          Only the worker and the supervisor of this file see this. It stands in no list and no
          number, and goes once you are in touch again.
        </Trans>
      </div>
      <div className={parts.buttons}>
        <TryForm
          turn={work.turn}
          file={file}
          ways={work.ways}
          first={false}
          today={file.situation.today}
        />
        <Remove id={file.row.id} what="lost-contact">
          <Trans>We are in touch again</Trans>
        </Remove>
      </div>
    </Notice>
  );
}

interface RemoveProps {
  readonly id: string;
  readonly what: 'pairing' | 'lost-contact';
  readonly children: ReactNode;
}

function Remove({ id, what, children }: RemoveProps) {
  const changed = useWorkChanged(id);
  const [problem, setProblem] = useState<Problem>();
  async function remove() {
    const reply = await call(`/api/cases/${id}/${what}`, z.unknown(), { method: 'DELETE' });
    if (!reply.ok) setProblem(reply.problem);
    await changed();
  }
  return (
    <>
      <Button variant="default" onClick={() => void remove()}>
        {children}
      </Button>
      <ProblemText problem={problem} />
    </>
  );
}
