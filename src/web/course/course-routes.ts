import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The screens of courses: the list, and one course with its editor. */
export const courseRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/courses',
    component: lazyScreen(() => import('./courses-screen.tsx'), 'CoursesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/courses/$id',
    component: lazyScreen(() => import('./course-screen.tsx'), 'CourseScreen'),
  }),
];
