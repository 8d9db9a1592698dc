import { createRoute, createRouter } from '@tanstack/react-router';
import { caseRoutes } from './case/case-routes.ts';
import { clientRoutes } from './client/client-routes.ts';
import { complaintRoutes } from './complaint/complaint-routes.ts';
import { courseRoutes } from './course/course-routes.ts';
import { directoryRoutes } from './directory/directory-routes.ts';
import { dutyRoutes } from './duty/duty-routes.ts';
import { exchangeRoutes } from './exchange/exchange-routes.ts';
import { groupRoutes } from './group/group-routes.ts';
import { referralRoutes } from './referral/referral-routes.ts';
import { root } from './root-route.ts';
import { lazyScreen } from './ui/lazy-screen.tsx';
import { workRoutes } from './work/work-routes.ts';

/**
 * All screens: one line each, loaded when first opened. A screen is a component without props; it
 * reads its parameters with `useParams({ from: '/path/$id' })`.
 */
const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyScreen(() => import('./home/home-screen.tsx'), 'HomeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyScreen(() => import('./account/account-screen.tsx'), 'AccountScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyScreen(() => import('./account/invitation-screen.tsx'), 'InvitationScreen'),
  }),
  ...clientRoutes,
  ...complaintRoutes,
  ...caseRoutes,
  ...courseRoutes,
  ...dutyRoutes,
  ...exchangeRoutes,
  ...groupRoutes,
  createRoute({
    getParentRoute: () => root,
    path: '/kit',
    component: lazyScreen(() => import('./ui/kit-screen.tsx'), 'KitScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/unsent',
    component: lazyScreen(() => import('./device/unsent-screen.tsx'), 'UnsentScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/today',
    component: lazyScreen(() => import('./case/today-screen.tsx'), 'TodayScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/community',
    component: lazyScreen(() => import('./community/community-screen.tsx'), 'CommunityScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/meetings',
    component: lazyScreen(() => import('./mentor/meetings-screen.tsx'), 'MeetingsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/authority-requests',
    component: lazyScreen(
      () => import('./authority-request/requests-screen.tsx'),
      'RequestsScreen',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/commission',
    component: lazyScreen(() => import('./commission/unanswered-screen.tsx'), 'UnansweredScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/commission/agenda/$commission/$day',
    component: lazyScreen(() => import('./commission/agenda-screen.tsx'), 'AgendaScreen'),
  }),
  ...referralRoutes,
  createRoute({
    getParentRoute: () => root,
    path: '/team',
    component: lazyScreen(() => import('./team/team-screen.tsx'), 'TeamScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/team/share',
    component: lazyScreen(() => import('./team/share-out-screen.tsx'), 'ShareOutScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/team/share/$id',
    component: lazyScreen(() => import('./team/share-out-round.tsx'), 'ShareOutRound'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/team/$id',
    component: lazyScreen(() => import('./team/worker-screen.tsx'), 'WorkerScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/approvals',
    component: lazyScreen(() => import('./team/approvals-screen.tsx'), 'ApprovalsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/overdue',
    component: lazyScreen(() => import('./team/overdue-screen.tsx'), 'OverdueScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/numbers/print/$month',
    component: lazyScreen(() => import('./print/month-screen.tsx'), 'MonthScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/access',
    component: lazyScreen(() => import('./evidence/access-screen.tsx'), 'AccessScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/numbers',
    component: lazyScreen(() => import('./evidence/numbers-screen.tsx'), 'NumbersScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/assistance',
    component: lazyScreen(() => import('./evidence/assistance-screen.tsx'), 'AssistanceScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/model',
    component: lazyScreen(() => import('./programme/model-screen.tsx'), 'ModelScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/model/draft',
    component: lazyScreen(() => import('./programme/draft-screen.tsx'), 'DraftScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/model/draft/$part',
    component: lazyScreen(() => import('./programme/part-screen.tsx'), 'PartScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/model/packages',
    component: lazyScreen(() => import('./programme/packages-screen.tsx'), 'PackagesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/model/packages/$hash',
    component: lazyScreen(() => import('./programme/package-screen.tsx'), 'PackageScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/model/files',
    component: lazyScreen(() => import('./programme/model-files-screen.tsx'), 'ModelFilesScreen'),
  }),
  ...directoryRoutes,
  ...workRoutes,
  createRoute({
    getParentRoute: () => root,
    path: '/accounts',
    component: lazyScreen(() => import('./accounts/accounts-screen.tsx'), 'AccountsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/accounts/invite',
    component: lazyScreen(() => import('./accounts/invite-screen.tsx'), 'InviteScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/arrivals',
    component: lazyScreen(() => import('./arrival/lists-screen.tsx'), 'ListsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/arrivals/$id',
    component: lazyScreen(() => import('./arrival/list-screen.tsx'), 'ListScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/hand-over',
    component: lazyScreen(() => import('./arrival/hand-over-screen.tsx'), 'HandOverScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people/new',
    component: lazyScreen(() => import('./people/new-screen.tsx'), 'NewPersonScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people/search',
    component: lazyScreen(() => import('./people/search-screen.tsx'), 'SearchScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/duplicates',
    component: lazyScreen(() => import('./people/duplicates-screen.tsx'), 'DuplicatesScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/concerns',
    component: lazyScreen(() => import('./concern/concerns-screen.tsx'), 'ConcernsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/emergency',
    component: lazyScreen(
      () => import('./emergency-opening/emergency-screen.tsx'),
      'EmergencyScreen',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/emergency-openings',
    component: lazyScreen(
      () => import('./emergency-opening/openings-screen.tsx'),
      'OpeningsScreen',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/transfers',
    component: lazyScreen(() => import('./transfer/transfers-screen.tsx'), 'TransfersScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/parked',
    component: lazyScreen(() => import('./parked/parked-screen.tsx'), 'ParkedScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/read-log',
    component: lazyScreen(() => import('./read-log/read-log-screen.tsx'), 'ReadLogScreen'),
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
