import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The screens of the work itself: who is on duty, who is out, talks about work. */
export const dutyRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/duty',
    component: lazyScreen(() => import('./duty-screen.tsx'), 'DutyScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/out',
    component: lazyScreen(() => import('./outing-screen.tsx'), 'OutingScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision',
    component: lazyScreen(() => import('./supervision-screen.tsx'), 'SupervisionScreen'),
  }),
];
