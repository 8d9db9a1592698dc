import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import {
  attendanceList,
  certificateList,
  certificateRule,
} from '#domain/exchange/conference/attendance-view.ts';
import { useAsk, useAskPages } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { DataTable, More, usePages } from '../../ui/data-table.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useParticipant } from '../use-participant.ts';
import { usePartName } from './conference-words.ts';
import { toldIn } from './told-text.tsx';
import { useSend } from './use-send.ts';

type List = z.infer<typeof attendanceList>;

/** Who came to which session, marked by a moderator or an organiser; and the certificates for it. */
export function AttendanceScreen() {
  const { t } = useLingui();
  const { edition = '' } = useParams({ strict: false });
  const me = useParticipant();
  const asked = useAsk(
    ['exchange', 'attendance', edition],
    `/api/exchange/editions/${edition}/attendance`,
    attendanceList,
  );
  return (
    <Page
      title={t`Attendance and certificates`}
      intro={
        <Trans>Whoever opens the room of a session is noted by itself; others you mark.</Trans>
      }
      wide
    >
      <Answered asked={asked}>{(list) => <Marks list={list} />}</Answered>
      {me.holds(edition, 'organiser') ? <Certificates edition={edition} /> : null}
    </Page>
  );
}

function Marks({ list }: { readonly list: List }) {
  const { t, i18n } = useLingui();
  const { send, problem, busy } = useSend();
  const [session, setSession] = useState(list.sessions[0]?.id ?? '');
  const { shown, more, showMore } = usePages(list.people);
  const came = list.people.filter((one) => one.came.includes(session)).length;
  const all = list.people.length;
  if (list.sessions.length === 0)
    return (
      <Section title={<Trans>Who came</Trans>}>
        <p>
          <Trans>The programme has no session yet.</Trans>
        </p>
      </Section>
    );
  return (
    <Section title={<Trans>Who came</Trans>}>
      <ChoiceField
        path="session"
        label={t`Conference session`}
        value={session}
        data={list.sessions.map(({ id, title }) => ({
          value: id,
          label: toldIn(i18n.locale, title).text,
        }))}
        onChange={(event) => setSession(event.currentTarget.value)}
      />
      <p>
        <Trans>
          {came} of {all} registered people came to this session.
        </Trans>
      </p>
      <DataTable
        caption={t`Who came`}
        rows={shown}
        rowKey={({ participant_id }) => participant_id}
        columns={[
          {
            key: 'name',
            title: t`Name`,
            cell: (one) => (
              <Checkbox
                checked={one.came.includes(session)}
                disabled={busy}
                label={one.name}
                onChange={(event) =>
                  void send(
                    'PUT',
                    `/api/exchange/sessions/${session}/attendance/${one.participant_id}`,
                    { came: event.currentTarget.checked },
                  )
                }
              />
            ),
          },
          {
            key: 'sessions',
            title: t`Sessions in all`,
            number: true,
            cell: (one) => one.came.length,
          },
        ]}
      />
      <More shown={shown.length} total={all} more={more} onMore={showMore} />
      <ProblemText problem={problem} />
    </Section>
  );
}

function Certificates({ edition }: { readonly edition: string }) {
  const { t, i18n } = useLingui();
  const partName = usePartName();
  const path = `/api/exchange/editions/${edition}/certificates`;
  const rule = useAsk(['exchange', 'certificate-rule', edition], `${path}/rule`, certificateRule);
  const asked = useAskPages(
    ['exchange', 'certificates', edition],
    (after) => (after === null ? path : `${path}?after=${encodeURIComponent(after)}`),
    certificateList,
  );
  const { send, problem, busy } = useSend();
  const [issued, setIssued] = useState<number>();
  async function issue() {
    const made = await send('POST', path, undefined, z.object({ issued: z.int() }));
    setIssued(made?.issued);
  }
  return (
    <Section
      title={<Trans>Certificates</Trans>}
      actions={
        <Button loading={busy} onClick={() => void issue()}>
          <Trans>Make what is missing</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          Whoever came to a session gets one, and one more for each part: as speaker, moderator,
          interpreter, reviewer. Everybody finds their own in the workspace.
        </Trans>
      </p>
      {rule.value === undefined ? null : (
        <Checkbox
          mb="md"
          checked={rule.value.by_themselves}
          disabled={busy}
          label={t`They come by themselves from the day after the last day`}
          description={
            rule.value.by_themselves
              ? t`The last day is ${formatDay(i18n.locale, rule.value.ends_on)}. Mark by then who came; what you put right within a month is put right in them too.`
              : t`Nobody gets one until you choose “Make what is missing”.`
          }
          onChange={(event) =>
            void send('PUT', `${path}/rule`, { by_themselves: event.currentTarget.checked })
          }
        />
      )}
      {issued === undefined ? null : (
        <div role="status">
          <Notice>
            <Trans>New certificates: {issued}.</Trans>
          </Notice>
        </div>
      )}
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <p>
              <Trans>There are none yet.</Trans>
            </p>
          ) : (
            <>
              <DataTable
                caption={t`Certificates`}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: t`Name`,
                    cell: ({ id, name }) => (
                      <Link to="/workspace/certificates/$id" params={{ id }}>
                        {name}
                      </Link>
                    ),
                  },
                  { key: 'part', title: t`As`, cell: ({ part }) => partName(part) },
                  { key: 'code', title: t`Code`, cell: ({ code }) => code },
                  {
                    key: 'state',
                    title: t`Where it stands`,
                    cell: ({ id, name, revoked }) => (
                      <>
                        {revoked ? <Trans>Withdrawn</Trans> : <Trans>Valid</Trans>}{' '}
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          aria-label={
                            revoked ? t`Make it valid again: ${name}` : t`Withdraw: ${name}`
                          }
                          loading={busy}
                          onClick={() =>
                            void send('PUT', `/api/exchange/certificates/${id}`, {
                              revoked: !revoked,
                            })
                          }
                        >
                          {revoked ? <Trans>Make it valid again</Trans> : <Trans>Withdraw</Trans>}
                        </Button>
                      </>
                    ),
                  },
                ]}
              />
              <More
                shown={rows.length}
                total={rule.value?.made ?? rows.length}
                more={asked.more}
                busy={asked.busy}
                onMore={asked.showMore}
              />
            </>
          )
        }
      </Answered>
      <ProblemText problem={problem} />
    </Section>
  );
}
