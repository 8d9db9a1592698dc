import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type Icon, IconHome2, IconSend } from '@tabler/icons-react';
import type { Role } from '#domain/access/role.ts';

/** A place in the navigation. On a phone the first four of a role stand in the bar, the rest under "More". */
export interface Place {
  readonly to: string;
  readonly label: MessageDescriptor;
  readonly icon: Icon;
  /** Who sees it; screens behind it check nothing: the server does. */
  readonly roles: readonly Role[] | 'all';
}

/** In the order in which they are shown; each noun adds its own line. */
export const PLACES: readonly Place[] = [
  { to: '/', label: msg`Start`, icon: IconHome2, roles: 'all' },
  { to: '/unsent', label: msg`Not yet sent`, icon: IconSend, roles: ['caseworker', 'supervisor'] },
];

export function placesOf(role: Role | null): readonly Place[] {
  return PLACES.filter(
    (place) => place.roles === 'all' || (role !== null && place.roles.includes(role)),
  );
}
