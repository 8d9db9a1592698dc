import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { REGISTRATION_STATES } from '#domain/exchange/conference/registration.ts';
import {
  type RegistrationRow,
  registrationOutcome,
  registrationPage,
} from '#domain/exchange/conference/registration-view.ts';
import { useAskPages } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { countryName, formatDay } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/ui.module.css';
import { useParticipant } from '../use-participant.ts';
import { useConferenceWords } from './conference-words.ts';
import { InvitationsPart } from './invitations-part.tsx';
import { QuotasPart } from './quotas-part.tsx';
import { toldIn } from './told-text.tsx';
import { useSend } from './use-send.ts';

/** Who registered; yes or no to many at once. Whoever finds no seat waits, in the order of arrival. */
export function RegistrationsScreen() {
  const { t, i18n } = useLingui();
  const { edition = '' } = useParams({ strict: false });
  const words = useConferenceWords();
  const [state, setState] = useState('requested');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<{ approved: number; waiting: number; declined: number }>();
  const { send, problem, busy } = useSend();
  const path = `/api/exchange/editions/${edition}`;
  const asked = useAskPages(
    ['exchange', 'registrations', edition, state],
    (after) => {
      const query = new URLSearchParams(state === '' ? {} : { state });
      if (after !== null) query.set('after', after);
      return `${path}/registrations?${query}`;
    },
    registrationPage,
  );
  async function decide(decision: 'approve' | 'decline') {
    const body = { ids: chosen, decision };
    const said = await send('POST', `${path}/registration-decisions`, body, registrationOutcome);
    setOutcome(said);
    if (said !== undefined) setChosen([]);
  }
  const toggle = (id: string) =>
    setChosen(
      chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-50),
    );
  // Another organiser decides on one's own.
  const own = useParticipant().id;
  const count = chosen.length;
  const from = (row: RegistrationRow) =>
    [
      row.institution === null ? null : toldIn(i18n.locale, row.institution).text,
      row.country === null ? null : countryName(i18n.locale, row.country),
    ]
      .filter(Boolean)
      .join(' · ');
  const { approved = 0, waiting = 0, declined = 0 } = outcome ?? {};
  return (
    <Page title={t`Registrations`} wide>
      <QuotasPart edition={edition} />
      <ChoiceField
        path="state"
        label={t`Where it stands`}
        value={state}
        data={[
          { value: '', label: t`All` },
          ...REGISTRATION_STATES.map((value) => ({ value, label: words.registrations[value] })),
        ]}
        onChange={(event) => {
          setState(event.currentTarget.value);
          setChosen([]);
        }}
      />
      {outcome === undefined ? null : (
        <div role="status">
          <Notice>
            <Trans>
              Registered: {approved}. On the waiting list: {waiting}. No seat: {declined}. Each was
              told by letter.
            </Trans>
          </Notice>
        </div>
      )}
      <Answered asked={asked}>
        {(rows) => (
          <Section
            title={t`Who registered`}
            actions={
              rows.length === 0 ? undefined : (
                <>
                  <Button
                    variant="default"
                    onClick={() =>
                      setChosen(
                        rows
                          .filter((row) => row.participant_id !== own)
                          .slice(0, 50)
                          .map(({ id }) => id),
                      )
                    }
                  >
                    <Trans>Choose all</Trans>
                  </Button>
                  <Button
                    loading={busy}
                    disabled={count === 0}
                    onClick={() => void decide('approve')}
                  >
                    <Trans>Give a seat to {count}</Trans>
                  </Button>
                  <Button
                    variant="default"
                    loading={busy}
                    disabled={count === 0}
                    onClick={() => void decide('decline')}
                  >
                    <Trans>No seat for {count}</Trans>
                  </Button>
                </>
              )
            }
          >
            {rows.length === 0 ? (
              <EmptyState
                icon={<IconTicket size={44} aria-hidden />}
                title={<Trans>Nobody stands here</Trans>}
              />
            ) : (
              <DataTable
                caption={t`Who registered`}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: t`Name`,
                    cell: (row) => (
                      <Checkbox
                        disabled={row.participant_id === own}
                        checked={chosen.includes(row.id)}
                        onChange={() => toggle(row.id)}
                        label={row.name}
                        description={
                          row.participant_id === own
                            ? t`Another organiser decides on yours`
                            : undefined
                        }
                      />
                    ),
                  },
                  {
                    key: 'from',
                    title: t({ message: 'From', context: 'who, and from which country' }),
                    cell: from,
                  },
                  {
                    key: 'state',
                    title: t`Where it stands`,
                    cell: (row) => words.registrations[row.state],
                  },
                  {
                    key: 'at',
                    title: t`Came on`,
                    cell: (row) => formatDay(i18n.locale, row.requested_at.slice(0, 10)),
                  },
                  { key: 'by', title: t`Invitation`, cell: (row) => row.invitation ?? '–' },
                ]}
              />
            )}
            {asked.more ? (
              <div className={styles.pager}>
                <Button variant="default" loading={asked.busy} onClick={asked.showMore}>
                  <Trans>Show more</Trans>
                </Button>
              </div>
            ) : null}
            <ProblemText problem={problem} />
          </Section>
        )}
      </Answered>
      <InvitationsPart edition={edition} />
    </Page>
  );
}
