import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** Official letters of an edition, and the order of its guests. */
export const invitationRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/invitations',
    component: lazyScreen(() => import('./invitations-screen.tsx'), 'InvitationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/invitations/$id',
    component: lazyScreen(() => import('./invitation-screen.tsx'), 'InvitationScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/invitations/$id/print/$lang',
    component: lazyScreen(() => import('./letter-print-screen.tsx'), 'LetterPrintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/protocol',
    component: lazyScreen(() => import('./protocol-screen.tsx'), 'ProtocolScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/protocol/$edition/print/$lang',
    component: lazyScreen(() => import('./protocol-print-screen.tsx'), 'ProtocolPrintScreen'),
  }),
];
