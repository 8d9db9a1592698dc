import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The screens of courses, of the rounds that give their seats, and of those for mentors and rides. */
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
  createRoute({
    getParentRoute: () => root,
    path: '/rounds',
    component: lazyScreen(() => import('./rounds-screen.tsx'), 'RoundsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rounds/$id',
    component: lazyScreen(() => import('./round-screen.tsx'), 'RoundScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/helpers',
    component: lazyScreen(() => import('../match/helper-rounds-screen.tsx'), 'HelperRoundsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/helpers/$id',
    component: lazyScreen(() => import('../match/helper-round-screen.tsx'), 'HelperRoundScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/courses/print',
    component: lazyScreen(() => import('./answers-print-screen.tsx'), 'AnswersPrintScreen'),
  }),
];
