import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconInboxOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { type parkedCommand, parkedCommands, settledParked } from '#domain/case/parked.ts';
import type { Problem } from '#domain/problem.ts';
import { useAskPages } from '../ask.ts';
import { READER_WORDS } from '../case/case-words.ts';
import { commandName } from '../command-names.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';

type Parked = z.infer<typeof parkedCommand>;
const KEY = 'parked';
const page = parkedCommands.transform(({ parked: rows, next }) => ({ rows, next }));

/** What somebody wrote about a file that they no longer have: for the supervisor to decide on. */
export function ParkedScreen() {
  const { t } = useLingui();
  const asked = useAskPages(
    [KEY],
    (after) => `/api/parked${after === null ? '' : `?after=${after}`}`,
    page,
  );
  return (
    <Page
      title={t`Came in late`}
      intro={
        <Trans>
          Written by somebody who no longer had the support file when it arrived. Take it over in
          your own name, or leave it out; then it is deleted here.
        </Trans>
      }
    >
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconInboxOff size={44} aria-hidden />}
              title={<Trans>Nothing waits for you</Trans>}
            />
          ) : (
            <Section title={<Trans>Entries</Trans>}>
              <ul className={parts.list}>
                {rows.map((row) => (
                  <OneParked key={row.id} row={row} />
                ))}
              </ul>
              <More
                shown={rows.length}
                more={asked.more}
                busy={asked.busy}
                onMore={asked.showMore}
              />
            </Section>
          )
        }
      </Answered>
    </Page>
  );
}

function OneParked({ row }: { readonly row: Parked }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const name = row.name ?? t`Somebody who has left`;

  async function settle(decision: 'say' | 'drop') {
    setBusy(true);
    const body = { decision };
    const reply = await call(`/api/parked/${row.id}`, settledParked, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    if (!reply.value.settled) return setProblem(reply.value.problem ?? { code: 'gone' });
    await queries.invalidateQueries({ queryKey: [KEY] });
  }
  return (
    <li>
      <div className={parts.tags}>
        <strong>{i18n._(commandName(row.kind))}</strong>
        <span>{row.number}</span>
        <span className={parts.soft}>
          {name} · {formatMoment(i18n.locale, row.said_at)}
        </span>
      </div>
      {row.body === null ? (
        <p className={parts.soft}>{i18n._(READER_WORDS[row.compartment])}</p>
      ) : (
        textsIn(row.body).map((text) => (
          <p key={text} className={parts.quote}>
            {text}
          </p>
        ))
      )}
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        {row.abilities.includes('say') ? (
          <Button loading={busy} onClick={() => void settle('say')}>
            <Trans>Take over</Trans>
          </Button>
        ) : null}
        <Button variant="default" loading={busy} onClick={() => void settle('drop')}>
          <Trans>Leave out</Trans>
        </Button>
      </div>
    </li>
  );
}

/** What was typed: texts that are no ids and no codes. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[\s\p{Lu}]/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
