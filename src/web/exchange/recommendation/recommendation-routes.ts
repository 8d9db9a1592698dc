import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** Minutes and what comes of them: the lists, one session, one recommendation. */
export const recommendationRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/minutes',
    component: lazyScreen(() => import('./minutes-list-screen.tsx'), 'MinutesListScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/minutes/$session',
    component: lazyScreen(() => import('./minutes-screen.tsx'), 'MinutesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/recommendations',
    component: lazyScreen(() => import('./recommendations-screen.tsx'), 'RecommendationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/recommendations/$id',
    component: lazyScreen(() => import('./recommendation-screen.tsx'), 'RecommendationScreen'),
  }),
];
