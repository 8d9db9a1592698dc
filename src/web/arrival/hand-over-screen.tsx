import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type WaitingFiles, waitingFiles } from '#domain/arrival/list.ts';
import type { Problem } from '#domain/problem.ts';
import { useAskPages } from '../ask.ts';
import { CaseloadNotice, useWorkerLabel } from '../case/caseload-notice.tsx';
import { nameText } from '../case/person-name.ts';
import { CASELOADS, useCaseloads } from '../case/use-caseloads.ts';
import { useColleagues, useNames } from '../case/use-names.ts';
import { answers } from '../device/send.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { formatPartialDay } from '../ui/format.ts';
import { EmptyState, Page } from '../ui/page.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import styles from './arrival.module.css';

type Waiting = WaitingFiles['files'][number];

const parts = z.object({
  given: z.string().optional(),
  patronymic: z.string().optional(),
  family: z.string().optional(),
  single: z.string().optional(),
});
const page = waitingFiles.transform(({ files, next }) => ({ rows: files, next }));

/** Support files that nobody works on yet, by family: each goes to a support worker, and so out of sight. */
export function HandOverScreen() {
  const { t } = useLingui();
  const waiting = useAskPages(
    ['waiting-files'],
    (after) => `/api/waiting-files${after === null ? '' : `?after=${after}`}`,
    page,
  );
  const { more, busy, showMore } = waiting;
  return (
    <Page
      title={t`Hand over`}
      intro={
        <Trans>
          Families who wait for a support worker. Their files then belong to the worker’s place, and
          you no longer see them.
        </Trans>
      }
    >
      <Answered asked={waiting}>
        {(files) =>
          files.length === 0 ? (
            <EmptyState
              icon={<IconUsers size={44} aria-hidden />}
              title={<Trans>Nobody is waiting</Trans>}
            />
          ) : (
            <>
              {[...Map.groupBy(files, (file) => file.household_id ?? file.case_id)].map(
                ([household, members]) => (
                  <FamilyCard key={household} files={members} />
                ),
              )}
              <More shown={files.length} more={more} busy={busy} onMore={showMore} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function FamilyCard({ files }: { readonly files: readonly Waiting[] }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const names = useNames();
  const colleagues = useColleagues();
  const caseloads = useCaseloads();
  const labelOf = useWorkerLabel();
  const [worker, setWorker] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const chosen = files.filter((file) => !left.has(file.case_id));
  const workers = [...colleagues.values()]
    .filter((one) => one.role === 'caseworker' && one.active)
    .map((one) => ({
      value: one.id,
      label: labelOf(one.name, names.place(one.place_id), caseloads.of(one.id)),
    }));
  const named = colleagues.get(worker)?.name;

  async function handOver() {
    setBusy(true);
    setProblem(undefined);
    const said_at = new Date().toISOString();
    const commands = chosen.slice(0, 50).map((file) => ({
      ...{ id: uuid(), case_id: file.case_id, kind: 'assign_worker', said_at },
      body: { account_id: worker },
    }));
    const reply = await call('/api/commands', answers, { method: 'POST', body: { commands } });
    setBusy(false);
    const wrong = reply.ok
      ? reply.value.answers.find((one) => one.problem !== undefined)?.problem
      : reply.problem;
    setProblem(wrong);
    await queries.invalidateQueries({ queryKey: [CASELOADS] });
    if (wrong === undefined) await queries.invalidateQueries({ queryKey: ['waiting-files'] });
  }

  return (
    <section className={styles.family} aria-label={t`Family`}>
      <div>
        {files.map((file) => (
          <Checkbox
            key={file.case_id}
            my="xs"
            checked={!left.has(file.case_id)}
            onChange={(event) => setLeft(toggled(left, file.case_id, event.currentTarget.checked))}
            label={
              <>
                <strong>{nameText(parts.safeParse(file.name).data)}</strong>{' '}
                <span className={styles.soft}>
                  {[born(i18n.locale, file), file.number, names.place(file.place_id)]
                    .filter((text) => text !== undefined && text !== '')
                    .join(' · ')}
                </span>
              </>
            }
          />
        ))}
      </div>
      {named === undefined ? null : (
        <CaseloadNotice name={named} files={caseloads.of(worker)} limits={caseloads.limits} />
      )}
      <ProblemText problem={problem} />
      {workers.length === 0 ? (
        <Notice>
          <Trans>There is no support worker in your area yet.</Trans>
        </Notice>
      ) : (
        <div className={styles.row}>
          <NativeSelect
            label={t`Support worker`}
            value={worker}
            data={[{ value: '', label: t`Please choose` }, ...workers]}
            onChange={(event) => setWorker(event.currentTarget.value)}
          />
          <Button
            loading={busy}
            disabled={worker === '' || chosen.length === 0}
            onClick={() => void handOver()}
          >
            <Trans>Hand over</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}

function toggled(left: ReadonlySet<string>, file: string, checked: boolean): ReadonlySet<string> {
  const next = new Set(left);
  if (checked) next.delete(file);
  else next.add(file);
  return next;
}

function born(locale: string, file: Waiting): string | undefined {
  const { birth_date: date, birth_precision: precision } = file;
  if (date === null || precision === null) return undefined;
  return formatPartialDay(locale, { date, precision });
}
