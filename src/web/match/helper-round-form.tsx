import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { TableTask } from '#domain/match/helper-table.ts';
import type { Problem } from '#domain/problem.ts';
import { useOnce } from '../once.ts';
import { ChoiceField, FieldProblems, TextField, unfilled } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import parts from '../ui/parts.module.css';
import { HelperTable } from './helper-table.tsx';
import { HELPER_KIND_NAMES } from './helper-words.ts';
import { useRoundStep } from './use-round-steps.ts';

const FIELDS = ['title', 'kind', 'task.waiting_cost'];

/** A new proposal: what it is for, the table, and what it costs where somebody waits. */
export function HelperRoundForm({ close }: { readonly close: () => void }) {
  const { t, i18n } = useLingui();
  const step = useRoundStep('helper-rounds');
  const add = useOnce();
  const navigate = useNavigate();
  const [draft, setDraft] = useState({ title: '', kind: 'transport', waiting: '' });
  const [table, setTable] = useState<TableTask>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const change = (patch: Partial<typeof draft>) => setDraft({ ...draft, ...patch });

  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled({ title: draft.title });
    if (empty !== undefined) return setProblem(empty);
    if (table === undefined) {
      const fields = [{ path: '', code: 'table_missing' }];
      return setProblem({ code: 'invalid_input', fields });
    }
    setBusy(true);
    const typed = draft.waiting.trim();
    // Not a number is said as it is, and refused by name.
    const waiting_cost = /^\d{1,7}$/.test(typed) ? Number(typed) : typed;
    const task = { ...table, ...(typed === '' ? {} : { waiting_cost }) };
    const body = { title: draft.title, kind: draft.kind, task };
    let round = '';
    const found = await add(body, async (id) => {
      round = id;
      const said = await step('', { ...body, id }, z.object({}));
      return said.ok ? undefined : said.problem;
    });
    setBusy(false);
    setProblem(found);
    if (found === undefined) await navigate({ to: '/helpers/$id', params: { id: round } });
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={(event) => void save(event)} noValidate>
        <div className={parts.pair} style={{ alignItems: 'end' }}>
          <TextField
            path="title"
            label={t`Title`}
            description={t`For example the day and where it goes; no name of a person.`}
            maxLength={200}
            autoComplete="off"
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <ChoiceField
            path="kind"
            label={t`What is shared out`}
            value={draft.kind}
            data={Object.entries(HELPER_KIND_NAMES).map(([value, name]) => ({
              ...{ value, label: i18n._(name) },
            }))}
            onChange={(event) => change({ kind: event.currentTarget.value })}
          />
        </div>
        <HelperTable
          table={table}
          onRead={(read) => {
            setTable(read);
            setProblem(undefined);
          }}
        />
        <TextField
          path="task.waiting_cost"
          label={t`What it costs where somebody waits`}
          description={t`Empty: nobody may wait. A large figure: only where there is no room.`}
          inputMode="numeric"
          maw="26rem"
          value={draft.waiting}
          onChange={(event) => change({ waiting: event.currentTarget.value })}
        />
        <FormFoot problem={problem} paths={FIELDS} busy={busy} close={close}>
          <Trans>Work out a proposal</Trans>
        </FormFoot>
      </form>
    </FieldProblems>
  );
}
