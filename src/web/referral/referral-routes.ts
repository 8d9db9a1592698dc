import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The screens of services that receive: with an account the inbox, without one a link to one packet. */
export const referralRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/inbox',
    component: lazyScreen(() => import('./inbox-screen.tsx'), 'InboxScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inbox/$id',
    component: lazyScreen(() => import('./packet-screen.tsx'), 'PacketScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/request',
    component: lazyScreen(() => import('./link-screen.tsx'), 'LinkScreen'),
  }),
];
