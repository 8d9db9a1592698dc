import { createRoute } from '@tanstack/react-router';
import { root } from '../root-route.ts';
import { lazyScreen } from '../ui/lazy-screen.tsx';
import { conferenceRoutes } from './conference/conference-routes.ts';
import { evidenceRoutes } from './evidence/evidence-routes.ts';
import { expertRoutes } from './expert/expert-routes.ts';
import { feedbackRoutes } from './feedback/feedback-routes.ts';
import { invitationRoutes } from './invitation/invitation-routes.ts';
import { modelRoutes } from './model/model-routes.ts';
import { newsRoutes } from './news/news-routes.ts';
import { opinionRoutes } from './opinion/opinion-routes.ts';
import { practiceRoutes } from './practice/practice-routes.ts';
import { recommendationRoutes } from './recommendation/recommendation-routes.ts';
import { scheduleRoutes } from './schedule/schedule-routes.ts';

/** The exchange after sign-in; its public pages are the server's (`/exchange/…`). */
export const exchangeRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/register',
    component: lazyScreen(() => import('./account/register-screen.tsx'), 'RegisterScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/forgotten',
    component: lazyScreen(() => import('./account/forgotten-screen.tsx'), 'ForgottenScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/way-in',
    component: lazyScreen(() => import('./account/way-in-screen.tsx'), 'WayInScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace',
    component: lazyScreen(() => import('./start-screen.tsx'), 'StartScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/me',
    component: lazyScreen(() => import('./account/me-screen.tsx'), 'MeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/translate',
    component: lazyScreen(() => import('./wording/translate-screen.tsx'), 'TranslateScreen'),
  }),
  ...expertRoutes,
  ...feedbackRoutes,
  ...opinionRoutes,
  ...scheduleRoutes,
  ...recommendationRoutes,
  ...evidenceRoutes,
  ...modelRoutes,
  ...invitationRoutes,
  ...conferenceRoutes,
  ...practiceRoutes,
  ...newsRoutes,
];
