import { msg } from '@lingui/core/macro';
import {
  IconAddressBook,
  IconBooks,
  IconBuildingCommunity,
  IconCalendarEvent,
  IconChartBubble,
  IconChecklist,
  IconClock,
  IconEyeCheck,
  IconFiles,
  IconFileText,
  IconHome,
  IconLanguage,
  IconListCheck,
  IconMail,
  IconMessageStar,
  IconNews,
  IconNotes,
  IconPhoto,
  IconRecycle,
  IconRoute,
  IconSignature,
  IconTable,
  IconTicket,
  IconTimeline,
} from '@tabler/icons-react';
import type { ExchangeRole } from '#domain/exchange/role.ts';
import type { Place } from '../ui/place.ts';

/** The parts of the workspace's menu, in the order in which they are shown. */
export const WORKSPACE_GROUPS = {
  own: msg`For you`,
  conference: msg`At the conference`,
  preparing: msg`Preparation`,
  results: msg`What comes of it`,
  publishing: msg`Texts that go out`,
} as const;

export interface WorkspacePlace extends Pick<Place, 'to' | 'label' | 'icon'> {
  readonly group: keyof typeof WORKSPACE_GROUPS;
  /** Who sees it; the server decides what may be done there. */
  readonly roles: readonly ExchangeRole[] | 'all';
}

/** Where one can go in the workspace. On a phone the first four of somebody's own stand in the bar. */
export const WORKSPACE_PLACES: readonly WorkspacePlace[] = [
  {
    to: '/workspace',
    group: 'own',
    label: msg`Overview`,
    icon: IconHome,
    roles: 'all',
  },
  {
    to: '/workspace/conferences',
    group: 'preparing',
    label: msg`Organising`,
    icon: IconBuildingCommunity,
    roles: ['organiser'],
  },
  {
    to: '/workspace/programme',
    group: 'conference',
    label: msg`Programme`,
    icon: IconCalendarEvent,
    roles: 'all',
  },
  {
    to: '/workspace/registrations',
    group: 'own',
    label: msg`My registrations`,
    icon: IconTicket,
    roles: 'all',
  },
  {
    to: '/workspace/reviews',
    group: 'own',
    label: msg`Reviews`,
    icon: IconChecklist,
    roles: ['reviewer'],
  },
  {
    to: '/workspace/proposals',
    group: 'own',
    label: msg`My contributions`,
    icon: IconFileText,
    roles: 'all',
  },
  {
    to: '/workspace/times',
    group: 'own',
    label: msg`My times`,
    icon: IconClock,
    roles: ['speaker', 'moderator', 'interpreter', 'organiser'],
  },
  {
    to: '/workspace/materials',
    group: 'conference',
    label: msg`Materials`,
    icon: IconFiles,
    roles: 'all',
  },
  {
    to: '/workspace/opinions',
    group: 'conference',
    label: msg`Opinion maps`,
    icon: IconChartBubble,
    roles: 'all',
  },
  {
    to: '/workspace/feedback',
    group: 'conference',
    label: msg`Feedback`,
    icon: IconMessageStar,
    roles: 'all',
  },
  {
    to: '/workspace/agreements',
    group: 'conference',
    label: msg`Agreements and requests`,
    icon: IconSignature,
    roles: ['organiser', 'moderator', 'speaker', 'delegate', 'interpreter'],
  },
  {
    to: '/workspace/schedule',
    group: 'preparing',
    label: msg`Timetable`,
    icon: IconTimeline,
    roles: ['organiser', 'editor', 'moderator', 'interpreter'],
  },
  {
    to: '/workspace/invitations',
    group: 'preparing',
    label: msg`Invitations`,
    icon: IconMail,
    roles: ['organiser'],
  },
  {
    to: '/workspace/minutes',
    group: 'results',
    label: msg`Minutes`,
    icon: IconNotes,
    roles: ['organiser', 'moderator'],
  },
  {
    to: '/workspace/recommendations',
    group: 'results',
    label: msg`Recommendations`,
    icon: IconListCheck,
    roles: 'all',
  },
  {
    to: '/workspace/practices',
    group: 'results',
    label: msg`Practices`,
    icon: IconBooks,
    roles: 'all',
  },
  {
    to: '/workspace/adoptions',
    group: 'results',
    label: msg`Taken over`,
    icon: IconRecycle,
    roles: 'all',
  },
  {
    to: '/workspace/models',
    group: 'results',
    label: msg`Programme models`,
    icon: IconRoute,
    roles: 'all',
  },
  {
    to: '/workspace/evidence',
    group: 'results',
    label: msg`Evidence tables`,
    icon: IconTable,
    roles: ['organiser', 'editor', 'delegate'],
  },
  {
    to: '/workspace/publications',
    group: 'publishing',
    label: msg`Second look`,
    icon: IconEyeCheck,
    roles: ['organiser', 'editor'],
  },
  {
    to: '/workspace/translate',
    group: 'publishing',
    label: msg`Translations`,
    icon: IconLanguage,
    roles: ['organiser', 'editor', 'interpreter'],
  },
  {
    to: '/workspace/news',
    group: 'publishing',
    label: msg`News`,
    icon: IconNews,
    roles: ['organiser', 'editor'],
  },
  {
    to: '/workspace/gallery',
    group: 'publishing',
    label: msg`Pictures`,
    icon: IconPhoto,
    roles: ['organiser', 'editor'],
  },
  {
    to: '/workspace/directory',
    group: 'results',
    label: msg`Directory of experts`,
    icon: IconAddressBook,
    roles: 'all',
  },
];
