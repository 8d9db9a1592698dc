import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import type { HelperRoundDetail, HelperRow } from '#domain/match/helper-round.ts';
import { Answered } from '../ui/answered.tsx';
import { LineParts } from '../ui/line-parts.tsx';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { HelperSteps } from './helper-steps.tsx';
import { HELPER_KIND_NAMES, HELPER_REASON_WORDS, HELPER_STATES } from './helper-words.ts';
import { type KnownLine, KnownLines, useWho } from './round-parts.tsx';
import { useHelperRound } from './use-helper-rounds.ts';

/** One proposal: each file by its number, who would take it on and why, and what another coordinator says to it. */
export function HelperRoundScreen() {
  const { t } = useLingui();
  const { id } = useParams({ from: '/helpers/$id' });
  const asked = useHelperRound(id);
  return (
    <Page title={t`Mentors and rides`} heading={asked.value?.title}>
      <p className="no-print" style={{ marginBlockStart: '-0.75rem' }}>
        <Link to="/helpers" className={parts.link}>
          <Trans>All proposals</Trans>
        </Link>
      </p>
      <Answered asked={asked}>
        {(round) => (
          <>
            <Known round={round} />
            <HelperSteps round={round} />
            <Helpers round={round} />
            <Files round={round} />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface RoundProps {
  readonly round: HelperRoundDetail;
}

function Known({ round }: RoundProps) {
  const { t, i18n } = useLingui();
  const who = useWho();
  const { ended_by, ended_at, waiting_cost } = round;
  const lines: readonly KnownLine[] = [
    [t`What is shared out`, [i18n._(HELPER_KIND_NAMES[round.kind])]],
    [t`Now`, [i18n._(HELPER_STATES[round.state])]],
    [t`Proposed by`, who(round.made_by, round.made_at)],
    [round.state === 'set_aside' ? t`Set aside by` : t`Confirmed by`, who(ended_by, ended_at)],
    [t`Why`, round.words === null ? [] : [round.words]],
    [t`What all of it costs together`, [String(round.total)]],
    [t`What it costs where somebody waits`, waiting_cost === null ? [] : [String(waiting_cost)]],
    [t`Worked out with`, [round.method]],
    [t`Hash of what went in`, [round.hashes.input]],
    [t`Hash of the result`, [round.hashes.result]],
  ];
  return <KnownLines title={<Trans>What it rests on</Trans>} lines={lines} />;
}

function Helpers({ round }: RoundProps) {
  return (
    <Section title={<Trans>Who carries how much</Trans>}>
      <ul className={parts.list}>
        {round.helpers.map(({ id, capacity, carries }) => (
          <li key={id}>
            <bdi className={parts.strong}>{id}</bdi>{' '}
            <span className={parts.soft}>
              <Trans>
                {carries} of {capacity}
              </Trans>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Files({ round }: RoundProps) {
  return (
    <Section title={<Trans>Who would take on whom</Trans>}>
      <ul className={parts.list}>
        {round.rows.map((row) => (
          <File key={row.number} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function File({ row }: { readonly row: HelperRow }) {
  const { i18n } = useLingui();
  const { number, helper, reason, choices } = row;
  const chosen = choices.find((one) => one.helper === helper);
  const others = choices.filter((one) => one.helper !== helper);
  return (
    <li>
      <bdi className={parts.strong}>{number}</bdi>{' '}
      {helper === null ? (
        <span className={parts.tag} data-tone="look">
          <Trans>waits</Trans>
        </span>
      ) : (
        <bdi>{helper}</bdi>
      )}
      {chosen === undefined ? null : <Figures choice={chosen} />}
      <div className={parts.soft}>{i18n._(HELPER_REASON_WORDS[reason])}</div>
      {others.length === 0 ? null : (
        <details>
          <summary>
            <Trans>Why not somebody else</Trans>
          </summary>
          {others.map((one) => (
            <div key={one.helper}>
              <bdi>{one.helper}</bdi>
              <Figures choice={one} free />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}

interface FiguresProps {
  readonly choice: HelperRow['choices'][number];
  /** Whether what is left of the room is told too. */
  readonly free?: boolean;
}

function Figures({ choice, free: told = false }: FiguresProps) {
  const { t } = useLingui();
  const { cost, load, free } = choice;
  const said = [t`costs: ${cost}`, t`takes: ${load}`, ...(told ? [t`room left: ${free}`] : [])];
  return (
    <div className={parts.soft}>
      <LineParts parts={said} />
    </div>
  );
}
