import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { complaintRoutes } from './complaint/complaint-routes.ts';
import { root } from './root-route.ts';

/** How a list of files is shown, so that the way back finds it as it was. A name never stands in an address. */
const listSearch = z.object({
  which: z.enum(['urgent', 'late', 'completed']).optional().catch(undefined),
  order: z.enum(['name', 'contact']).optional().catch(undefined),
});

/**
 * All screens: one line each, loaded when first opened. A screen is a component without props; it
 * reads its parameters with `useParams({ from: '/path/$id' })`.
 */
const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./home/home-screen.tsx'), 'HomeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('./account/account-screen.tsx'), 'AccountScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyRouteComponent(
      () => import('./account/invitation-screen.tsx'),
      'InvitationScreen',
    ),
  }),
  ...complaintRoutes,
  createRoute({
    getParentRoute: () => root,
    path: '/kit',
    component: lazyRouteComponent(() => import('./ui/kit-screen.tsx'), 'KitScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/unsent',
    component: lazyRouteComponent(() => import('./device/unsent-screen.tsx'), 'UnsentScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/today',
    component: lazyRouteComponent(() => import('./case/today-screen.tsx'), 'TodayScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./case/cases-screen.tsx'), 'CasesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id',
    component: lazyRouteComponent(() => import('./case/file-screen.tsx'), 'FileScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/$part',
    component: lazyRouteComponent(() => import('./case/file-screen.tsx'), 'FileScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/visit',
    component: lazyRouteComponent(() => import('./case/visit-screen.tsx'), 'VisitScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/plan/print',
    component: lazyRouteComponent(() => import('./case/plan-print-screen.tsx'), 'PlanPrintScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id/together/print',
    component: lazyRouteComponent(
      () => import('./people/family-print-screen.tsx'),
      'FamilyPrintScreen',
