import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { WorkerRoundRow } from '#domain/match/worker-round.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import { useNames } from '../case/use-names.ts';
import { useRoundStep } from '../match/use-round-steps.ts';
import { useOnce } from '../once.ts';
import { Answered } from '../ui/answered.tsx';
import { FieldProblems, otherProblems, TextField } from '../ui/field.tsx';
import { formatMoment } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { SHARE_STATES } from './share-out-words.ts';
import { useWorkerRounds } from './use-worker-rounds.ts';

type Ground = NonNullable<ReturnType<typeof useWorkerRounds>['value']>['ground'];

/** Files that nobody has: a proposal of who takes which, and the proposals of before. */
export function ShareOutScreen() {
  const { t } = useLingui();
  const asked = useWorkerRounds();
  return (
    <Page
      title={t`Share out files`}
      intro={
        <Trans>
          For files without a support worker a proposal is worked out by three things: how far,
          which languages, and how many files somebody has. Nobody has a file before a second
          supervisor has confirmed.
        </Trans>
      }
    >
      <Answered asked={asked}>
        {({ rounds, ground }) => (
          <>
            <Propose ground={ground} key={ground.waiting} />
            {rounds.length === 0 ? null : (
              <Section title={<Trans>Proposals so far</Trans>}>
                <ul className={parts.list}>
                  {rounds.map((round) => (
                    <Proposal key={round.id} round={round} />
                  ))}
                </ul>
              </Section>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Proposal({ round }: { readonly round: WorkerRoundRow }) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const me = useMe();
  const { given, waiting, made_by } = round;
  const who = made_by === me.id ? t`you` : (names.account(made_by) ?? t`a colleague`);
  return (
    <li>
      <Link to="/team/share/$id" params={{ id: round.id }} className={parts.strong}>
        {formatMoment(i18n.locale, round.made_at)}
      </Link>
      <div>{i18n._(SHARE_STATES[round.state])}</div>
      <div className={parts.soft}>
        <Trans>Proposed by: {who}</Trans>
      </div>
      <div className={parts.soft}>
        <Trans>
          Files with a proposal: {given}, files that wait: {waiting}
        </Trans>
      </div>
    </li>
  );
}

const WEIGHTS = { distance: '2', language: '5', caseload: '1' };

function Propose({ ground }: { readonly ground: Ground }) {
  const { t } = useLingui();
  const names = useNames();
  const step = useRoundStep('worker-rounds');
  const add = useOnce();
  const navigate = useNavigate();
  const [weights, setWeights] = useState(WEIGHTS);
  const [workers, setWorkers] = useState(() =>
    ground.workers.map(({ account_id, room, locale, files }) => ({
      ...{ account_id, files, capacity: String(room), languages: locale },
    })),
  );
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { waiting } = ground;
  if (waiting === 0) {
    return (
      <Section title={<Trans>New proposal</Trans>}>
        <p>
          <Trans>Every file has a support worker: there is nothing to share out.</Trans>
        </p>
      </Section>
    );
  }
  const set = (at: number, patch: Partial<(typeof workers)[number]>) =>
    setWorkers(workers.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const body = {
      weights: Object.fromEntries(
        Object.entries(weights).map(([key, typed]) => [key, figure(typed)]),
      ),
      workers: workers.map(({ account_id, capacity, languages }) => ({
        ...{ account_id, capacity: figure(capacity) },
        languages: languages.split(/[\s,;]+/).filter((tag) => tag !== ''),
      })),
    };
    let round = '';
    const found = await add(body, async (id) => {
      round = id;
      const said = await step('', { ...body, id }, z.object({}));
      return said.ok ? undefined : said.problem;
    });
    setBusy(false);
    setProblem(found);
    if (found === undefined) await navigate({ to: '/team/share/$id', params: { id: round } });
  }
  const shown = [
    ...['weights.distance', 'weights.language', 'weights.caseload'],
    ...workers.flatMap((_, at) => [`workers.${at}.capacity`, `workers.${at}.languages`]),
  ];
  return (
    <Section title={<Trans>New proposal</Trans>}>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>Files that nobody has: {waiting}</Trans>
      </p>
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={(event) => void save(event)} noValidate>
          <h3 style={{ margin: 0 }}>
            <Trans>What counts, and how much</Trans>
          </h3>
          <div className={parts.pair} style={{ alignItems: 'end' }}>
            <TextField
              path="weights.distance"
              label={t`For each step between the places`}
              inputMode="numeric"
              value={weights.distance}
              onChange={(event) => setWeights({ ...weights, distance: event.currentTarget.value })}
            />
            <TextField
              path="weights.language"
              label={t`Where no language is shared`}
              inputMode="numeric"
              value={weights.language}
              onChange={(event) => setWeights({ ...weights, language: event.currentTarget.value })}
            />
            <TextField
              path="weights.caseload"
              label={t`For each file that somebody has already`}
              inputMode="numeric"
              value={weights.caseload}
              onChange={(event) => setWeights({ ...weights, caseload: event.currentTarget.value })}
            />
          </div>
          {workers.map(({ account_id, capacity, languages, files }, at) => {
            const name = names.account(account_id) ?? t`a colleague`;
            return (
              <fieldset key={account_id} style={{ border: 0, padding: 0, margin: 0 }}>
                <legend className={parts.strong} style={{ padding: 0, marginBlockEnd: '0.4rem' }}>
                  <Trans>
                    {name}, files now: {files}
                  </Trans>
                </legend>
                <div className={parts.pair} style={{ alignItems: 'end' }}>
                  <TextField
                    path={`workers.${at}.capacity`}
                    label={t`Can take on so many more`}
                    inputMode="numeric"
                    value={capacity}
                    onChange={(event) => set(at, { capacity: event.currentTarget.value })}
                  />
                  <TextField
                    path={`workers.${at}.languages`}
                    label={t`Works in these languages`}
                    description={t`Short names with a comma between them: uz, ru`}
                    autoComplete="off"
                    value={languages}
                    onChange={(event) => set(at, { languages: event.currentTarget.value })}
                  />
                </div>
              </fieldset>
            );
          })}
          <ProblemText problem={otherProblems(problem, shown)} />
          <div className={parts.buttons}>
            <Button type="submit" loading={busy}>
              <Trans>Work out a proposal</Trans>
            </Button>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}

/** Not a number is said as it is, and refused by name. */
function figure(typed: string): number | string {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : typed;
}
