import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { WorkProfile } from '#domain/case/work-profile.ts';
import type { Problem } from '#domain/problem.ts';
import { type Fit, type FitQuestion, fit } from '#domain/work/fit.ts';
import { shownVacancy } from '#domain/work/vacancy.ts';
import type { CaseFile } from '../case/case-file.ts';
import { useSay } from '../case/use-cases.ts';
import { useMay } from '../case/use-may.ts';
import { call } from '../http.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { VacancyFacts } from './vacancy-facts.tsx';
import { AGAINST_WORDS, ASK_WORDS, FOR_WORDS } from './vacancy-words.ts';

const answer = z.object({
  vacancies: z.array(shownVacancy.extend({ fit })),
  total: z.int(),
});
type Line = z.infer<typeof answer>['vacancies'][number];

/** What is asked for somebody: codes, a place and limits, and no word that the person said. */
export function questionFor(file: CaseFile, profile: WorkProfile): FitQuestion | null {
  const [place_id] = file.state.opening.place_path;
  if (place_id === undefined) return null;
  const codes = (list: readonly { readonly occupation: string | null }[]) =>
    list.flatMap(({ occupation }) => (occupation === null ? [] : [occupation]));
  const { words: _words, ...limits } = profile.limits;
  return {
    // Who wishes a business of their own looks for no vacancy.
    wishes: codes(profile.wishes.filter(({ as }) => as !== 'own_business')),
    ...{ experience: codes(profile.experience), place_id, ...limits },
    languages: (file.person?.languages ?? []).slice(0, 12),
  };
}

/** All open vacancies for the person, those first that fit, each with what speaks for and against it. */
export function FittingPart({
  file,
  profile,
}: {
  readonly file: CaseFile;
  readonly profile: WorkProfile;
}) {
  const [opened, setOpened] = useState(false);
  const asked = questionFor(file, profile);
  if (asked === null) return null;
  return (
    <Section title={<Trans>Vacancies for the person</Trans>}>
      <p className={parts.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          All open vacancies stand here: the person’s wish first, then what is looked for in this
          area, then what the person has done, then how near it is. You and the person decide. The
          employer learns nothing.
        </Trans>
      </p>
      {opened ? (
        <Fitting file={file} asked={asked} />
      ) : (
        <Button variant="default" onClick={() => setOpened(true)}>
          <Trans>Look for vacancies</Trans>
        </Button>
      )}
    </Section>
  );
}

function Fitting({ file, asked }: { readonly file: CaseFile; readonly asked: FitQuestion }) {
  const [from, setFrom] = useState(0);
  // By what is asked, never by whose file it is.
  const { data } = useQuery({
    queryKey: ['vacancies', 'fitting', asked, from],
    queryFn: ({ signal }) =>
      call('/api/vacancies/fitting', answer, { method: 'POST', body: { asked, from }, signal }),
    retry: false,
  });
  if (data === undefined) return <Waiting />;
  if (!data.ok) return <ProblemText problem={data.problem} />;
  const { vacancies, total } = data.value;
  const first = from + 1;
  const last = from + vacancies.length;
  return (
    <>
      {total === 0 ? (
        <p>
          <Trans>No vacancy is open now.</Trans>{' '}
          <Link to="/labour" className={parts.link}>
            <Trans>Vacancies</Trans>
          </Link>
        </p>
      ) : null}
      <ul className={parts.list}>
        {vacancies.map((one) => (
          <FittingLine key={one.id} file={file} one={one} />
        ))}
      </ul>
      {total > vacancies.length ? (
        <div className={parts.buttons}>
          <span className={parts.soft}>
            <Trans>
              {first} to {last} of {total}
            </Trans>
          </span>
          {from === 0 ? null : (
            <Button variant="default" onClick={() => setFrom(Math.max(0, from - 50))}>
              <Trans>The ones before</Trans>
            </Button>
          )}
          {last < total ? (
            <Button variant="default" onClick={() => setFrom(last)}>
              <Trans>The next ones</Trans>
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function FittingLine({ file, one }: { readonly file: CaseFile; readonly one: Line }) {
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const isOffered = Object.values(file.state.work_offer.offers).some(
    ({ target_id }) => target_id === one.id,
  );
  async function offer() {
    const said = await say('offer_work', {
      ...{ offer_id: uuid(), kind: 'vacancy', target_id: one.id, words: one.title },
      occupation: one.occupation,
    });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <li>
      <VacancyFacts one={one} />
      <FitLines fit={one.fit} />
      <ProblemText problem={problem} />
      {isOffered ? (
        <span className={parts.tag}>
          <Trans>Offered to the person</Trans>
        </span>
      ) : may.append ? (
        <div style={{ marginBlockStart: '0.4rem' }}>
          <Button variant="default" onClick={() => void offer()}>
            <Trans>Offered to the person: write it down</Trans>
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** What speaks for it, what against it, and what has to be asked. */
export function FitLines({ fit: { for: good, against, ask, wish } }: { readonly fit: Fit }) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const reasons = [
    ...(wish === null ? [] : [t`wish ${wish}`]),
    ...good.filter((one) => one !== 'wished').map((one) => i18n._(FOR_WORDS[one])),
  ];
  const said = (list: readonly string[]) => list.join(', ');
  const speaking = said(reasons);
  const hindering = said(against.map((one) => i18n._(AGAINST_WORDS[one])));
  const asking = said(ask.map((one) => i18n._(ASK_WORDS[one])));
  return (
    <ul style={{ margin: '0.35rem 0 0', paddingInlineStart: '1.2rem' }}>
      {speaking === '' ? null : (
        <li>
          <Trans>For it: {speaking}</Trans>
        </li>
      )}
      {hindering === '' ? null : (
        <li>
          <Trans>Against it: {hindering}</Trans>
        </li>
      )}
      {asking === '' ? null : (
        <li>
          <Trans>To be asked: {asking}</Trans>
        </li>
      )}
    </ul>
  );
}
