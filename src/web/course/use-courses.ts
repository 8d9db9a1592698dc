import { z } from 'zod';
import type { Role } from '#domain/access/role.ts';
import { type CourseRow, courseRow } from '#domain/course/course.ts';
import { type Asked, type AskedPages, useAsk, useAskPages } from '../ask.ts';

const page = z.object({ rows: z.array(courseRow), next: z.string().nullable() });

export interface CourseSearch {
  readonly text: string;
  readonly place: string;
  /** A day: only those which take wishes on it. '' = all. */
  readonly open_on: string;
}

/** Courses page by page. */
export function useCourses(asked: CourseSearch, enabled = true): AskedPages<CourseRow> {
  return useAskPages(
    ['directory', 'courses', asked],
    (after) => {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries({ ...asked, after: after ?? '' }))
        if (value.trim() !== '') query.set(key, value.trim());
      return `/api/courses?${query}`;
    },
    page,
    { enabled },
  );
}

export function useCourse(id: string): Asked<CourseRow> {
  return useAsk(['directory', 'courses', id], `/api/courses/${id}`, courseRow);
}

/** Who adds and changes courses; the server asks the same. */
export function keepsCourses(role: Role | null): boolean {
  return role === 'coordinator' || role === 'administrator';
}
