import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.ts';

/** The screens of the work itself: who is on duty, who is out, talks about work. */
export const dutyRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/duty',
    component: lazyRouteComponent(() => import('./duty-screen.tsx'), 'DutyScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/out',
    component: lazyRouteComponent(() => import('./outing-screen.tsx'), 'OutingScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/supervision',
    component: lazyRouteComponent(() => import('./supervision-screen.tsx'), 'SupervisionScreen'),
  }),
];
