import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** Writing, reviewing, publishing and taking over practices. */
export const practiceRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/practices',
    component: lazyScreen(() => import('./practices-screen.tsx'), 'PracticesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/practices/$id',
    component: lazyScreen(() => import('./practice-screen.tsx'), 'PracticeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/practice-reviews/$id',
    component: lazyScreen(() => import('./review-screen.tsx'), 'ReviewScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/publications',
    component: lazyScreen(
      () => import('../publication/publications-screen.tsx'),
      'PublicationsScreen',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/publications/$id',
    component: lazyScreen(
      () => import('../publication/publication-screen.tsx'),
      'PublicationScreen',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/adoptions',
    component: lazyScreen(() => import('../adoption/adoptions-screen.tsx'), 'AdoptionsScreen'),
  }),
];
