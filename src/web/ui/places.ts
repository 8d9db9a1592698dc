import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type Icon, IconFolders, IconHome2, IconSend, IconSunHigh } from '@tabler/icons-react';
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
  { to: '/unsent', label: msg`Not yet sent`, icon: IconSend, roles: ['caseworker', 'supervisor'] },
];

export function placesOf(role: Role | null): readonly Place[] {
  return PLACES.filter(
    (place) => place.roles === 'all' || (role !== null && place.roles.includes(role)),
  );
}
