import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconSteeringWheel } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HelperRoundRow } from '#domain/match/helper-round.ts';
import { useMe } from '../account/use-session.ts';
import { useNames } from '../case/use-names.ts';
import { Answered } from '../ui/answered.tsx';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { HelperRoundForm } from './helper-round-form.tsx';
import { HELPER_KIND_NAMES, HELPER_STATES } from './helper-words.ts';
import { useHelperRounds } from './use-helper-rounds.ts';

/** Mentors and rides for many people at once: a new proposal, and those of before. */
export function HelperRoundsScreen() {
  const { t } = useLingui();
  const asked = useHelperRounds();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t`Mentors and rides`}
      intro={
        <Trans>
          Who could take on whom, and the least that all of it costs together. You see numbers of
          files and never a name. It is a proposal: no file changes by it, and a mentor is asked of
          the person first.
        </Trans>
      }
      actions={
        <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
          <Trans>New proposal</Trans>
        </Button>
      }
    >
      {adding ? (
        <Section title={<Trans>New proposal</Trans>}>
          <HelperRoundForm close={() => setAdding(false)} />
        </Section>
      ) : null}
      <Answered asked={asked}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <EmptyState
              icon={<IconSteeringWheel size={44} aria-hidden />}
              title={<Trans>No proposal yet</Trans>}
            />
          ) : (
            <Section title={<Trans>Proposals so far</Trans>}>
              <ul className={parts.list}>
                {rounds.map((round) => (
                  <Line key={round.id} round={round} />
                ))}
              </ul>
            </Section>
          )
        }
      </Answered>
    </Page>
  );
}

function Line({ round }: { readonly round: HelperRoundRow }) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const me = useMe();
  const { given, waiting, made_by } = round;
  const who = made_by === me.id ? t`you` : (names.account(made_by) ?? t`a colleague`);
  const when = formatMoment(i18n.locale, round.made_at);
  return (
    <li>
      <Link to="/helpers/$id" params={{ id: round.id }} className={parts.strong}>
        {round.title}
      </Link>
      <div>
        {i18n._(HELPER_KIND_NAMES[round.kind])} · {i18n._(HELPER_STATES[round.state])}
      </div>
      <div className={parts.soft}>
        <Trans>
          Proposed by {who}, {when}
        </Trans>
      </div>
      <div className={parts.soft}>
        <Trans>
          Files with a proposal: {given}, files that wait: {waiting}
        </Trans>
      </div>
    </li>
  );
}
