import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RoundRow } from '#domain/course/course-round.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { RoundForm } from './round-form.tsx';
import { ROUND_STATE_NAMES } from './round-words.ts';
import { useRounds } from './use-rounds.ts';

/** Rounds in which scarce seats are given: those that go on, and all that ever were. */
export function RoundsScreen() {
  const { t } = useLingui();
  const rounds = useRounds();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t`Rounds for seats`}
      intro={
        <Trans>
          Where more people wish for a course than it has seats. You see numbers of files and never
          a name. What decides is published before.
        </Trans>
      }
      actions={
        <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
          <Trans>New round</Trans>
        </Button>
      }
    >
      {adding ? (
        <Section title={<Trans>New round</Trans>}>
          <RoundForm close={() => setAdding(false)} />
        </Section>
      ) : null}
      <Answered asked={rounds}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconScale size={44} aria-hidden />}
              title={<Trans>No round yet</Trans>}
            />
          ) : (
            <Section title={<Trans>All rounds</Trans>}>
              <ul className={parts.list}>
                {rows.map((row) => (
                  <Round key={row.id} row={row} />
                ))}
              </ul>
            </Section>
          )
        }
      </Answered>
    </Page>
  );
}

function Round({ row }: { readonly row: RoundRow }) {
  const { i18n } = useLingui();
  const until = formatDay(i18n.locale, row.wishes_until);
  const { people } = row;
  return (
    <li>
      <Link to="/rounds/$id" params={{ id: row.id }} className={parts.strong}>
        {row.title}
      </Link>
      <div>{i18n._(ROUND_STATE_NAMES[row.state])}</div>
      <div className={parts.soft}>
        <Trans>
          Wishes until {until}, people: {people}
        </Trans>
      </div>
    </li>
  );
}
