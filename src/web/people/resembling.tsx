import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { comparable, compareForDuplicate } from '#domain/people/duplicate.ts';
import { type ResemblingHit, resemblingAnswer } from '#domain/people/search.ts';
import { useMe } from '../account/use-session.ts';
import type { PersonRow } from '../case/rows.ts';
import { birthOfRow } from '../case/use-age.ts';
import { useCases } from '../case/use-cases.ts';
import { hasCaseload } from '../device/caseload.ts';
import { call } from '../http.ts';
import case_ from '../ui/parts.module.css';
import { type Newcomer, nameOf } from './newcomer.ts';
import own from './people.module.css';
import { PersonLine, todayHere } from './person-line.tsx';
import { useHeldRegister } from './use-register.ts';
import { LIKENESS_WORDS, wordOf } from './words.ts';

/**
 * "Is it one of these?": people within reach who resemble the newcomer, with the reasons. Who resembles
 * somebody beyond reach is looked at by the intake officer; nothing of that shows here.
 */
export function Resembling({ newcomer }: { readonly newcomer: Newcomer }) {
  const carried = hasCaseload(useMe().role);
  const settled = useDeferredValue(newcomer);
  const enough = settled.given.trim().length > 1;
  if (!enough) return null;
  return carried ? <OnDevice newcomer={settled} /> : <OverLine newcomer={settled} />;
}

function OnDevice({ newcomer }: { readonly newcomer: Newcomer }) {
  const register = useHeldRegister();
  const cases = useCases();
  const hits = useMemo(() => {
    const mine = comparable(summaryOf(newcomer));
    const found: ResemblingHit[] = [];
    for (const person of register?.people.values() ?? []) {
      if (person.id === newcomer.person_id) continue;
      const { level, reasons } = compareForDuplicate(mine, comparable(summaryOfRow(person)));
      if (level === 'none') continue;
      const file = [...(cases?.values() ?? [])].find((one) => one.row.person_id === person.id);
      const { name, called, sex, birth_date, birth_precision, birth_estimated } = person;
      found.push({
        ...{ person_id: person.id, kind: 'participant', name, called, sex, level },
        ...{ birth_date, birth_precision, birth_estimated, reasons: [...reasons] },
        ...{ case_id: file?.row.id ?? null, number: file?.row.number ?? null },
        ...{ place_id: null, stage: null },
      });
    }
    return found.slice(0, 5);
  }, [newcomer, register, cases]);
  return <Hint hits={hits} />;
}

function OverLine({ newcomer }: { readonly newcomer: Newcomer }) {
  const body = {
    ...{ id: newcomer.person_id, name: nameOf(newcomer), former_names: [], sex: newcomer.sex },
    ...{ citizenships: newcomer.citizenships, papers: newcomer.papers },
    ...(newcomer.birth === null ? {} : { birth: newcomer.birth }),
  };
  // Asked when the step is over, not with each letter: every question is written down.
  const key = JSON.stringify(body);
  const { data } = useQuery({
    queryKey: ['resembling', key],
    enabled: newcomer.step > 0,
    staleTime: 600_000,
    queryFn: ({ signal }) =>
      call('/api/people/resembling', resemblingAnswer, { method: 'POST', body, signal }),
  });
  return <Hint hits={data?.ok === true ? data.value.people.slice(0, 5) : []} />;
}

function Hint({ hits }: { readonly hits: readonly ResemblingHit[] }) {
  const { i18n } = useLingui();
  const today = todayHere();
  if (hits.length === 0) return null;
  return (
    <div className={case_.look} role="status">
      <div className={case_.strong}>
        <Trans>Is it somebody who is here already?</Trans>
      </div>
      <ul className={own.hits}>
        {hits.map((hit) => (
          <li key={hit.person_id}>
            <PersonLine person={hit} caseId={hit.case_id} today={today} more={[hit.number]}>
              <div className={case_.soft}>
                {hit.reasons.map((reason) => wordOf(i18n, LIKENESS_WORDS, reason)).join(', ')}
              </div>
            </PersonLine>
          </li>
        ))}
      </ul>
      <Trans>If not, simply go on.</Trans>
    </div>
  );
}

function summaryOf(one: Newcomer) {
  return {
    ...{ names: [nameOf(one)], sex: one.sex, citizenship: one.citizenships },
    birth: one.birth ?? undefined,
    papers: one.papers.flatMap((paper) => (paper.number === undefined ? [] : [paper.number])),
  };
}

function summaryOfRow(person: PersonRow) {
  return {
    ...{ names: [person.name, ...person.former_names], sex: person.sex },
    ...{ citizenship: person.citizenships, birth: birthOfRow(person) },
    papers: person.papers.flatMap((paper) => (paper.number === undefined ? [] : [paper.number])),
  };
}
