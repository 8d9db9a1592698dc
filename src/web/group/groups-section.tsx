import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { Participation } from '#domain/case/group.ts';
import type { GroupCompartment } from '#domain/case/model-groups.ts';
import type { GroupRow } from '#domain/group/group.ts';
import { layoutOf } from '#domain/print/layout.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseFile } from '../case/case-file.ts';
import { Choice, Tick } from '../case/choice.tsx';
import { CommandForm } from '../case/command-form.tsx';
import { useSay } from '../case/use-cases.ts';
import { useMay } from '../case/use-may.ts';
import { PrintLink } from '../print/print-link.tsx';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { formatDay, formatWeekday } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import own from './group.module.css';
import { NextDate } from './groups-screen.tsx';
import { useGroups } from './use-groups.ts';

const NONE: ReadonlyMap<string, GroupRow> = new Map();

/** Groups in which the person takes part because they want to, each with its next date. */
export function GroupsSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const groups = useGroups().value ?? NONE;
  const all = Object.entries(file.state.group.participations);
  const running = all.filter(([, one]) => one.left_on === null);
  const over = all.filter(([, one]) => one.left_on !== null);
  return (
    <Section title={<Trans>Groups</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Neighbours take part in them too. A day on which somebody did not come is no sign of
          anything, and nothing follows from it.
        </Trans>
      </p>
      {all.length === 0 ? (
        <EmptyState
          icon={<IconUsersGroup size={44} aria-hidden />}
          title={<Trans>No group yet</Trans>}
        />
      ) : null}
      <ul className={styles.list}>
        {running.map(([id, one]) => (
          <OneGroup key={id} file={file} id={id} one={one} group={groups.get(one.group_id)} />
        ))}
      </ul>
      {over.length === 0 ? null : (
        <>
          <h3>
            <Trans>Before</Trans>
          </h3>
          <ul className={styles.list}>
            {over.map(([id, one]) => (
              <Finished key={id} file={file} id={id} one={one} group={groups.get(one.group_id)} />
            ))}
          </ul>
        </>
      )}
      {may.append ? <JoinGroup file={file} groups={groups} /> : null}
    </Section>
  );
}

interface OneProps {
  readonly file: CaseFile;
  readonly id: string;
  readonly one: Participation;
  readonly group: GroupRow | undefined;
}

function OneGroup({ file, id, one, group }: OneProps) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const { today } = file.situation;
  const said = { participation_id: id, compartment: one.compartment };
  const tell = async (told: ReturnType<typeof say>) => {
    const answer = await told;
    setProblem('problem' in answer ? answer.problem : undefined);
  };
  const days = (group?.sessions ?? [])
    .filter(({ on, state }) => on >= one.joined_on && on <= today && state !== 'dropped')
    .toReversed()
    .slice(0, 4);
  const since = formatDay(i18n.locale, one.joined_on);
  return (
    <li>
      <Link to="/groups/$id" params={{ id: one.group_id }} className={styles.link}>
        <strong>{group?.title ?? <Trans>A group</Trans>}</strong>
      </Link>
      <div>{group === undefined ? null : <NextDate group={group} />}</div>
      <div className={styles.soft}>
        <Trans>
          Since {since}, called {one.called} there
        </Trans>
      </div>
      <ProblemText problem={problem} />
      {days.map((day) => {
        const noted = one.attendance[day.id]?.attended;
        const on = formatWeekday(i18n.locale, day.on);
        return may.append ? (
          <div key={day.id} className={own.day}>
            <Choice
              path={day.id}
              legend={on}
              options={[
                { value: 'yes', label: <Trans>Came</Trans> },
                { value: 'no', label: <Trans>Did not come</Trans> },
              ]}
              value={noted === undefined ? '' : noted ? 'yes' : 'no'}
              onChange={(value) =>
                void tell(
                  say('note_attendance', {
                    ...{ ...said, group_session_id: day.id, on: day.on, attended: value === 'yes' },
                  }),
                )
              }
            />
          </div>
        ) : (
          <div key={day.id} className={styles.soft}>
            {on}:{' '}
            {noted === undefined ? (
              <Trans>not written down</Trans>
            ) : noted ? (
              <Trans>came</Trans>
            ) : (
              <Trans>did not come</Trans>
            )}
          </div>
        );
      })}
      {group === undefined || group.ended_on === null ? null : (
        <CertificateLink file={file} id={id} />
      )}
      {may.append ? (
        <div className={styles.buttons}>
          <Button
            variant="default"
            onClick={() => void tell(say('leave_group', { ...said, on: today }))}
          >
            <Trans>The person leaves the group</Trans>
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** The paper that says it, once the person has left or the group is over. */
function CertificateLink({ file, id }: Pick<OneProps, 'file' | 'id'>) {
  if (layoutOf(file.model, 'group_certificate') === null) return null;
  return (
    <PrintLink file={file} about={id}>
      <Trans>Print a certificate of attendance</Trans>
    </PrintLink>
  );
}

function Finished({ file, id, one, group }: OneProps) {
  const { i18n } = useLingui();
  const from = formatDay(i18n.locale, one.joined_on);
  const until = formatDay(i18n.locale, one.left_on ?? one.joined_on);
  return (
    <li>
      <strong>{group?.title ?? <Trans>A group</Trans>}</strong>
      <div className={styles.soft}>
        <Trans>
          {from} to {until}
        </Trans>
      </div>
      <CertificateLink file={file} id={id} />
    </li>
  );
}

interface JoinProps {
  readonly file: CaseFile;
  readonly groups: ReadonlyMap<string, GroupRow>;
}

function JoinGroup({ file, groups }: JoinProps) {
  const { t, i18n } = useLingui();
  const { role, today } = file.situation;
  const wanted: GroupCompartment[] =
    role === 'specialist_psychosocial' ? ['general', 'psychosocial'] : ['general'];
  const taken = new Set(
    Object.values(file.state.group.participations)
      .filter((one) => one.left_on === null)
      .map((one) => one.group_id),
  );
  const open = [...groups.values()]
    .filter((one) => one.ended_on === null && !taken.has(one.id))
    .filter((one) => wanted.includes(one.compartment))
    .toSorted((a, b) => a.title.localeCompare(b.title, i18n.locale));
  const initial = {
    ...{ group_id: '', on: today, children: '0', agreed: false },
    called: file.person?.called ?? file.person?.name.given ?? '',
  };
  return (
    <CommandForm
      file={file}
      kind="join_group"
      open={<Trans>The person wants to take part in a group</Trans>}
      initial={initial}
      body={({ group_id, on, children, agreed, called }) => {
        const group = groups.get(group_id);
        return {
          ...{ participation_id: uuid(), group_id, on, called, children: Number(children) },
          organisation_id: group?.organisation_id ?? '',
          compartment: group?.compartment ?? 'general',
          agreed_by_person: agreed as true,
        };
      }}
      paths={['group_id', 'organisation_id', 'on', 'called', 'children', 'agreed_by_person']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="group_id"
            label={t`Group`}
            data={[
              { value: '', label: t`Please choose` },
              ...open.map((one) => ({
                value: one.id,
                label: `${one.title}, ${one.meeting_place}`,
              })),
            ]}
            value={value.group_id}
            onChange={(event) => change({ group_id: event.currentTarget.value })}
          />
          <TextField
            path="called"
            label={t`What the person is called there`}
            description={t`A first name, or the name that the person wishes. Whoever leads the group reads it.`}
            value={value.called}
            onChange={(event) => change({ called: event.currentTarget.value })}
          />
          <TextField
            path="children"
            label={t`Children who come along`}
            type="number"
            inputMode="numeric"
            min={0}
            max={20}
            value={value.children}
            onChange={(event) => change({ children: event.currentTarget.value })}
          />
          <DayField
            path="on"
            label={t`From`}
            value={value.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
          <Tick
            path="agreed_by_person"
            checked={value.agreed}
            onChange={(agreed) => change({ agreed })}
          >
            <Trans>The person wants this, and agrees that the leader reads this name</Trans>
          </Tick>
        </>
      )}
    </CommandForm>
  );
}
