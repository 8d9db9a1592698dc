import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.ts';

/** The screens of complaints: for everybody, for whoever writes one down, for the officer. */
export const complaintRoutes = [
  createRoute({
    getParentRoute: () => root,
    // What stays in the history of a borrowed telephone does not say what it was.
    path: '/say',
    component: lazyRouteComponent(() => import('./say-screen.tsx'), 'SayScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaints',
    component: lazyRouteComponent(() => import('./complaints-screen.tsx'), 'ComplaintsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaints/$id',
    component: lazyRouteComponent(() => import('./complaint-screen.tsx'), 'ComplaintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaint',
    component: lazyRouteComponent(() => import('./write-down-screen.tsx'), 'WriteDownScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaint/slip',
    component: lazyRouteComponent(() => import('./slip-screen.tsx'), 'SlipScreen'),
  }),
];
