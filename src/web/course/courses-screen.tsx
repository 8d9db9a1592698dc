import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconCertificate, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { type CourseRow, takesWishes } from '#domain/course/course.ts';
import { useMe } from '../account/use-session.ts';
import { Tick } from '../case/choice.tsx';
import { placeOptions } from '../directory/place-options.ts';
import { useOrganisations, usePlaces } from '../directory/use-directory.ts';
import { Answered } from '../ui/answered.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import { useOpenForms } from '../ui/open-forms.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { today } from '../ui/today.ts';
import { CourseForm } from './course-form.tsx';
import { CourseImport } from './course-import.tsx';
import { useCourseFacts } from './course-words.ts';
import { keepsCourses, useCourses } from './use-courses.ts';

/** Courses that people may wish for; whoever keeps the directory adds them by hand or from a file. */
export function CoursesScreen() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const keeps = keepsCourses(me.role);
  const places = usePlaces();
  const forms = useOpenForms<'new' | 'file'>();
  const [asked, setAsked] = useState({ text: '', place: '', open: true });
  const change = (patch: Partial<typeof asked>) => setAsked({ ...asked, ...patch });
  return (
    <Page
      title={t`Courses`}
      intro={<Trans>Where a trade is learnt, and how many seats there are.</Trans>}
      actions={
        keeps ? (
          <>
            <Button variant="default" onClick={() => forms.open('file')}>
              <Trans>Bring in a file</Trans>
            </Button>
            <Button
              leftSection={<IconPlus size={20} aria-hidden />}
              onClick={() => forms.open('new')}
            >
              <Trans>New course</Trans>
            </Button>
          </>
        ) : undefined
      }
    >
      {forms.isOpen('new') ? (
        <Section title={<Trans>New course</Trans>}>
          <CourseForm close={() => forms.close('new')} />
        </Section>
      ) : null}
      {forms.isOpen('file') ? (
        <Section title={<Trans>Courses from a file</Trans>}>
          <CourseImport close={() => forms.close('file')} />
        </Section>
      ) : null}
      <Section title={<Trans>What is looked for</Trans>}>
        <div className={parts.pair}>
          <TextInput
            type="search"
            label={t`A word of its name, or the trade`}
            leftSection={<IconSearch size={20} aria-hidden />}
            autoComplete="off"
            maxLength={100}
            value={asked.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <ChoiceField
            path="place"
            label={t`Where`}
            value={asked.place}
            data={[
              { value: '', label: t`Anywhere` },
              ...placeOptions(places.value ?? [], i18n.locale),
            ]}
            onChange={(event) => change({ place: event.currentTarget.value })}
          />
        </div>
        <Tick checked={asked.open} onChange={(open) => change({ open })}>
          <Trans>Only those that can be wished for now</Trans>
        </Tick>
      </Section>
      <Hits {...asked} />
    </Page>
  );
}

function Hits({ text, place, open }: { text: string; place: string; open: boolean }) {
  const { t } = useLingui();
  const asked = useDeferredValue({ text, place, open_on: open ? today() : '' });
  const courses = useCourses(asked);
  const rows = courses.value;
  return (
    <Answered asked={courses}>
      {() => (
        <Section title={t`Courses found`}>
          {rows?.length === 0 ? (
            <EmptyState
              icon={<IconCertificate size={44} aria-hidden />}
              title={<Trans>No course fits all of this</Trans>}
            >
              <Trans>Leave one wish out and look again.</Trans>
            </EmptyState>
          ) : null}
          <ul className={parts.list}>
            {rows?.map((one) => (
              <Hit key={one.id} one={one} />
            ))}
          </ul>
          {courses.more ? (
            <Button variant="default" loading={courses.busy} onClick={courses.showMore}>
              <Trans>Show more</Trans>
            </Button>
          ) : null}
        </Section>
      )}
    </Answered>
  );
}

function Hit({ one }: { readonly one: CourseRow }) {
  const { i18n } = useLingui();
  const facts = useCourseFacts();
  const organisations = useOrganisations();
  const places = usePlaces();
  const provider = organisations.value?.find(({ id }) => id === one.organisation_id);
  const place = places.value?.find(({ id }) => id === one.place_id);
  return (
    <li>
      <Link to="/courses/$id" params={{ id: one.id }} className={parts.strong}>
        {labelIn(i18n.locale, one.name)}
      </Link>{' '}
      {takesWishes(one, today()) ? null : (
        <span className={parts.tag} data-tone="look">
          <Trans>takes no wishes now</Trans>
        </span>
      )}
      <div>
        {[provider, place]
          .map((row) => row && labelIn(i18n.locale, row.name))
          .filter(Boolean)
          .join(' · ')}
      </div>
      <div className={parts.soft}>{facts(one).join(' · ')}</div>
    </li>
  );
}
