import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  type Icon,
  IconBuildingBank,
  IconBuildingCommunity,
  IconChartBar,
  IconChecks,
  IconClockExclamation,
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
  IconRoute,
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

/** A place in the navigation. On a phone the first four of a role stand in the bar, the rest under "More". */
export interface Place {
  readonly to: string;
  readonly label: MessageDescriptor;
  readonly icon: Icon;
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
  { to: '/', label: msg`Start`, icon: IconHome2, roles: 'all' },
  { to: '/today', label: msg`Today`, icon: IconSunHigh, roles: ['caseworker'] },
  { to: '/cases', label: msg`My cases`, icon: IconFolders, roles: ['caseworker', ...FILE_READERS] },
  { to: '/team', label: msg`Team`, icon: IconUsers, roles: ['supervisor'] },
  { to: '/approvals', label: msg`Approvals`, icon: IconChecks, roles: ['supervisor'] },
  { to: '/overdue', label: msg`Overdue`, icon: IconClockExclamation, roles: ['supervisor'] },
  { to: '/cases', label: msg`Files of the team`, icon: IconFolders, roles: ['supervisor'] },
  {
    to: '/concerns',
    label: msg`Worries`,
    icon: IconShieldHeart,
    roles: ['supervisor', 'specialist_protection', 'specialist_psychosocial'],
  },
  {
    to: '/emergency-openings',
    label: msg`Emergencies`,
    icon: IconUrgent,
    roles: ['supervisor', 'data_protection_officer'],
  },
  { to: '/transfers', label: msg`Other regions`, icon: IconMapPin, roles: ['supervisor'] },
  {
    to: '/model/files',
    label: msg`Programme versions`,
    icon: IconRoute,
    roles: ['supervisor'],
  },
  { to: '/parked', label: msg`Came in late`, icon: IconMailQuestion, roles: ['supervisor'] },
  { to: '/complaints', label: msg`Complaints`, icon: IconMessages, roles: ['complaints_officer'] },
  { to: '/read-log', label: msg`Read log`, icon: IconEye, roles: ['data_protection_officer'] },
  {
    to: '/authority-requests',
    label: msg`Requests by authorities`,
    icon: IconBuildingBank,
    roles: ['supervisor', 'data_protection_officer'],
  },
  {
    to: '/commission',
    label: msg`Answers waited for`,
    icon: IconGavel,
    roles: ['supervisor', 'coordinator'],
  },
  { to: '/inbox', label: msg`Requests`, icon: IconInbox, roles: ['partner'] },
  { to: '/meetings', label: msg`Meetings`, icon: IconUsers, roles: ['mentor'] },
  { to: '/numbers', label: msg`Numbers`, icon: IconChartBar, roles: ['coordinator'] },
  {
    to: '/assistance',
    label: msg`Assistance given`,
    icon: IconHeartHandshake,
    roles: ['coordinator'],
  },
  { to: '/model', label: msg`Programme model`, icon: IconRoute, roles: ['coordinator'] },
  { to: '/services', label: msg`Services`, icon: IconBuildingCommunity, roles: ['coordinator'] },
  {
    to: '/community',
    label: msg`Community`,
    icon: IconUsersGroup,
    roles: ['coordinator', 'supervisor'],
  },
  {
    to: '/directory',
    label: msg`Find a service`,
    icon: IconListSearch,
    roles: ['caseworker', 'supervisor', 'coordinator', 'partner', ...FILE_READERS],
  },
  { to: '/places', label: msg`Places`, icon: IconMap2, roles: ['coordinator'] },
  { to: '/accounts', label: msg`Accounts`, icon: IconUsersGroup, roles: ['administrator'] },
  { to: '/arrivals', label: msg`Arrival lists`, icon: IconListDetails, roles: ['intake_officer'] },
  { to: '/hand-over', label: msg`Hand over`, icon: IconUsers, roles: ['intake_officer'] },
  {
    to: '/people/search',
    label: msg`Search`,
    icon: IconUserSearch,
    roles: ['caseworker', 'supervisor', ...FILE_READERS],
  },
  {
    to: '/people/new',
    label: msg`New arrival`,
    icon: IconUserPlus,
    roles: ['intake_officer', 'caseworker', 'supervisor'],
  },
  {
    to: '/duplicates',
    label: msg`Likely duplicates`,
    icon: IconUsersPlus,
    roles: ['intake_officer'],
  },
  // A caseworker looks up whom to call.
  {
    to: '/duty',
    label: msg`On duty`,
    icon: IconPhoneCall,
    roles: ['caseworker', 'supervisor', ...FILE_READERS],
  },
  // Whoever is asked for it writes it down; it goes past the line.
  { to: '/complaint', label: msg`A complaint`, icon: IconMessage2, roles: 'all' },
  {
    to: '/supervision',
    label: msg`Talks about work`,
    icon: IconMessages,
    roles: ['caseworker', 'supervisor', ...FILE_READERS],
  },
  { to: '/unsent', label: msg`Not yet sent`, icon: IconSend, roles: ['caseworker', 'supervisor'] },
];

export function placesOf(role: Role | null): readonly Place[] {
  return PLACES.filter(
    (place) => place.roles === 'all' || (role !== null && place.roles.includes(role)),
  );
}
