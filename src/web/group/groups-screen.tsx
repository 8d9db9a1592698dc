import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type GroupRow, nextSession } from '#domain/group/group.ts';
import { useMe } from '../account/use-session.ts';
import { useLabel } from '../case/labels.ts';
import { usePlaces } from '../case/use-places.ts';
import { Answered } from '../ui/answered.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { formatWeekday, labelIn } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { today } from '../ui/today.ts';
import { useGroupChoices, useGroups } from './use-groups.ts';

/** Groups of places by kind and place; who takes part stands in none of these lines. */
export function GroupsScreen() {
  const { t } = useLingui();
  const groups = useGroups();
  const { role } = useMe();
  return (
    <Page
      title={t`Groups`}
      intro={
        <Trans>Open to neighbours. Nobody on a list tells by it what else they come for.</Trans>
      }
      actions={
        role === 'intake_officer' ? undefined : (
          <Button component={Link} to="/groups/new" variant="default">
            <Trans>New group</Trans>
          </Button>
        )
      }
    >
      <Answered asked={groups}>{(found) => <List groups={[...found.values()]} />}</Answered>
    </Page>
  );
}

function List({ groups }: { readonly groups: readonly GroupRow[] }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { kinds } = useGroupChoices();
  const places = usePlaces();
  const [kind, setKind] = useState('');
  const [place, setPlace] = useState('');
  const placeName = (id: string) => labelIn(i18n.locale, places?.get(id)?.name ?? {});
  const here = [...new Set(groups.map((one) => one.place_id))];
  const shown = groups
    .filter((one) => (kind === '' || one.kind === kind) && (place === '' || one.place_id === place))
    .toSorted((a, b) => a.title.localeCompare(b.title, i18n.locale));
  const running = shown.filter((one) => one.ended_on === null);
  const ended = shown.filter((one) => one.ended_on !== null);
  return (
    <Section title={<Trans>Groups that meet</Trans>}>
      <div className={parts.pair}>
        <ChoiceField
          path="kind"
          label={t`Kind`}
          value={kind}
          data={[
            { value: '', label: t`All kinds` },
            ...kinds.map(({ code }) => ({ value: code, label: label(kinds, code) })),
          ]}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        <ChoiceField
          path="place"
          label={t`Place`}
          value={place}
          data={[
            { value: '', label: t`All places` },
            ...here.map((id) => ({ value: id, label: placeName(id) })),
          ]}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      </div>
      {running.length === 0 ? (
        <EmptyState
          icon={<IconUsersGroup size={44} aria-hidden />}
          title={<Trans>No group meets here yet</Trans>}
        />
      ) : null}
      <ul className={parts.list}>
        {[...running, ...ended].map((one) => (
          <li key={one.id}>
            <Link to="/groups/$id" params={{ id: one.id }} className={parts.link}>
              <strong>{one.title}</strong>
            </Link>
            <div className={parts.soft}>
              {[label(kinds, one.kind), placeName(one.place_id), one.meeting_place].join(' · ')}
            </div>
            <div className={parts.soft}>
              <NextDate group={one} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** When a group meets next; said the same wherever a group stands. */
export function NextDate({ group }: { readonly group: GroupRow }) {
  const { i18n } = useLingui();
  if (group.ended_on !== null) return <Trans>This group has ended.</Trans>;
  const next = nextSession(group, today());
  if (next === null) return <Trans>No further date is planned.</Trans>;
  const on = formatWeekday(i18n.locale, next.on);
  return (
    <Trans>
      Next: {on}, {next.at}
    </Trans>
  );
}
