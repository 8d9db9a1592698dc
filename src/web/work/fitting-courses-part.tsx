import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { WorkProfile } from '#domain/case/work-profile.ts';
import { type CourseRow, takesWishes } from '#domain/course/course.ts';
import type { Problem } from '#domain/problem.ts';
import { demandPicture } from '#domain/work/demand.ts';
import { type Fit, fitOf, fitOrder } from '#domain/work/fit.ts';
import { useAsk } from '../ask.ts';
import type { CaseFile } from '../case/case-file.ts';
import { useSay } from '../case/use-cases.ts';
import { useMay } from '../case/use-may.ts';
import { usePlaces } from '../case/use-places.ts';
import { useCourseFacts } from '../course/course-words.ts';
import { useKnownCourses } from '../course/use-known-courses.ts';
import { More, usePages } from '../ui/data-table.tsx';
import { labelIn } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { FitLines, questionFor } from './fitting-part.tsx';

interface FittingCoursesProps {
  readonly file: CaseFile;
  readonly profile: WorkProfile;
}

/** Every course that takes wishes now, those first that fit; weighed up here, so that nothing of the person leaves. */
export function FittingCoursesPart({ file, profile }: FittingCoursesProps) {
  const courses = useKnownCourses().value;
  const places = usePlaces();
  // Without a line nothing is known of what is looked for, and all else still is.
  const { value: picture } = useAsk(['demand', 'need'], '/api/demand?kind=need', demandPicture);
  const { today } = file.situation;
  const lines = useMemo(() => {
    const asked = questionFor(file, profile);
    if (asked === null) return [];
    const parents = new Map([...(places?.values() ?? [])].map((one) => [one.id, one.parent_id]));
    const here = new Set(file.state.opening.place_path);
    const demanded = new Set(
      picture?.occupations
        .filter((one) => one.places.some(({ place_id, value }) => value > 0 && here.has(place_id)))
        .map(({ occupation }) => occupation),
    );
    return [...(courses?.values() ?? [])]
      .filter((one) => takesWishes(one, today))
      .map((one) => ({ one, fit: fitOf(openingOf(one), asked, { parents, demanded }) }))
      .toSorted((a, b) => fitOrder(a.fit, b.fit));
  }, [file, profile, courses, places, picture, today]);
  const { shown, more, showMore } = usePages(lines, 10);
  if (lines.length === 0) return null;
  return (
    <Section
      title={<Trans>Courses for the person</Trans>}
      actions={
        <Link
          to="/cases/$id/$part"
          params={{ id: file.row.id, part: 'courses' }}
          className={parts.link}
        >
          <Trans>Courses</Trans>
        </Link>
      }
    >
      <ul className={parts.list}>
        {shown.map(({ one, fit }) => (
          <Line key={one.id} file={file} course={one} fit={fit} />
        ))}
      </ul>
      <More shown={shown.length} total={lines.length} more={more} onMore={showMore} />
    </Section>
  );
}

/** A course as far as fitting is concerned: what it does not say has to be asked. */
function openingOf({ occupation, place_id, languages, childcare }: CourseRow) {
  return {
    ...{ occupation, place_id, languages, childcare },
    ...{ at_home: false, hours: null, experience_needed: false, papers_needed: null, heavy: null },
  };
}

interface LineProps {
  readonly file: CaseFile;
  readonly course: CourseRow;
  readonly fit: Fit;
}

function Line({ file, course, fit }: LineProps) {
  const { i18n } = useLingui();
  const facts = useCourseFacts();
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const isOffered = Object.values(file.state.work_offer.offers).some(
    ({ target_id }) => target_id === course.id,
  );
  async function offer() {
    const said = await say('offer_work', {
      ...{ offer_id: uuid(), kind: 'course', target_id: course.id },
      ...{ words: labelIn(i18n.locale, course.name), occupation: course.occupation },
    });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <li>
      <strong>{labelIn(i18n.locale, course.name)}</strong>
      <div className={parts.soft}>{facts(course).join(' · ')}</div>
      <FitLines fit={fit} />
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
