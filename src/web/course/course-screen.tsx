import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { type CourseRow, takesWishes } from '#domain/course/course.ts';
import { useMe } from '../account/use-session.ts';
import { useOrganisations, usePlaces } from '../directory/use-directory.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay, formatMoney, labelIn, languageName } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { today } from '../ui/today.ts';
import { CourseForm } from './course-form.tsx';
import { keepsCourses, useCourse } from './use-courses.ts';

/** One course: what is learnt, where, when, what is asked for; changed in place by whoever keeps it. */
export function CourseScreen() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ from: '/courses/$id' });
  const me = useMe();
  const course = useCourse(id);
  const [changing, setChanging] = useState(false);
  return (
    <Page
      title={t`The course`}
      heading={course.value === undefined ? undefined : labelIn(i18n.locale, course.value.name)}
      actions={
        keepsCourses(me.role) && !changing && course.value !== undefined ? (
          <Button variant="default" onClick={() => setChanging(true)}>
            <Trans>Change</Trans>
          </Button>
        ) : undefined
      }
    >
      <Answered asked={course}>
        {(one) => (
          <>
            {changing ? (
              <Section title={<Trans>Change the course</Trans>}>
                <CourseForm course={one} close={() => setChanging(false)} />
              </Section>
            ) : null}
            <Facts one={one} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Facts({ one }: { readonly one: CourseRow }) {
  const { t, i18n } = useLingui();
  const organisations = useOrganisations();
  const places = usePlaces();
  const provider = organisations.value?.find((row) => row.id === one.organisation_id);
  const place = places.value?.find((row) => row.id === one.place_id);
  const days = (day: string | null) => (day === null ? '' : formatDay(i18n.locale, day));
  const trade = [one.occupation_words, one.occupation === null ? null : `ISCO ${one.occupation}`];
  const lines: readonly (readonly [string, string])[] = [
    [t`Who teaches it`, provider === undefined ? '' : labelIn(i18n.locale, provider.name)],
    [t`Trade`, trade.filter((word) => word !== null).join(' · ')],
    [t`Where`, place === undefined ? '' : labelIn(i18n.locale, place.name)],
    [t`From`, days(one.starts_on)],
    [t`Until`, days(one.ends_on)],
    [t`When`, one.hours ?? ''],
    [t`Seats`, String(one.seats)],
    [t`What is required`, one.entry ?? ''],
    [t`Languages`, one.languages.map((tag) => languageName(i18n.locale, tag)).join(', ')],
    [t`Children`, one.childcare ? t`children are looked after` : t`nobody looks after children`],
    [t`Cost`, one.cost === null ? t`free of charge` : formatMoney(i18n.locale, one.cost)],
    [
      t`Wishes`,
      takesWishes(one, today())
        ? t`can be wished for until ${days(one.wishes_until ?? one.starts_on)}`
        : t`takes no wishes now`,
    ],
  ];
  return (
    <Section title={<Trans>About the course</Trans>}>
      <dl className={parts.facts}>
        {lines
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </Section>
  );
}
