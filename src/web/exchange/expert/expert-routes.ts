import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** One's own entry in the directory of experts, and the pictures of a conference. */
export const expertRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/directory',
    component: lazyScreen(() => import('./expert-screen.tsx'), 'ExpertScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/gallery',
    component: lazyScreen(() => import('../picture/gallery-screen.tsx'), 'GalleryScreen'),
  }),
];
