import { msg } from '@lingui/core/macro';
import { IconHome, IconLanguage, IconRoute } from '@tabler/icons-react';
import type { ExchangeRole } from '#domain/exchange/role.ts';
import type { Place } from '../ui/place.ts';

export interface WorkspacePlace extends Pick<Place, 'to' | 'label' | 'icon'> {
  /** Who sees it; the server decides what may be done there. */
  readonly roles: readonly ExchangeRole[] | 'all';
}

/** Where one can go in the workspace. On a phone the first four stand in the bar. */
export const WORKSPACE_PLACES: readonly WorkspacePlace[] = [
  { to: '/workspace', label: msg`Overview`, icon: IconHome, roles: 'all' },
  {
    ...{ to: '/workspace/translate', label: msg`Translations`, icon: IconLanguage, IconRoute },
    roles: ['organiser', 'editor', 'interpreter'],
  },
  { to: '/workspace/models', label: msg`Programme models`, icon: IconRoute, roles: 'all' },
];
