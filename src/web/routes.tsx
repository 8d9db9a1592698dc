import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { NotFound, Root, ScreenFailed } from './root.tsx';

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: ScreenFailed,
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
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
