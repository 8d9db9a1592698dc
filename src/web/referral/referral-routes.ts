import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.ts';

/** The screens of services that receive: with an account the inbox, without one a link to one packet. */
export const referralRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/inbox',
    component: lazyRouteComponent(() => import('./inbox-screen.tsx'), 'InboxScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inbox/$id',
    component: lazyRouteComponent(() => import('./packet-screen.tsx'), 'PacketScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/request',
    component: lazyRouteComponent(() => import('./link-screen.tsx'), 'LinkScreen'),
  }),
];
