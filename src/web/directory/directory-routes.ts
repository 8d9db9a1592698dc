import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The screens of the directory: for whoever looks for a service, and for the coordinator who keeps it. */
export const directoryRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/places',
    component: lazyScreen(() => import('./places-screen.tsx'), 'PlacesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/services',
    component: lazyScreen(() => import('./services-screen.tsx'), 'ServicesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory',
    component: lazyScreen(() => import('./find-screen.tsx'), 'FindScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/import',
    component: lazyScreen(() => import('./import-screen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/duplicates',
    component: lazyScreen(() => import('./alike-screen.tsx'), 'AlikeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/$id',
    component: lazyScreen(() => import('./service-screen.tsx'), 'ServiceScreen'),
  }),
];
