import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  type Icon,
  IconBriefcase,
  IconBuildingBank,
  IconBuildingCommunity,
  IconCertificate,
  IconChartBar,
  IconChecks,
  IconClockExclamation,
  IconDoorEnter,
  IconDoorExit,
  IconEye,
  IconFolders,
  IconGavel,
  IconHeartHandshake,
  IconHome2,
  IconInbox,
  IconListDetails,
  IconListSearch,
  IconMailQuestion,
  IconMap2,
  IconMapPin,
  IconMessage2,
  IconMessages,
  IconPhoneCall,
  IconPlugConnected,
  IconRoute,
  IconScale,
  IconSend,
  IconShieldHeart,
  IconSunHigh,
  IconUrgent,
  IconUserPlus,
  IconUserSearch,
  IconUsers,
  IconUsersGroup,
  IconUsersPlus,
} from '@tabler/icons-react';
import type { Role } from '#domain/access/role.ts';
import type { PlaceGroup } from './place-groups.ts';

/** A place in the navigation. On a phone the first four of a role stand in the bar, the rest under "More". */
export interface Place {
  readonly to: string;
  readonly label: MessageDescriptor;
  readonly icon: Icon;
  /** Where it stands in a long menu. */
  readonly group: PlaceGroup;
  /** Who sees it; screens behind it check nothing: the server does. */
  readonly roles: readonly Role[] | 'all';
}

/** Roles that read files over the line. */
const FILE_READERS: readonly Role[] = [
  'intake_officer',
  'specialist_health',
  'specialist_psychosocial',
  'specialist_legal',
  'specialist_protection',
];

/** In the order in which they are shown; each noun adds its own line. */
export const PLACES: readonly Place[] = [
  { to: '/', group: 'daily', label: msg`Start`, icon: IconHome2, roles: 'all' },
  { to: '/today', group: 'daily', label: msg`Today`, icon: IconSunHigh, roles: ['caseworker'] },
  {
    to: '/cases',
    group: 'daily',
    label: msg`My cases`,
    icon: IconFolders,
    roles: ['caseworker', ...FILE_READERS],
  },
  { to: '/team', group: 'daily', label: msg`Team`, icon: IconUsers, roles: ['supervisor'] },
  {
    to: '/approvals',
    group: 'daily',
    label: msg`Approvals`,
    icon: IconChecks,
    roles: ['supervisor'],
  },
  {
    to: '/overdue',
    group: 'daily',
    label: msg`Overdue`,
    icon: IconClockExclamation,
    roles: ['supervisor'],
  },
  {
    to: '/cases',
    group: 'daily',
    label: msg`Files of the team`,
    icon: IconFolders,
    roles: ['supervisor'],
  },
  {
    to: '/concerns',
    group: 'safety',
    label: msg`Worries`,
    icon: IconShieldHeart,
    roles: ['supervisor', 'specialist_protection', 'specialist_psychosocial'],
  },
  {
    to: '/emergency-openings',
    group: 'safety',
    label: msg`Emergencies`,
    icon: IconUrgent,
    roles: ['supervisor', 'data_protection_officer'],
  },
  {
    to: '/transfers',
    group: 'others',
    label: msg`Other regions`,
    icon: IconMapPin,
    roles: ['supervisor'],
  },
  {
    to: '/model/files',
    group: 'programme',
    label: msg`Programme versions`,
    icon: IconRoute,
    roles: ['supervisor'],
  },
  {
    to: '/parked',
    group: 'daily',
    label: msg`Came in late`,
    icon: IconMailQuestion,
    roles: ['supervisor'],
  },
  {
    to: '/complaints',
    group: 'daily',
    label: msg`Complaints`,
    icon: IconMessages,
    roles: ['complaints_officer'],
  },
  {
    to: '/read-log',
    group: 'daily',
    label: msg`Read log`,
    icon: IconEye,
    roles: ['data_protection_officer'],
  },
  {
    to: '/authority-requests',
    group: 'others',
    label: msg`Requests by authorities`,
    icon: IconBuildingBank,
    roles: ['supervisor', 'data_protection_officer'],
  },
  {
    to: '/commission',
    group: 'others',
    label: msg`Answers waited for`,
    icon: IconGavel,
    roles: ['supervisor', 'coordinator'],
  },
  { to: '/inbox', group: 'daily', label: msg`Requests`, icon: IconInbox, roles: ['partner'] },
  { to: '/meetings', group: 'daily', label: msg`Meetings`, icon: IconUsers, roles: ['mentor'] },
  {
    to: '/numbers',
    group: 'programme',
    label: msg`Numbers`,
    icon: IconChartBar,
    roles: ['coordinator'],
  },
  {
    to: '/access',
    group: 'programme',
    label: msg`Unhindered access`,
    icon: IconDoorEnter,
    roles: ['coordinator'],
  },
  {
    to: '/assistance',
    group: 'programme',
    label: msg`Assistance given`,
    icon: IconHeartHandshake,
    roles: ['coordinator'],
  },
  {
    to: '/model',
    group: 'programme',
    label: msg`Programme model`,
    icon: IconRoute,
    roles: ['coordinator'],
  },
  {
    to: '/services',
    group: 'others',
    label: msg`Services`,
    icon: IconBuildingCommunity,
    roles: ['coordinator'],
  },
  {
    to: '/community',
    group: 'others',
    label: msg`Community`,
    icon: IconUsersGroup,
    roles: ['coordinator', 'supervisor'],
  },
  {
    to: '/directory',
    group: 'others',
    label: msg`Find a service`,
    icon: IconListSearch,
    roles: ['caseworker', 'supervisor', 'coordinator', 'partner', ...FILE_READERS],
  },
  {
    to: '/courses',
    group: 'others',
    label: msg`Courses`,
    icon: IconCertificate,
    roles: ['caseworker', 'supervisor', 'coordinator', 'administrator', 'partner', ...FILE_READERS],
  },
  {
    to: '/rounds',
    group: 'programme',
    label: msg`Rounds for seats`,
    icon: IconScale,
    roles: ['coordinator'],
  },
  {
    to: '/work',
    group: 'others',
    label: msg`Vacancies`,
    icon: IconBriefcase,
    roles: ['caseworker', 'supervisor', 'coordinator', 'partner', ...FILE_READERS],
  },
  { to: '/places', group: 'others', label: msg`Places`, icon: IconMap2, roles: ['coordinator'] },
  {
    to: '/accounts',
    group: 'daily',
    label: msg`Accounts`,
    icon: IconUsersGroup,
    roles: ['administrator'],
  },
  {
    to: '/clients',
    group: 'daily',
    label: msg`Connected systems`,
    icon: IconPlugConnected,
    roles: ['administrator'],
  },
  {
    to: '/arrivals',
    group: 'people',
    label: msg`Arrival lists`,
    icon: IconListDetails,
    roles: ['intake_officer'],
  },
  {
    to: '/hand-over',
    group: 'people',
    label: msg`Hand over`,
    icon: IconUsers,
    roles: ['intake_officer'],
  },
  {
    to: '/people/search',
    group: 'people',
    label: msg`Search`,
    icon: IconUserSearch,
    roles: ['caseworker', 'supervisor', ...FILE_READERS],
  },
  {
    to: '/people/new',
    group: 'people',
    label: msg`New arrival`,
    icon: IconUserPlus,
    roles: ['intake_officer', 'caseworker', 'supervisor'],
  },
  {
    to: '/duplicates',
    group: 'people',
    label: msg`Likely duplicates`,
    icon: IconUsersPlus,
    roles: ['intake_officer'],
  },
  {
    to: '/groups',
    group: 'others',
    label: msg`Groups`,
    icon: IconUsersGroup,
    roles: ['caseworker', 'supervisor', 'coordinator', 'partner', ...FILE_READERS],
  },
  // A caseworker looks up whom to call.
  {
    to: '/duty',
    group: 'safety',
    label: msg`On duty`,
    icon: IconPhoneCall,
    roles: ['caseworker', 'supervisor', ...FILE_READERS],
  },
  {
    to: '/out',
    group: 'safety',
    label: msg`Out and back`,
    icon: IconDoorExit,
    roles: ['caseworker', 'supervisor', ...FILE_READERS],
  },
  // Whoever is asked for it writes it down; it goes past the line.
  { to: '/complaint', group: 'own', label: msg`A complaint`, icon: IconMessage2, roles: 'all' },
  {
    to: '/supervision',
    group: 'own',
    label: msg`Talks about work`,
    icon: IconMessages,
    roles: ['caseworker', 'supervisor', ...FILE_READERS],
  },
  {
    to: '/unsent',
    group: 'own',
    label: msg`Not yet sent`,
    icon: IconSend,
    roles: ['caseworker', 'supervisor'],
  },
];

export function placesOf(role: Role | null): readonly Place[] {
  return PLACES.filter(
    (place) => place.roles === 'all' || (role !== null && place.roles.includes(role)),
  );
}
