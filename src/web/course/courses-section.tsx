import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Input } from '@mantine/core';
import { IconArrowUp, IconCertificate, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { MOST_WISHES } from '#domain/case/course-wish.ts';
import { type CourseRow, takesWishes } from '#domain/course/course.ts';
import type { Problem } from '#domain/problem.ts';
import type { CaseFile } from '../case/case-file.ts';
import { Tick } from '../case/choice.tsx';
import { CommandForm } from '../case/command-form.tsx';
import { useSay } from '../case/use-cases.ts';
import { useMay } from '../case/use-may.ts';
import { ChoiceField, useFieldError } from '../ui/field.tsx';
import { formatDay, labelIn } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { CourseAnswers } from './course-answers-part.tsx';
import { useCourseFacts } from './course-words.ts';
import { useKnownCourses } from './use-known-courses.ts';

/** The list as a whole, each place of it, and the person's word. */
const WISH_PATHS = [
  ...['courses', 'agreed_by_person'],
  ...Array.from({ length: MOST_WISHES }, (_, at) => `courses.${at}`),
];
const NONE: ReadonlyMap<string, CourseRow> = new Map();

/** Courses that the person wishes for, the dearest first, and what became of it. */
export function CoursesSection({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const may = useMay(file);
  const courses = useKnownCourses().value ?? NONE;
  const { wishes, since } = file.state.course_wish;
  const waiting = since === null ? '' : formatDay(i18n.locale, since);
  return (
    <Section title={<Trans>Courses</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Where seats are scarce, a round gives them by two things only: whether work or training is
          an urgent need, and how long somebody has waited. Nothing else is looked at.
        </Trans>
      </p>
      {wishes.length === 0 ? (
        <EmptyState
          icon={<IconCertificate size={44} aria-hidden />}
          title={<Trans>No course is wished for</Trans>}
        />
      ) : (
        <>
          <h3>
            <Trans>Wishes, the dearest first</Trans>
          </h3>
          <ol className={styles.list}>
            {wishes.map((id, at) => (
              <Wish key={id} at={at + 1} course={courses.get(id)} />
            ))}
          </ol>
          <p className={styles.soft}>
            <Trans>Waits since {waiting}</Trans>
          </p>
        </>
      )}
      <CourseAnswers file={file} />
      {may.append ? (
        <div className={styles.buttons}>
          <SayWishes file={file} courses={courses} />
          {wishes.length === 0 ? null : <TakeBack file={file} />}
        </div>
      ) : null}
    </Section>
  );
}

interface WishProps {
  readonly at: number;
  readonly course: CourseRow | undefined;
}

function Wish({ at, course }: WishProps) {
  const { i18n } = useLingui();
  const facts = useCourseFacts();
  if (course === undefined)
    return (
      <li>
        {at}. <Trans>A course</Trans>
      </li>
    );
  return (
    <li>
      {at}.{' '}
      <Link to="/courses/$id" params={{ id: course.id }} className={styles.link}>
        <strong>{labelIn(i18n.locale, course.name)}</strong>
      </Link>
      <div className={styles.soft}>{facts(course).join(' · ')}</div>
    </li>
  );
}

function TakeBack({ file }: { readonly file: CaseFile }) {
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const tell = async () => {
    const said = await say('withdraw_course_wishes', {});
    setProblem('problem' in said ? said.problem : undefined);
  };
  return (
    <>
      <Button variant="default" onClick={() => void tell()}>
        <Trans>The person takes the wishes back</Trans>
      </Button>
      <ProblemText problem={problem} />
    </>
  );
}

interface SayProps {
  readonly file: CaseFile;
  readonly courses: ReadonlyMap<string, CourseRow>;
}

function SayWishes({ file, courses }: SayProps) {
  const { t, i18n } = useLingui();
  const { wishes } = file.state.course_wish;
  const { today } = file.situation;
  const name = (id: string) => labelIn(i18n.locale, courses.get(id)?.name ?? {}) || t`A course`;
  return (
    <CommandForm
      file={file}
      kind="wish_courses"
      open={
        wishes.length === 0 ? (
          <Trans>The person wishes for a course</Trans>
        ) : (
          <Trans>Change the wishes</Trans>
        )
      }
      initial={{ courses: [...wishes], agreed: false }}
      body={({ courses: wished, agreed }) => ({
        ...{ courses: wished, agreed_by_person: agreed as true },
      })}
      paths={WISH_PATHS}
    >
      {(value, change) => {
        const open = [...courses.values()]
          .filter((one) => takesWishes(one, today) && !value.courses.includes(one.id))
          .map((one) => ({ value: one.id, label: name(one.id) }))
          .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
        const put = (next: readonly string[]) => change({ courses: [...next] });
        return (
          <>
            <ol className={styles.list}>
              {value.courses.map((id, at) => {
                const course = name(id);
                return (
                  <li key={id}>
                    <div className={styles.item}>
                      <span>
                        {at + 1}. {course}
                        <WrongAt path={`courses.${at}`} />
                      </span>
                      <span>
                        {at === 0 ? null : (
                          <ActionIcon
                            variant="default"
                            size="xl"
                            aria-label={t`Dearer: ${course}`}
                            onClick={() => put(moved(value.courses, at))}
                          >
                            <IconArrowUp size={20} aria-hidden />
                          </ActionIcon>
                        )}{' '}
                        <ActionIcon
                          variant="default"
                          size="xl"
                          aria-label={t`Leave out: ${course}`}
                          onClick={() => put(value.courses.filter((one) => one !== id))}
                        >
                          <IconX size={20} aria-hidden />
                        </ActionIcon>
                      </span>
                    </div>
                  </li>
                );
              })}
            </ol>
            {value.courses.length < MOST_WISHES ? (
              <ChoiceField
                path="courses"
                label={value.courses.length === 0 ? t`The dearest wish` : t`The next wish`}
                data={[{ value: '', label: t`Please choose` }, ...open]}
                value=""
                onChange={(event) => {
                  const wished = event.currentTarget.value;
                  if (wished !== '') put([...value.courses, wished]);
                }}
              />
            ) : null}
            <Tick
              path="agreed_by_person"
              checked={value.agreed}
              onChange={(agreed) => change({ agreed })}
            >
              <Trans>The person wishes for these courses, in this order</Trans>
            </Tick>
          </>
        );
      }}
    </CommandForm>
  );
}

/** What is wrong with one place of the list. */
function WrongAt({ path }: { readonly path: string }) {
  const wrong = useFieldError(path);
  if (wrong === undefined) return null;
  return <Input.Error size="sm">{wrong}</Input.Error>;
}

/** The wish at a place one place up. */
function moved(all: readonly string[], at: number): readonly string[] {
  const next = [...all];
  next.splice(at - 1, 0, ...next.splice(at, 1));
  return next;
}
