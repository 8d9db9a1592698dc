import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';

/** The administrator's screens of systems that other organisations connect. */
export const clientRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/clients',
    component: lazyScreen(() => import('./clients-screen.tsx'), 'ClientsScreen'),
  }),
];
