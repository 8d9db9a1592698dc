import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { GroupRow } from '#domain/group/group.ts';
import { useMe } from '../account/use-session.ts';
import { useLabel } from '../case/labels.ts';
import { useOrganisations } from '../case/use-organisations.ts';
import { usePlaces } from '../case/use-places.ts';
import { NotFound } from '../root.tsx';
import { Answered } from '../ui/answered.tsx';
import { formatWeekday, labelIn, languageName } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { today } from '../ui/today.ts';
import { NextDate } from './groups-screen.tsx';
import { KeepGroup } from './keep-group.tsx';
import { useGroupChoices, useGroupOverLine, useGroups, useOwnMembers } from './use-groups.ts';

/** One group: when and where it meets, what was planned and held, and the names that this account knows. */
export function GroupScreen() {
  const { id = '' } = useParams({ strict: false });
  const groups = useGroups();
  return (
    <Answered asked={groups}>
      {(found) => {
        const group = found.get(id);
        return group === undefined ? <NotFound /> : <OneGroup group={group} />;
      }}
    </Answered>
  );
}

function OneGroup({ group }: { readonly group: GroupRow }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { kinds } = useGroupChoices();
  const places = usePlaces();
  const organisations = useOrganisations();
  const over = useGroupOverLine(group.id).value;
  const organisation = organisations.find((one) => one.id === group.organisation_id)?.name ?? '';
  const languages = group.languages.map((one) => languageName(i18n.locale, one)).join(', ');
  return (
    <Page
      title={t`Group`}
      heading={group.title}
      intro={<NextDate group={group} />}
      actions={
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link {...props} to="/groups/$id/print" params={{ id: group.id }} />
          )}
        >
          <Trans>List to print</Trans>
        </Button>
      }
    >
      <Section title={<Trans>About the group</Trans>}>
        <dl className={parts.facts}>
          <Fact name={t`Kind`}>{label(kinds, group.kind)}</Fact>
          <Fact name={t`Organisation`}>{organisation}</Fact>
          <Fact name={t`Leader`}>{group.leader}</Fact>
          <Fact name={t`Meeting place`}>
            {group.meeting_place}, {labelIn(i18n.locale, places?.get(group.place_id)?.name ?? {})}
          </Fact>
          <Fact name={t`Languages`}>{languages}</Fact>
          <Fact name={t`Places in the group`}>{group.capacity}</Fact>
          <Fact name={t`Children`}>
            {group.childcare ? t`Somebody looks after them` : t`Nobody looks after them`}
          </Fact>
        </dl>
      </Section>
      <Members group={group} members={over?.members ?? null} />
      <Sessions group={group} />
      {over?.abilities.change === true && group.ended_on === null ? (
        <KeepGroup group={group} />
      ) : null}
    </Page>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface MembersProps {
  readonly group: GroupRow;
  readonly members: readonly { id: string; called: string; children: number }[] | null;
}

function Members({ group, members }: MembersProps) {
  const { role } = useMe();
  const own = useOwnMembers(group.id) ?? [];
  if (members !== null) {
    return (
      <Section title={<Trans>Names on the list</Trans>}>
        <p className={parts.soft}>
          <Trans>What people wish to be called. Neighbours are counted and stand on no list.</Trans>
        </p>
        <ul className={parts.list}>
          {members.map((one) => (
            <li key={one.id}>
              {one.called}
              {one.children === 0 ? null : (
                <div className={parts.soft}>
                  <Trans>Children who come along: {one.children}</Trans>
                </div>
              )}
            </li>
          ))}
        </ul>
        {members.length === 0 ? <Trans>Nobody is on the list yet.</Trans> : null}
      </Section>
    );
  }
  if (role !== 'caseworker' && role !== 'supervisor') return null;
  return (
    <Section title={<Trans>People you go along with</Trans>}>
      {own.length === 0 ? <Trans>None of them takes part.</Trans> : null}
      <ul className={parts.list}>
        {own.map(({ file, participation_id, called }) => (
          <li key={participation_id}>
            <Link
              to="/cases/$id/$part"
              params={{ id: file.row.id, part: 'groups' }}
              className={parts.link}
            >
              {called}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Days behind and ahead, the nearest first; nothing of a person. */
function Sessions({ group }: { readonly group: GroupRow }) {
  const { i18n } = useLingui();
  const now = today();
  const takes = useTakesList(group);
  const past = group.sessions.filter((one) => one.on <= now).toReversed();
  const ahead = group.sessions.filter((one) => one.on > now);
  const line = (one: GroupRow['sessions'][number]) => (
    <li key={one.id}>
      <div className={parts.item}>
        <div>
          {formatWeekday(i18n.locale, one.on)}, {one.at}
          <div className={parts.soft}>
            {one.state === 'dropped' ? <Trans>Fell out</Trans> : null}
            {one.neighbours === null ? null : <Trans>Neighbours: {one.neighbours}</Trans>}
          </div>
        </div>
        {takes && one.on <= now && one.state !== 'dropped' ? (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/groups/$id/sessions/$session"
                params={{ id: group.id, session: one.id }}
              />
            )}
          >
            <Trans>Who came</Trans>
          </Button>
        ) : null}
      </div>
    </li>
  );
  return (
    <>
      <Section title={<Trans>Dates ahead</Trans>}>
        {ahead.length === 0 ? <Trans>No further date is planned.</Trans> : null}
        <ul className={parts.list}>{ahead.map(line)}</ul>
      </Section>
      <Section title={<Trans>Dates behind</Trans>}>
        {past.length === 0 ? <Trans>It has not met yet.</Trans> : null}
        <ul className={parts.list}>{past.map(line)}</ul>
      </Section>
    </>
  );
}

/** Whose screen takes a list: who carries files, and who runs the group. */
function useTakesList(group: GroupRow): boolean {
  const { role } = useMe();
  if (role === 'partner' || role === 'caseworker' || role === 'supervisor') {
    return group.compartment === 'general';
  }
  return false;
}
