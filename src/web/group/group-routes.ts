import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The screens of groups: the list, one group, who came on a day, the sheet for the door. */
export const groupRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/groups',
    component: lazyScreen(() => import('./groups-screen.tsx'), 'GroupsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/new',
    component: lazyScreen(() => import('./new-group-screen.tsx'), 'NewGroupScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$id',
    component: lazyScreen(() => import('./group-screen.tsx'), 'GroupScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$id/sessions/$session',
    component: lazyScreen(() => import('./attendance-screen.tsx'), 'AttendanceScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$id/print',
    component: lazyScreen(() => import('./list-print-screen.tsx'), 'ListPrintScreen'),
  }),
];
