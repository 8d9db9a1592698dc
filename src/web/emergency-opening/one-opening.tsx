import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { EMERGENCY_OUTCOMES, listedEmergency } from '#domain/case/emergency-opening.ts';
import type { Problem } from '#domain/problem.ts';
import { answers } from '../device/send.ts';
import { call } from '../http.ts';
import { ACTION_WORDS } from '../read-log/log-words.ts';
import { formatMoment } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { ProseField } from '../ui/prose-field.tsx';
import { EMERGENCY_OUTCOME_WORDS, EMERGENCY_WORDS } from './emergency-words.ts';
import { useRoleName } from './use-role-name.ts';

type Row = z.infer<typeof listedEmergency>;

/** One opening: who, why, until when, what was read and written; and the supervisor's word on it. */
export function OneOpening({ row }: { readonly row: Row }) {
  const { t, i18n } = useLingui();
  const roleName = useRoleName();
  const name = row.name ?? t`Somebody who has left`;
  const from = formatMoment(i18n.locale, row.opened_at);
  const until = formatMoment(i18n.locale, row.until);
  const reviews = row.abilities.includes('review');
  return (
    <li>
      <div className={parts.tags}>
        {reviews ? (
          <Link to="/cases/$id" params={{ id: row.case_id }} className={parts.link}>
            {row.number}
          </Link>
        ) : (
          <strong>{row.number}</strong>
        )}
        <span className={parts.tag} data-tone="some">
          {i18n._(EMERGENCY_WORDS[row.reason])}
        </span>
        {row.outcome === null ? null : (
          <span className={parts.tag} data-tone={row.outcome === 'in_order' ? 'some' : 'urgent'}>
            {i18n._(EMERGENCY_OUTCOME_WORDS[row.outcome])}
          </span>
        )}
      </div>
      <div className={parts.soft}>
        <Trans>
          {name} ({roleName(row.role)}), from {from} until {until}
        </Trans>
      </div>
      {row.words === null ? null : <p className={parts.quote}>{row.words}</p>}
      <Done row={row} />
      {reviews ? <Review row={row} /> : null}
    </li>
  );
}

function Done({ row }: { readonly row: Row }) {
  const { i18n } = useLingui();
  const written = Object.values(row.written).reduce((sum, times) => sum + times, 0);
  const read = Object.entries(row.read)
    .map(([action, times]) => {
      const words = ACTION_WORDS[action as keyof typeof ACTION_WORDS];
      return words === undefined ? '' : `${i18n._(words)} (${times})`;
    })
    .filter((text) => text !== '')
    .join(', ');
  return (
    <div className={parts.soft}>
      <Trans>
        Read: {read === '' ? '–' : read}. Entries written: {written}.
      </Trans>
    </div>
  );
}

function Review({ row }: { readonly row: Row }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function review(outcome: (typeof EMERGENCY_OUTCOMES)[number]) {
    setBusy(true);
    const said = words.trim() === '' ? {} : { words };
    const command = {
      ...{ id: uuid(), case_id: row.case_id, kind: 'review_emergency' },
      ...{ body: { opening_id: row.id, outcome, ...said }, said_at: new Date().toISOString() },
    };
    const body = { commands: [command] };
    const reply = await call('/api/commands', answers, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    const told = reply.value.answers[0];
    if (told?.answer !== 'applied') return setProblem(told?.problem ?? { code: 'gone' });
    await queries.invalidateQueries({ queryKey: ['emergency-openings'] });
  }
  return (
    <div className={parts.stack} style={{ marginBlockStart: '0.75rem' }}>
      <ProseField
        path="words"
        label={t`What you found out`}
        description={t`Ask whoever opened it. What is not in order goes to the data protection officer.`}
        value={words}
        onChange={setWords}
      />
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        <Button loading={busy} onClick={() => void review('in_order')}>
          {i18n._(EMERGENCY_OUTCOME_WORDS.in_order)}
        </Button>
        <Button variant="default" loading={busy} onClick={() => void review('not_in_order')}>
          {i18n._(EMERGENCY_OUTCOME_WORDS.not_in_order)}
        </Button>
      </div>
    </div>
  );
}
