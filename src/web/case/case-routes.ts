import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** How a list of files is shown, so that the way back finds it as it was. A name never stands in an address. */
const listSearch = z.object({
  which: z.enum(['urgent', 'late', 'completed', 'given']).optional().catch(undefined),
  order: z.enum(['name', 'contact']).optional().catch(undefined),
  worker: z
    .union([z.uuid(), z.literal('nobody')])
    .optional()
    .catch(undefined),
});

/** The screens of one support file, and what is printed from it. */
export const caseRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: listSearch,
    component: lazyScreen(() => import('./cases-screen.tsx'), 'CasesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id',
    component: lazyScreen(() => import('./file-screen.tsx'), 'FileScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/$part',
    component: lazyScreen(() => import('./file-screen.tsx'), 'FileScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/visit',
    component: lazyScreen(() => import('./visit-screen.tsx'), 'VisitScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/plan/print',
    component: lazyScreen(() => import('./plan-print-screen.tsx'), 'PlanPrintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/plan/compare',
    component: lazyScreen(() => import('./plan-compare-screen.tsx'), 'PlanCompareScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/readers/print',
    component: lazyScreen(() => import('./readers-print-screen.tsx'), 'ReadersPrintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/together/print',
    component: lazyScreen(() => import('../people/family-print-screen.tsx'), 'FamilyPrintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    // What is printed may carry its address: it does not say what it is.
    path: '/cases/$id/sheet/$plan',
    component: lazyScreen(() => import('./safety-sheet-screen.tsx'), 'SafetySheetScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    // So does what this one prints: the id alone tells.
    path: '/cases/$id/paper/$about',
    component: lazyScreen(() => import('../print/paper-screen.tsx'), 'PaperScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/slip/$given',
    component: lazyScreen(() => import('./slip-screen.tsx'), 'SlipScreen'),
  }),
];
