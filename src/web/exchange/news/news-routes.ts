import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** News of the exchange, their quotations, and the materials and proceedings of an edition. */
export const newsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/news',
    component: lazyScreen(() => import('./news-screen.tsx'), 'NewsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/news/$id',
    component: lazyScreen(() => import('./news-item-screen.tsx'), 'NewsItemScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/materials',
    component: lazyScreen(() => import('../material/materials-screen.tsx'), 'MaterialsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/agreements',
    component: lazyScreen(() => import('../agreement/agreements-screen.tsx'), 'AgreementsScreen'),
  }),
];
