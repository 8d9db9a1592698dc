import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The screens of work: occupations, what is looked for on the labour market, and vacancies. */
export const workRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/labour',
    component: lazyScreen(() => import('./vacancies-screen.tsx'), 'VacanciesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/labour/demand',
    component: lazyScreen(() => import('./demand-screen.tsx'), 'DemandScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/labour/import',
    component: lazyScreen(() => import('./work-import-screen.tsx'), 'WorkImportScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/labour/occupations',
    component: lazyScreen(() => import('./occupations-screen.tsx'), 'OccupationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/work/print',
    component: lazyScreen(() => import('./profile-print-screen.tsx'), 'ProfilePrintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/business/print',
    component: lazyScreen(
      () => import('../business/business-print-screen.tsx'),
      'BusinessPrintScreen',
    ),
  }),
];
