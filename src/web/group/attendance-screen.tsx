import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { GroupMember, GroupRow, GroupSession } from '#domain/group/group.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import { useSayAbout } from '../case/use-cases.ts';
import { call } from '../http.ts';
import { useSayRegister } from '../people/use-register.ts';
import { NotFound } from '../root.tsx';
import { Answered } from '../ui/answered.tsx';
import { FieldProblems, otherProblems, TextField, unfilled } from '../ui/field.tsx';
import { formatWeekday } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { Waiting } from '../ui/waiting.tsx';
import styles from './group.module.css';
import {
  GROUPS,
  type OwnMember,
  useGroupOverLine,
  useGroups,
  useOwnMembers,
} from './use-groups.ts';

/** Who came on one day: a tap for each name, and how many neighbours. */
export function AttendanceScreen() {
  const { id = '', session = '' } = useParams({ strict: false }) as Record<string, string>;
  const groups = useGroups();
  return (
    <Answered asked={groups}>
      {(found) => {
        const group = found.get(id);
        const one = group?.sessions.find((known) => known.id === session);
        if (group === undefined || one === undefined) return <NotFound />;
        return <OneSession group={group} session={one} />;
      }}
    </Answered>
  );
}

interface SessionProps {
  readonly group: GroupRow;
  readonly session: GroupSession;
}

function OneSession({ group, session }: SessionProps) {
  const { t, i18n } = useLingui();
  const partner = useMe().role === 'partner';
  const on = formatWeekday(i18n.locale, session.on);
  return (
    <Page
      title={t`Who came`}
      heading={group.title}
      intro={
        <>
          {on}, {session.at}
        </>
      }
    >
      {partner ? (
        <ListOfLeader group={group} session={session} />
      ) : (
        <ListOfWorker group={group} session={session} />
      )}
      <Link to="/groups/$id" params={{ id: group.id }} className={parts.link}>
        <Trans>Back to the group</Trans>
      </Link>
    </Page>
  );
}

/** The people of this device's own files: each tap goes into the outbox, also without a line. */
function ListOfWorker({ group, session }: SessionProps) {
  const own = useOwnMembers(group.id);
  const say = useSayAbout();
  const sayRegister = useSayRegister();
  const [problem, setProblem] = useState<Problem>();
  if (own === undefined) return <Waiting />;
  const tap = async ({ file, participation_id }: OwnMember, attended: boolean) => {
    const said = await say(file, 'note_attendance', {
      ...{ participation_id, compartment: 'general', attended },
      ...{ group_session_id: session.id, on: session.on },
    });
    setProblem('problem' in said ? said.problem : undefined);
  };
  const then = own.filter(({ file, participation_id }) => {
    const one = file.state.group.participations[participation_id];
    return one !== undefined && one.joined_on <= session.on;
  });
  return (
    <>
      <Section title={<Trans>People you go along with</Trans>}>
        <ProblemText problem={problem} />
        {then.length === 0 ? <Trans>None of them took part that day.</Trans> : null}
        <ul className={styles.names}>
          {then.map((member) => {
            const one = member.file.state.group.participations[member.participation_id];
            const attended = one?.attendance[session.id]?.attended;
            return (
              <Name
                key={member.participation_id}
                called={member.called}
                attended={attended}
                onTap={(came) => void tap(member, came)}
              />
            );
          })}
        </ul>
      </Section>
      <Neighbours
        session={session}
        save={(neighbours) =>
          sayRegister('count_neighbours', {
            ...{ group_id: group.id, group_session_id: session.id, neighbours },
          }).then((said) => ('problem' in said ? said.problem : undefined))
        }
      />
    </>
  );
}

const answered = z.object({
  answers: z.array(z.object({ answer: z.string(), problem: z.custom<Problem>().optional() })),
});

/** The names of the list as the organisation knows them; said over the line, each tap at once. */
function ListOfLeader({ group, session }: SessionProps) {
  const over = useGroupOverLine(group.id);
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const send = async (marks: readonly object[], neighbours: number | null) => {
    const path = `/api/groups/${group.id}/sessions/${session.id}/attendance`;
    const body = { marks, neighbours, said_at: new Date().toISOString() };
    const reply = await call(path, answered, { method: 'POST', body });
    if (!reply.ok) return reply.problem;
    const bad = reply.value.answers.find(
      ({ answer, problem: said }) =>
        answer === 'gone' || (answer === 'refused' && said !== undefined),
    );
    if (bad !== undefined) return bad.problem ?? ({ code: 'gone' } as const);
    await queries.invalidateQueries({ queryKey: [GROUPS] });
    return undefined;
  };
  const tap = async ({ id: member_id, came }: GroupMember, attended: boolean) => {
    if (came[session.id] === attended) return;
    setProblem(await send([{ command_id: uuid(), member_id, attended }], null));
  };
  return (
    <Answered asked={over}>
      {({ members }) => (
        <>
          <Section title={<Trans>Names on the list</Trans>}>
            <p className={parts.soft}>
              <Trans>
                What you tap is written down at once. You see here what your organisation has said;
                what others have written stays with them.
              </Trans>
            </p>
            <ProblemText problem={problem} />
            {members?.length === 0 ? <Trans>Nobody is on the list yet.</Trans> : null}
            <ul className={styles.names}>
              {members?.map((member) => (
                <Name
                  key={member.id}
                  called={member.called}
                  attended={member.came[session.id]}
                  onTap={(attended) => void tap(member, attended)}
                />
              ))}
            </ul>
          </Section>
          <Neighbours session={session} save={(neighbours) => send([], neighbours)} />
        </>
      )}
    </Answered>
  );
}

interface NameProps {
  readonly called: string;
  readonly attended: boolean | undefined;
  readonly onTap: (attended: boolean) => void;
}

function Name({ called, attended, onTap }: NameProps) {
  return (
    <li>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line in all browsers */}
      <div className={styles.name} role="group" aria-label={called}>
        <span className={styles.called}>{called}</span>
        <Button
          variant={attended === true ? 'filled' : 'default'}
          aria-pressed={attended === true}
          onClick={() => onTap(true)}
        >
          <Trans>Came</Trans>
        </Button>
        <Button
          variant={attended === false ? 'filled' : 'default'}
          aria-pressed={attended === false}
          onClick={() => onTap(false)}
        >
          <Trans>Did not come</Trans>
        </Button>
      </div>
    </li>
  );
}

function Neighbours(props: {
  readonly session: GroupSession;
  readonly save: (neighbours: number) => Promise<Problem | undefined>;
}) {
  const { t } = useLingui();
  const [value, setValue] = useState(String(props.session.neighbours ?? ''));
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState(false);
  async function save(event: FormEvent) {
    event.preventDefault();
    setSaved(false);
    const wrong = unfilled({ neighbours: value }) ?? (await props.save(Number(value)));
    setProblem(wrong);
    setSaved(wrong === undefined);
  }
  return (
    <Section title={<Trans>Neighbours</Trans>}>
      <FieldProblems problem={problem}>
        <form className={parts.form} onSubmit={save} noValidate>
          <TextField
            path="neighbours"
            label={t`How many neighbours came`}
            description={t`A number and no names: no neighbour is written down anywhere.`}
            type="number"
            inputMode="numeric"
            min={0}
            max={500}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <ProblemText problem={otherProblems(problem, ['neighbours'])} />
          <div className={parts.buttons}>
            <Button type="submit">
              <Trans>Save</Trans>
            </Button>
            <span role="status">{saved ? <Trans>Saved</Trans> : null}</span>
          </div>
        </form>
      </FieldProblems>
    </Section>
  );
}
