import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { type listedStandIn, standIns } from '#domain/duty/stand-in.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../ask.ts';
import { useNames } from '../case/use-names.ts';
import { call } from '../http.ts';
import { useOnce } from '../once.ts';
import { Answered } from '../ui/answered.tsx';
import { ChoiceField, FieldProblems, otherProblems, unfilled } from '../ui/field.tsx';
import { formatMoment } from '../ui/format.ts';
import { instantOf, MomentField } from '../ui/moment-field.tsx';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';

const KEY = ['stand-ins'];
const EMPTY = { account_id: '', from_at: '', until_at: '' };
const FIELDS = ['account_id', 'from_at', 'until_at'];
type Candidate = z.infer<typeof standIns>['candidates'][number];

/** Who reads and approves for the team while its supervisor is away, and where oneself does. */
export function StandIns() {
  const asked = useAsk(KEY, '/api/stand-ins', standIns);
  return (
    <Section title={<Trans>Standing in for a supervisor</Trans>}>
      <p className={parts.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Whoever stands in reads and approves what the team of the place has, gets its
          notifications, and it ends by itself. Each reading is written down.
        </Trans>
      </p>
      <Answered asked={asked}>
        {({ stand_ins, candidates }) => (
          <>
            <ul className={parts.list}>
              {stand_ins.map((line) => (
                <OneLine key={line.id} line={line} />
              ))}
            </ul>
            {candidates.length === 0 ? (
              <p>
                <Trans>There is no other supervisor in your region yet.</Trans>
              </p>
            ) : (
              <Ask candidates={candidates} />
            )}
          </>
        )}
      </Answered>
    </Section>
  );
}

function OneLine({ line }: { readonly line: z.infer<typeof listedStandIn> }) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const from = formatMoment(i18n.locale, line.from_at);
  const until = formatMoment(i18n.locale, line.until_at);
  async function end() {
    const reply = await call(`/api/stand-ins/${line.id}`, z.unknown(), { method: 'DELETE' });
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: KEY });
  }
  return (
    <li>
      <div className={parts.tags}>
        <strong>{line.own ? t`You stand in` : (line.name ?? '…')}</strong>
        {line.now ? (
          <span className={parts.tag} data-tone="some">
            <Trans>stands in now</Trans>
          </span>
        ) : null}
      </div>
      <div>
        <Trans>
          From {from} until {until}
        </Trans>
      </div>
      <div className={parts.soft}>{names.place(line.place_id)}</div>
      {line.abilities.includes('end') ? (
        <Button variant="default" onClick={() => void end()}>
          <Trans>End it now</Trans>
        </Button>
      ) : null}
      <ProblemText problem={problem} />
    </li>
  );
}

function Ask({ candidates }: { readonly candidates: readonly Candidate[] }) {
  const { t } = useLingui();
  const names = useNames();
  const queries = useQueryClient();
  const add = useOnce();
  const [value, setValue] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const change = (patch: Partial<typeof EMPTY>) => setValue({ ...value, ...patch });

  async function save(event: FormEvent) {
    event.preventDefault();
    const empty = unfilled(value);
    if (empty !== undefined) return setProblem(empty);
    setBusy(true);
    const body = {
      ...{ account_id: value.account_id, from_at: instantOf(value.from_at) },
      until_at: instantOf(value.until_at),
    };
    const found = await add(body, async (id) => {
      const reply = await call(`/api/stand-ins/${id}`, z.unknown(), { method: 'PUT', body });
      return reply.ok ? undefined : reply.problem;
    });
    setBusy(false);
    setProblem(found);
    if (found !== undefined) return;
    setValue(EMPTY);
    await queries.invalidateQueries({ queryKey: KEY });
  }
  return (
    <FieldProblems problem={problem}>
      <form className={parts.form} onSubmit={save} noValidate>
        <ChoiceField
          path="account_id"
          label={t`Who stands in`}
          value={value.account_id}
          data={[
            { value: '', label: t`Please choose` },
            ...candidates.map(({ account_id, name, place_id }) => ({
              value: account_id,
              label: [name, names.place(place_id)].filter(Boolean).join(' · '),
            })),
          ]}
          onChange={(event) => change({ account_id: event.currentTarget.value })}
        />
        <div className={parts.pair}>
          <MomentField
            path="from_at"
            label={t`From`}
            value={value.from_at}
            onChange={(from_at) => change({ from_at })}
          />
          <MomentField
            path="until_at"
            label={t`Until`}
            value={value.until_at}
            onChange={(until_at) => change({ until_at })}
          />
        </div>
        <ProblemText problem={otherProblems(problem, FIELDS)} />
        <div className={parts.buttons}>
          <Button type="submit" loading={busy}>
            <Trans>Let them stand in</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}
