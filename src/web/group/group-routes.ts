import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.ts';

/** The screens of groups: the list, one group, who came on a day, the sheet for the door. */
export const groupRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/groups',
    component: lazyRouteComponent(() => import('./groups-screen.tsx'), 'GroupsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/new',
    component: lazyRouteComponent(() => import('./new-group-screen.tsx'), 'NewGroupScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$id',
    component: lazyRouteComponent(() => import('./group-screen.tsx'), 'GroupScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$id/sessions/$session',
    component: lazyRouteComponent(() => import('./attendance-screen.tsx'), 'AttendanceScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$id/print',
    component: lazyRouteComponent(() => import('./list-print-screen.tsx'), 'ListPrintScreen'),
  }),
];
