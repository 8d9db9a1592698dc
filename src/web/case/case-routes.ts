import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { root } from '../root-route.ts';

/** How a list of files is shown, so that the way back finds it as it was. A name never stands in an address. */
const listSearch = z.object({
  which: z.enum(['urgent', 'late', 'completed', 'given']).optional().catch(undefined),
  order: z.enum(['name', 'contact']).optional().catch(undefined),
});

/** The screens of one support file, and what is printed from it. */
export const caseRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./cases-screen.tsx'), 'CasesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id',
    component: lazyRouteComponent(() => import('./file-screen.tsx'), 'FileScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/$part',
    component: lazyRouteComponent(() => import('./file-screen.tsx'), 'FileScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/visit',
    component: lazyRouteComponent(() => import('./visit-screen.tsx'), 'VisitScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/plan/print',
    component: lazyRouteComponent(() => import('./plan-print-screen.tsx'), 'PlanPrintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/plan/compare',
    component: lazyRouteComponent(() => import('./plan-compare-screen.tsx'), 'PlanCompareScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/readers/print',
    component: lazyRouteComponent(() => import('./readers-print-screen.tsx'), 'ReadersPrintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/together/print',
    component: lazyRouteComponent(
      () => import('../people/family-print-screen.tsx'),
      'FamilyPrintScreen',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    // What is printed may carry its address: it does not say what it is.
    path: '/cases/$id/sheet/$plan',
    component: lazyRouteComponent(() => import('./safety-sheet-screen.tsx'), 'SafetySheetScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    // So does what this one prints: the id alone tells.
    path: '/cases/$id/paper/$about',
    component: lazyRouteComponent(() => import('../print/paper-screen.tsx'), 'PaperScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/slip/$given',
    component: lazyRouteComponent(() => import('./slip-screen.tsx'), 'SlipScreen'),
  }),
];
