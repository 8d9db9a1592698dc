import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The screens of complaints: for everybody, for whoever writes one down, for the officer. */
export const complaintRoutes = [
  createRoute({
    getParentRoute: () => root,
    // What stays in the history of a borrowed telephone does not say what it was.
    path: '/say',
    component: lazyScreen(() => import('./say-screen.tsx'), 'SayScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaints',
    component: lazyScreen(() => import('./complaints-screen.tsx'), 'ComplaintsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaints/$id',
    component: lazyScreen(() => import('./complaint-screen.tsx'), 'ComplaintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaint',
    component: lazyScreen(() => import('./write-down-screen.tsx'), 'WriteDownScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/complaint/slip',
    component: lazyScreen(() => import('./slip-screen.tsx'), 'SlipScreen'),
  }),
];
