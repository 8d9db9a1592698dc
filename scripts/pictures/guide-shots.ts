import { demoGroupId, demoSessionId } from '#server/seed/groups.ts';
import { told } from '#server/seed/stories/person.ts';
import type { Shot } from './camera.ts';
import {
  beginDraft,
  checkList,
  chooseTable,
  complain,
  fromHeading,
  goOut,
  inLanguageOfPage,
  leaves,
  openFirst,
  press,
  readConference,
} from './steps.ts';

const file = (key: string, part = '') => `/cases/${told(key).case}${part}`;
const phone = { width: 360 } as const;

const WITHOUT_ACCOUNT: readonly Shot[] = [
  { name: 'first-steps-sign-in', path: '/', ...phone, height: 620 },
  { name: 'person-say', path: '/say', ...phone, height: 900 },
  { name: 'person-code', path: '/say', ...phone, height: 640, first: complain },
  { name: 'exchange-conference', path: '/workspace', first: readConference },
  { name: 'exchange-evidence', path: '/workspace', first: chooseTable },
];

const SUPPORT_WORKER: readonly Shot[] = (
  [
    { name: 'first-steps-account', path: '/account', ...phone },
    { name: 'worker-today', path: '/today', height: 700 },
    { name: 'worker-file', path: file('madina'), height: 760 },
    { name: 'worker-visit', path: file('gulbahor', '/visit'), ...phone },
    { name: 'worker-out', path: '/out', ...phone, first: goOut },
    {
      ...{ name: 'person-plan', path: file('madina', '/plan/print'), height: 760 },
      first: inLanguageOfPage,
    },
  ] as const
).map((shot) => ({ ...shot, who: 'aziza' }));

const REST: readonly Shot[] = [
  { name: 'supervisor-team', who: 'gulnora', path: '/team', height: 760 },
  { name: 'supervisor-approvals', who: 'gulnora', path: '/approvals', height: 700 },
  {
    ...{ name: 'supervisor-leaving', who: 'gulnora', path: '/team', height: 700 },
    first: leaves,
  },
  { name: 'supervisor-worries', who: 'gulnora', path: '/concerns', ...phone },
  { name: 'intake-list', who: 'dilnoza', path: '/arrivals', height: 760, first: checkList },
  { name: 'intake-hand-over', who: 'dilnoza', path: '/hand-over', height: 700 },
  { name: 'intake-duplicates', who: 'dilnoza', path: '/duplicates', height: 620 },
  { name: 'specialist-sessions', who: 'nargiza', path: file('munavvar', '/support'), height: 700 },
  {
    ...{ name: 'specialist-group', who: 'nargiza', path: file('munavvar', '/groups') },
    ...{ height: 700, from: fromHeading('Groups') },
  },
  { name: 'specialist-worries', who: 'saodat', path: '/concerns', height: 520 },
  { name: 'service-inbox', who: 'farida', path: '/inbox', height: 560 },
  {
    ...{ name: 'service-request', who: 'farida', path: '/inbox', height: 760 },
    first: openFirst,
  },
  {
    ...{ name: 'service-group', who: 'olim', ...phone },
    path: `/groups/${demoGroupId('parents')}/sessions/${demoSessionId('parents', 0)}`,
  },
  { name: 'mentor-meetings', who: 'sanobar', path: '/meetings', ...phone, height: 640 },
  { name: 'coordinator-numbers', who: 'jasur', path: '/numbers', height: 760 },
  {
    ...{ name: 'coordinator-model', who: 'jasur', path: '/model/draft', height: 760 },
    first: beginDraft,
  },
  { name: 'coordinator-directory', who: 'jasur', path: '/directory', height: 700 },
  { name: 'protection-read-log', who: 'malika', path: '/read-log', height: 700 },
  { name: 'protection-emergencies', who: 'malika', path: '/emergency-openings', height: 480 },
  { name: 'complaints-list', who: 'zebo', path: '/complaints', height: 480 },
  {
    ...{ name: 'complaints-one', who: 'zebo', path: '/complaints', height: 900 },
    first: openFirst,
  },
  { name: 'administrator-accounts', who: 'sherzod', path: '/accounts', height: 700 },
  { name: 'administrator-invite', who: 'sherzod', path: '/accounts/invite', ...phone },
];

/**
 * Without a line: last, because a visit is written down for it. Its screens are opened before the line
 * is cut, as no service worker keeps them here.
 */
const OFFLINE: readonly Shot[] = [
  {
    ...{ name: 'offline-visit', who: 'baxtiyor', path: '/unsent', ...phone, height: 700 },
    first: async (scene) => {
      await scene.goTo(file('lola', '/contacts'));
      await scene.goTo(file('lola', '/visit'));
      await scene.page.context().setOffline(true);
      await press('Save the visit')(scene);
      await scene.page.waitForTimeout(1500);
    },
  },
  {
    ...{ name: 'offline-unsent', who: 'baxtiyor', path: '/unsent', ...phone, height: 560 },
  },
];

/** The pictures of the guide; `<name>.webp` in docs/guide/img/<language>. */
export const GUIDE: readonly Shot[] = [...WITHOUT_ACCOUNT, ...SUPPORT_WORKER, ...REST, ...OFFLINE];
