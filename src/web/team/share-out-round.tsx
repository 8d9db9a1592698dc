import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { Pairing, WorkerRoundDetail } from '#domain/match/worker-round.ts';
import type { ProblemCode } from '#domain/problem.ts';
import { useNames } from '../case/use-names.ts';
import { type KnownLine, KnownLines, ReplaySaid, SetAside, useWho } from '../match/round-parts.tsx';
import { useRoundSteps } from '../match/use-round-steps.ts';
import { PROBLEM_MESSAGES } from '../problem-messages.ts';
import { Answered } from '../ui/answered.tsx';
import { LineParts } from '../ui/line-parts.tsx';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { SHARE_STATES } from './share-out-words.ts';
import { useWorkerRound } from './use-worker-rounds.ts';

/** One proposal: each file by its number, to whom it would go and why, and what a human says to it. */
export function ShareOutRound() {
  const { t } = useLingui();
  const { id } = useParams({ from: '/team/share/$id' });
  const asked = useWorkerRound(id);
  return (
    <Page title={t`Share out files`}>
      <p className="no-print" style={{ marginBlockStart: '-0.75rem' }}>
        <Link to="/team/share" className={parts.link}>
          <Trans>All proposals</Trans>
        </Link>
      </p>
      <Answered asked={asked}>
        {(round) => (
          <>
            <Known round={round} />
            <Steps round={round} />
            <Files round={round} />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface RoundProps {
  readonly round: WorkerRoundDetail;
}

function Known({ round }: RoundProps) {
  const { t, i18n } = useLingui();
  const who = useWho();
  const { distance, language, caseload } = round.weights;
  const lines: readonly KnownLine[] = [
    [t`Now`, [i18n._(SHARE_STATES[round.state])]],
    [t`Proposed by`, who(round.made_by, round.made_at)],
    [
      round.state === 'set_aside' ? t`Set aside by` : t`Confirmed by`,
      who(round.ended_by, round.ended_at),
    ],
    [t`Why`, round.words === null ? [] : [round.words]],
    [t`For each step between the places`, [String(distance)]],
    [t`Where no language is shared`, [String(language)]],
    [t`For each file that somebody has already`, [String(caseload)]],
    [t`Hash of what went in`, [round.hashes.input]],
    [t`Hash of the result`, [round.hashes.result]],
  ];
  return <KnownLines title={<Trans>What it rests on</Trans>} lines={lines} />;
}

function Steps({ round }: RoundProps) {
  const { problem, busy, same, go, replay } = useRoundSteps('worker-rounds', round);
  const { confirm, set_aside } = round.abilities;
  return (
    <Section title={<Trans>What can be done</Trans>}>
      {round.state === 'proposed' && !confirm ? <WhoConfirms round={round} /> : null}
      <ProblemText problem={problem} />
      <ReplaySaid same={same} />
      <div className={parts.buttons} style={{ marginBlockStart: '0.8rem' }}>
        {confirm ? (
          <Button loading={busy} onClick={() => void go('/confirm')}>
            <Trans>Confirm, and give the files</Trans>
          </Button>
        ) : null}
        <Button variant="default" loading={busy} onClick={() => void replay()}>
          <Trans>Run it again and compare</Trans>
        </Button>
        {set_aside ? <SetAside busy={busy} tell={(words) => go('/set-aside', { words })} /> : null}
      </div>
    </Section>
  );
}

/** To whoever worked it out: nobody confirms their own, and these can. */
function WhoConfirms({ round }: RoundProps) {
  const { t } = useLingui();
  const names = useNames();
  const { confirmers } = round;
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <Trans>
          You worked this proposal out yourself. A second supervisor looks at it and confirms it;
          until then nobody has a file.
        </Trans>
      </p>
      {confirmers.length === 0 ? (
        <p>
          <Trans>
            Nobody else leads this place now. Under “On duty” you can ask a supervisor of your
            region to stand in; whoever stands in can confirm it.
          </Trans>
        </p>
      ) : (
        <>
          <h3 style={{ margin: 0 }}>
            <Trans>Who can confirm it now</Trans>
          </h3>
          <ul className={parts.list}>
            {confirmers.map((id) => (
              <li key={id}>
                <bdi>{names.account(id) ?? t`a colleague`}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Files({ round }: RoundProps) {
  const { t } = useLingui();
  const names = useNames();
  const name = (id: string) => names.account(id) ?? t`a colleague`;
  return (
    <Section title={<Trans>Who would take which file</Trans>}>
      <ul className={parts.list}>
        {round.files.map(({ number, account_id, choices }) => {
          const chosen = choices.find((one) => one.account_id === account_id);
          const others = choices.filter((one) => one.account_id !== account_id);
          const said = round.outcome?.find((one) => one.number === number);
          return (
            <li key={number}>
              <strong>{number}</strong>{' '}
              {account_id === null ? (
                <Trans>waits: nobody has room, or nobody works at its place</Trans>
              ) : (
                <bdi>{name(account_id)}</bdi>
              )}{' '}
              {said === undefined ? null : <Given answer={said.answer} code={said.code} />}
              {chosen === undefined ? null : <Reason pairing={chosen} />}
              {others.length === 0 ? null : (
                <details>
                  <summary>
                    <Trans>Why not somebody else</Trans>
                  </summary>
                  {others.map((one) => (
                    <div key={one.account_id}>
                      {name(one.account_id)}
                      <Reason pairing={one} />
                    </div>
                  ))}
                  <p className={parts.soft}>
                    <Trans>
                      The costs of all files together are the least there can be: a file may go to
                      somebody else so that another is not left without anybody.
                    </Trans>
                  </p>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Given({ answer, code }: { readonly answer: string; readonly code: string | null }) {
  const { i18n } = useLingui();
  if (code === null) {
    return (
      <span className={parts.tag} data-tone="some">
        <Trans>given</Trans>
      </span>
    );
  }
  const why = PROBLEM_MESSAGES[code as ProblemCode];
  return (
    <span className={parts.tag} data-tone="look">
      {why === undefined ? answer : i18n._(why)}
    </span>
  );
}

function Reason({ pairing }: { readonly pairing: Pairing }) {
  const { t } = useLingui();
  const { steps, files, cost, shares_language } = pairing;
  const said = [
    t`Steps between the places: ${steps}`,
    shares_language ? t`a language is shared` : t`no language is shared`,
    t`files now: ${files}`,
    t`costs together: ${cost}`,
  ];
  return (
    <div className={parts.soft}>
      <LineParts parts={said} />
    </div>
  );
}
