import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconArrowsJoin, IconCopyCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import {
  type AlikePairs,
  alikePairs,
  MERGE_KINDS,
  type MergeKind,
  type Merges,
  merges,
  undone,
} from '#domain/directory/merge.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { Choice } from '../case/choice.tsx';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay, labelIn } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { Side } from './alike-parts.tsx';
import styles from './directory.module.css';
import { MergeForm } from './merge-form.tsx';
import { ALIKE_WORDS, fieldWord, MERGE_KIND_WORDS } from './merge-words.ts';
import { type PlaceRow, usePlaces } from './use-directory.ts';

type Pair = AlikePairs['pairs'][number];

/** Services and organisations that may stand in the directory twice: the coordinator decides, nothing merges by itself. */
export function AlikeScreen() {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<MergeKind>('service');
  const [open, setOpen] = useState<{ readonly kept: string; readonly merged: string }>();
  const asked = useAsk(
    ['directory', 'duplicates', kind],
    `/api/directory/duplicates?kind=${kind}`,
    alikePairs,
  );
  const places = usePlaces();
  return (
    <Page
      title={t`Entries that may be one`}
      intro={
        <Trans>
          Found by names in any script, telephone, address and place. A confidential address is not
          looked at. Nothing is merged by itself.
        </Trans>
      }
      wide
    >
      {open === undefined ? (
        <>
          <Section title={<Trans>What to look at</Trans>}>
            <Choice
              path="kind"
              legend={<Trans>Kind</Trans>}
              quiet
              options={MERGE_KINDS.map((value) => ({
                value,
                label: i18n._(MERGE_KIND_WORDS[value]),
              }))}
              value={kind}
              onChange={setKind}
            />
          </Section>
          <Answered asked={asked}>
            {({ pairs, total }) => (
              <>
                {total === 0 ? (
                  <EmptyState
                    icon={<IconCopyCheck size={44} aria-hidden />}
                    title={<Trans>No two entries look like one</Trans>}
                  />
                ) : null}
                {pairs.map((pair) => (
                  <PairCard
                    key={`${pair.one.id} ${pair.other.id}`}
                    {...{ pair, kind, places: places.value ?? [] }}
                    lay={() => setOpen({ kept: pair.one.id, merged: pair.other.id })}
                  />
                ))}
                {total > pairs.length ? (
                  <p className={parts.soft}>
                    <Trans>
                      {pairs.length} of {total} are shown: those that are most alike.
                    </Trans>
                  </p>
                ) : null}
              </>
            )}
          </Answered>
          <Done />
        </>
      ) : (
        <MergeForm
          key={`${open.kept} ${open.merged}`}
          {...{ kind, ...open, places: places.value ?? [] }}
          swap={() => setOpen({ kept: open.merged, merged: open.kept })}
          close={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}

interface PairCardProps {
  readonly pair: Pair;
  readonly kind: MergeKind;
  readonly places: readonly PlaceRow[];
  readonly lay: () => void;
}

function PairCard({ pair, kind, places, lay }: PairCardProps) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  async function two() {
    setBusy(true);
    const body = { kind, kept_id: pair.one.id, merged_id: pair.other.id };
    const reply = await call('/api/directory/distinct', z.unknown(), { method: 'POST', body });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['directory', 'duplicates'] });
  }
  const reasons = pair.reasons.map((reason) => i18n._(ALIKE_WORDS[reason])).join(', ');
  return (
    <Section title={labelIn(i18n.locale, pair.one.name)}>
      <p className={parts.soft}>
        <Trans>Why: {reasons}</Trans>
      </p>
      <div className={styles.pair}>
        <Side side={pair.one} places={places} />
        <Side side={pair.other} places={places} />
      </div>
      <ProblemText problem={problem} />
      <div className={parts.buttons} style={{ marginBlockStart: '0.9rem' }}>
        <Button variant="default" loading={busy} onClick={() => void two()}>
          <Trans>These are two</Trans>
        </Button>
        <Button leftSection={<IconArrowsJoin size={20} aria-hidden />} onClick={lay}>
          <Trans>Lay side by side</Trans>
        </Button>
      </div>
    </Section>
  );
}

/** What was merged, newest first, each taken back while there is time. */
function Done() {
  const { i18n } = useLingui();
  const asked = useAsk(['directory', 'merges'], '/api/directory/merges', merges);
  const [left, setLeft] = useState<readonly string[]>();
  const rows = asked.value?.merges ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={<Trans>Merged</Trans>}>
      {left === undefined ? null : (
        <Notice>
          <Trans>Both entries stand again.</Trans>{' '}
          {left.length === 0 ? null : (
            <Trans>
              Changed since the merge, and left as it is now:{' '}
              {left.map((field) => fieldWord(i18n, field)).join(', ')}.
            </Trans>
          )}
        </Notice>
      )}
      <ul className={parts.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <DoneLine row={row} setLeft={setLeft} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface DoneLineProps {
  readonly row: Merges['merges'][number];
  readonly setLeft: (left: readonly string[]) => void;
}

function DoneLine({ row, setLeft }: DoneLineProps) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [kept, merged] = [labelIn(i18n.locale, row.kept), labelIn(i18n.locale, row.merged)];
  async function undo() {
    setBusy(true);
    const path = `/api/directory/merges/${row.id}/undo`;
    const reply = await call(path, undone, { method: 'POST', body: {} });
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setLeft(reply.value.left);
    await queries.invalidateQueries({ queryKey: ['directory'] });
  }
  return (
    <div className={parts.item}>
      <div>
        <span className={parts.strong}>
          <Trans>
            {merged} is now {kept}
          </Trans>
        </span>
        <div className={parts.soft}>
          {row.undone_at === null ? (
            row.may_undo ? (
              <Trans>
                Merged on {formatDay(i18n.locale, row.merged_at.slice(0, 10))}, can be taken back
                until {formatDay(i18n.locale, row.undo_until.slice(0, 10))}
              </Trans>
            ) : (
              <Trans>Merged on {formatDay(i18n.locale, row.merged_at.slice(0, 10))}</Trans>
            )
          ) : (
            <Trans>Taken back on {formatDay(i18n.locale, row.undone_at.slice(0, 10))}</Trans>
          )}
        </div>
        <ProblemText problem={problem} />
      </div>
      {row.may_undo ? (
        <Button
          variant="default"
          loading={busy}
          aria-label={t`Take back: ${merged}`}
          onClick={() => void undo()}
        >
          <Trans>Take back</Trans>
        </Button>
      ) : null}
    </div>
  );
}
