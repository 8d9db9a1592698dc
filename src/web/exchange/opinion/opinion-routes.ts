import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** The screens of opinion maps: the polls, one poll with its votes and maps. */
export const opinionRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/opinions',
    component: lazyScreen(() => import('./polls-screen.tsx'), 'PollsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/opinions/$id',
    component: lazyScreen(() => import('./poll-screen.tsx'), 'PollScreen'),
  }),
];
