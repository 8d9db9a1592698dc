import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

/** The screen on which one says how a session was, and on which its organiser reads it. */
export const feedbackRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/feedback',
    component: lazyScreen(() => import('./feedback-screen.tsx'), 'FeedbackScreen'),
  }),
];
