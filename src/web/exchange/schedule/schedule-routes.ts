import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** The programme of a conference: to read, to make, and when one can come. */
export const scheduleRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/programme',
    component: lazyScreen(() => import('./programme-screen.tsx'), 'ProgrammeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/times',
    component: lazyScreen(() => import('./times-screen.tsx'), 'TimesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/schedule',
    component: lazyScreen(() => import('./schedule-screen.tsx'), 'ScheduleScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/schedule/$edition/$session',
    component: lazyScreen(() => import('./session-screen.tsx'), 'SessionScreen'),
  }),
];
