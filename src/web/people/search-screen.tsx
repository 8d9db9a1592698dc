import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react';
import { type SearchHit, searchAnswer } from '#domain/people/search.ts';
import { useAbility, useMe } from '../account/use-session.ts';
import { useCases } from '../case/use-cases.ts';
import { useNames } from '../case/use-names.ts';
import { hasCaseload } from '../device/caseload.ts';
import { MustHelpNow } from '../emergency-opening/must-help-now.tsx';
import { call } from '../http.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type Findable, find } from './find.ts';
import own from './people.module.css';
import { PersonLine, todayHere } from './person-line.tsx';
import { useHeldRegister } from './use-register.ts';

/** Find somebody by name in any script, or by the number of the file. */
export function SearchScreen() {
  const { t } = useLingui();
  const me = useMe();
  const mayOpen = useAbility('open:general');
  return (
    <Page
      title={t`Search`}
      intro={<Trans>A name in any script or spelling, or the number of a support file.</Trans>}
      actions={
        mayOpen ? (
          <Button
            component={Link}
            to="/people/new"
            variant="default"
            leftSection={<IconUserPlus size={20} aria-hidden />}
          >
            <Trans>New arrival</Trans>
          </Button>
        ) : undefined
      }
    >
      {hasCaseload(me.role) ? <DeviceSearch /> : <LineSearch />}
    </Page>
  );
}

interface Held extends Findable {
  readonly hit: SearchHit;
}

/** Over what this device carries: at once with each letter, and without a line. */
function DeviceSearch() {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const all = useHeldPeople();
  const hits = useMemo(
    () => (all === undefined ? undefined : find(all, wanted).map((one) => one.hit)),
    [all, wanted],
  );
  return (
    <>
      <TextInput
        type="search"
        label={t`Name or number`}
        description={t`Looks through the support files on this device and their families, also without a line.`}
        leftSection={<IconSearch size={20} aria-hidden />}
        autoComplete="off"
        mb="md"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {hits === undefined ? <Waiting /> : null}
      {wanted.trim() === '' || hits === undefined ? null : <Hits hits={hits} />}
    </>
  );
}

function useHeldPeople(): readonly Held[] | undefined {
  const register = useHeldRegister();
  const cases = useCases();
  return useMemo(() => {
    if (register === undefined || cases === undefined) return undefined;
    const files = Map.groupBy(cases.values(), (file) => file.row.person_id);
    const held: Held[] = [];
    for (const [person_id, own_files] of files) {
      const person = register.people.get(person_id);
      const [file] = own_files;
      if (person === undefined || file === undefined) continue;
      const { name, called, sex, birth_date, birth_precision, birth_estimated } = person;
      const { id, number, place_id, stage } = file.row;
      held.push({
        person_id,
        names: [name, ...person.former_names],
        numbers: own_files.map((one) => one.row.number),
        hit: {
          ...{ person_id, case_id: id, number, kind: 'participant', name, called, sex },
          ...{ birth_date, birth_precision, birth_estimated, place_id, stage },
        },
      });
      for (const household of person.household_ids) {
        for (const member of register.households.get(household)?.members ?? []) {
          if (member.name === null || member.kind !== 'relative') continue;
          if (held.some((one) => one.person_id === member.person_id)) continue;
          held.push({
            ...{ person_id: member.person_id, names: [member.name], numbers: [] },
            hit: {
              ...{ person_id: member.person_id, case_id: id, number, kind: 'relative' },
              ...{ name: member.name, called: null, sex: member.sex, place_id, stage: null },
              birth_date: member.birth_year === null ? null : `${member.birth_year}-01-01`,
              birth_precision: member.birth_year === null ? null : 'year',
              birth_estimated: null,
            },
          });
        }
      }
    }
    return held;
  }, [register, cases]);
}

/** Over the line, for roles whose files no device carries: asked once per press of the button. */
function LineSearch() {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['search', asked],
    enabled: asked !== '',
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      call(`/api/search?text=${encodeURIComponent(asked)}`, searchAnswer, { signal }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <>
      <form onSubmit={submit} className={own.searchForm}>
        <TextInput
          type="search"
          label={t`Name or number`}
          leftSection={<IconSearch size={20} aria-hidden />}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={isFetching}>
          <Trans>Search</Trans>
        </Button>
      </form>
      {data?.ok === false ? <ProblemText problem={data.problem} /> : null}
      {data?.ok === true ? <Hits hits={data.value.people} /> : null}
    </>
  );
}

function Hits({ hits }: { readonly hits: readonly SearchHit[] }) {
  const { t } = useLingui();
  const names = useNames();
  const today = todayHere();
  if (hits.length === 0) {
    return (
      <EmptyState
        icon={<IconUserSearch size={44} aria-hidden />}
        title={<Trans>Nobody found among the people you work with</Trans>}
      >
        <Trans>Try a part of the name, or another spelling.</Trans>
        <MustHelpNow />
      </EmptyState>
    );
  }
  return (
    <Section title={<Trans>Found</Trans>}>
      <ul className={own.hits}>
        {hits.map((hit) => (
          <li key={`${hit.person_id} ${hit.case_id}`}>
            <PersonLine
              person={hit}
              caseId={hit.case_id}
              today={today}
              more={[
                hit.kind === 'relative' ? t`a relative; opens the family's file` : hit.number,
                names.place(hit.place_id),
              ]}
            />
          </li>
        ))}
      </ul>
      {hits.length === 50 ? (
        <Notice>
          <Trans>Only the first 50 are shown. Please type more of the name.</Trans>
        </Notice>
      ) : null}
    </Section>
  );
}
