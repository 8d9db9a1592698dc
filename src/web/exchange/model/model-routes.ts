import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** Programme models that countries offer. */
export const modelRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/models',
    component: lazyScreen(() => import('./models-screen.tsx'), 'ModelsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/models/$id',
    component: lazyScreen(() => import('./card-screen.tsx'), 'CardScreen'),
  }),
];
