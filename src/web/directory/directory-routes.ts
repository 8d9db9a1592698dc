import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../root-route.ts';

/** The screens of the directory: for whoever looks for a service, and for the coordinator who keeps it. */
export const directoryRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/places',
    component: lazyRouteComponent(() => import('./places-screen.tsx'), 'PlacesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/services',
    component: lazyRouteComponent(() => import('./services-screen.tsx'), 'ServicesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory',
    component: lazyRouteComponent(() => import('./find-screen.tsx'), 'FindScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/import',
    component: lazyRouteComponent(() => import('./import-screen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/directory/$id',
    component: lazyRouteComponent(() => import('./service-screen.tsx'), 'ServiceScreen'),
  }),
];
