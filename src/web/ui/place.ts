import type { MessageDescriptor } from '@lingui/core';
import type { Icon } from '@tabler/icons-react';
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
export const FILE_READERS: readonly Role[] = [
  'intake_officer',
  'specialist_health',
  'specialist_psychosocial',
  'specialist_legal',
  'specialist_protection',
];
