import { useMemo } from 'react';
import type { CourseRow } from '#domain/course/course.ts';
import { useMe } from '../account/use-session.ts';
import type { Asked } from '../ask.ts';
import { courseRow } from '../case/rows.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useRows } from '../device/use-rows.ts';
import { useCourses } from './use-courses.ts';

const ALL = { text: '', place: '', open_on: '' };

/** The courses that this account knows of: from the device, or the first page over the line. */
export function useKnownCourses(): Asked<ReadonlyMap<string, CourseRow>> {
  const carried = hasCaseload(useMe().role);
  const rows = useRows('course', courseRow);
  const { value, problem } = useCourses(ALL, !carried);
  const asked = useMemo(() => value && new Map(value.map((one) => [one.id, one])), [value]);
  return carried ? { value: rows, problem: undefined } : { value: asked, problem };
}
