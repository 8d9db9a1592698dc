import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { unitOf } from '#domain/work/occupation.ts';
import { type ShownVacancy, vacancyPage } from '#domain/work/vacancy.ts';
import { useMe } from '../account/use-session.ts';
import { useAskPages } from '../ask.ts';
import { Tick } from '../case/choice.tsx';
import { placeOptions } from '../directory/place-options.ts';
import { usePlaces } from '../directory/use-directory.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { OccupationField, type SaidOccupation } from './occupation-field.tsx';
import { fieldsOf } from './use-vacancies.ts';
import { VacancyFacts } from './vacancy-facts.tsx';
import { VacancyForm } from './vacancy-form.tsx';
import { WorkLinks } from './work-links.tsx';

const ENTERS = ['caseworker', 'supervisor', 'coordinator', 'partner'];
const NOTHING: SaidOccupation & { place: string; ended: boolean } = {
  ...{ words: '', occupation: null, place: '', ended: false },
};

/** Vacancies by occupation and place; whoever hears of one writes it down. */
export function VacanciesScreen() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const places = usePlaces();
  const [asked, setAsked] = useState(NOTHING);
  const [adding, setAdding] = useState(false);
  const change = (patch: Partial<typeof asked>) => setAsked({ ...asked, ...patch });
  return (
    <Page
      title={t`Vacancies`}
      intro={<Trans>Nothing about a person is asked here or kept.</Trans>}
      actions={
        ENTERS.includes(me.role ?? '') && !adding ? (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
            <Trans>Write down a vacancy</Trans>
          </Button>
        ) : undefined
      }
    >
      <WorkLinks />
      {adding ? (
        <Section title={<Trans>New vacancy</Trans>}>
          <VacancyForm close={() => setAdding(false)} />
        </Section>
      ) : null}
      <Section title={<Trans>What is looked for</Trans>}>
        <div className={parts.stack}>
          <OccupationField
            label={t`Occupation or words of the vacancy`}
            description={t`In any language: “sewing”, “швея”, “tikuvchi”.`}
            value={asked}
            onChange={change}
          />
          <ChoiceField
            path="place"
            label={t`Where`}
            value={asked.place}
            data={[
              { value: '', label: t`Everywhere` },
              ...placeOptions(places.value ?? [], i18n.locale),
            ]}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
          <Tick checked={asked.ended} onChange={(ended) => change({ ended })}>
            <Trans>Those that are over</Trans>
          </Tick>
        </div>
      </Section>
      <Hits asked={asked} />
    </Page>
  );
}

function Hits({ asked }: { readonly asked: typeof NOTHING }) {
  const { t } = useLingui();
  const search = useDeferredValue(
    new URLSearchParams({
      ...(asked.occupation === null ? {} : { occupation: unitOf(asked.occupation) }),
      ...(asked.occupation !== null || asked.words.trim() === ''
        ? {}
        : { text: asked.words.trim() }),
      ...(asked.place === '' ? {} : { place: asked.place }),
      ...(asked.ended ? { ended: 'true' } : {}),
    }).toString(),
  );
  const found = useAskPages(
    ['vacancies', search],
    (after) => `/api/vacancies?${search}${after === null ? '' : `&after=${after}`}`,
    vacancyPage,
  );
  return (
    <Section title={t`Vacancies found`}>
      <Answered asked={found}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <EmptyState
                icon={<IconBriefcase size={44} aria-hidden />}
                title={<Trans>No vacancy is written down for this</Trans>}
              >
                <Trans>Other words or a larger area may find one.</Trans>
              </EmptyState>
            ) : null}
            <ul className={parts.list}>
              {rows.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
            <More shown={rows.length} more={found.more} busy={found.busy} onMore={found.showMore} />
          </>
        )}
      </Answered>
    </Section>
  );
}

function Line({ one }: { readonly one: ShownVacancy }) {
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function takeBack() {
    const body = { version: one.version, withdrawn: true, vacancy: fieldsOf(one) };
    const reply = await call(`/api/vacancies/${one.id}`, z.object({}), { method: 'PUT', body });
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['vacancies'] });
  }
  return (
    <li>
      <VacancyFacts one={one} />
      <ProblemText problem={problem} />
      {editing ? <VacancyForm vacancy={one} close={() => setEditing(false)} /> : null}
      {one.mine && !editing ? (
        <div className={parts.buttons} style={{ marginBlockStart: '0.4rem' }}>
          <Button variant="default" onClick={() => setEditing(true)}>
            <Trans>Change</Trans>
          </Button>
          {one.withdrawn ? null : (
            <Button variant="subtle" onClick={() => void takeBack()}>
              <Trans>It is taken</Trans>
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}
