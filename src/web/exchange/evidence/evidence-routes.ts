import { createRoute } from '@tanstack/react-router';
import { root } from '../../root-route.ts';
import { lazyScreen } from '../../ui/lazy-screen.tsx';

const uploads = () => import('./upload-screen.tsx');

/** Screens of evidence tables in the workspace. */
export const evidenceRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/evidence',
    component: lazyScreen(() => import('./evidence-list-screen.tsx'), 'EvidenceListScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/evidence/new',
    component: lazyScreen(uploads, 'EvidenceUploadScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/evidence/$id',
    component: lazyScreen(() => import('./evidence-screen.tsx'), 'EvidenceScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workspace/evidence/$id/version',
    component: lazyScreen(uploads, 'EvidenceVersionScreen'),
  }),
];
