import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

const editionSearch = z.object({ edition: z.string().catch('') });
const seriesSearch = z.object({ series: z.string().catch('') });

/** The screens of a conference: contributions, reviews, registration, and what its organisers do. */
export const conferenceRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/proposals',
    component: lazyScreen(() => import('./proposals-screen.tsx'), 'ProposalsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/proposals/new',
    validateSearch: editionSearch,
    component: lazyScreen(() => import('./new-proposal-screen.tsx'), 'NewProposalScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/proposals/$id',
    component: lazyScreen(() => import('./proposal-screen.tsx'), 'ProposalScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/reviews',
    component: lazyScreen(() => import('./proposals-screen.tsx'), 'ReviewsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/registrations',
    component: lazyScreen(() => import('./my-registrations-screen.tsx'), 'MyRegistrationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/certificates/$id',
    component: lazyScreen(() => import('./certificate-screen.tsx'), 'CertificateScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/conferences',
    component: lazyScreen(() => import('./conferences-screen.tsx'), 'ConferencesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/conferences/new',
    validateSearch: seriesSearch,
    component: lazyScreen(() => import('./new-edition-screen.tsx'), 'NewEditionScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/conferences/new-series',
    component: lazyScreen(() => import('./new-series-screen.tsx'), 'NewSeriesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/conferences/$edition/proposals',
    component: lazyScreen(() => import('./edition-proposals-screen.tsx'), 'EditionProposalsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/conferences/$edition/registrations',
    component: lazyScreen(() => import('./registrations-screen.tsx'), 'RegistrationsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/conferences/$edition/attendance',
    component: lazyScreen(() => import('./attendance-screen.tsx'), 'AttendanceScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/conferences/$edition/report',
    component: lazyScreen(() => import('./report-screen.tsx'), 'ReportScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/conferences/$edition/settings',
    component: lazyScreen(() => import('./settings-screen.tsx'), 'SettingsScreen'),
  }),
];
