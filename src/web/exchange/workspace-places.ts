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

export interface WorkspacePlace extends Pick<Place, 'to' | 'label' | 'icon'> {
  /** Who sees it; the server decides what may be done there. */
  readonly roles: readonly ExchangeRole[] | 'all';
}

/** Where one can go in the workspace. On a phone the first four stand in the bar. */
export const WORKSPACE_PLACES: readonly WorkspacePlace[] = [
  { to: '/workspace', label: msg`Overview`, icon: IconHome, roles: 'all' },
  { to: '/workspace/registrations', label: msg`My registrations`, icon: IconTicket, roles: 'all' },
  { to: '/workspace/proposals', label: msg`My contributions`, icon: IconFileText, roles: 'all' },
  { to: '/workspace/reviews', label: msg`Reviews`, icon: IconChecklist, roles: ['reviewer'] },
  {
    ...{ to: '/workspace/conferences', label: msg`Organising`, icon: IconBuildingCommunity },
    roles: ['organiser'],
  },
  { to: '/workspace/practices', label: msg`Practices`, icon: IconBooks, roles: 'all' },
  { to: '/workspace/adoptions', label: msg`Taken over`, icon: IconRecycle, roles: 'all' },
  {
    ...{ to: '/workspace/publications', label: msg`Second look`, icon: IconEyeCheck },
    roles: ['organiser', 'editor'],
  },
  {
    ...{ to: '/workspace/programme', label: msg`Programme`, icon: IconCalendarEvent },
    roles: 'all',
  },
  {
    ...{ to: '/workspace/recommendations', label: msg`Recommendations`, icon: IconListCheck },
    roles: 'all',
  },
  {
    ...{ to: '/workspace/opinions', label: msg`Opinion maps`, icon: IconChartBubble },
    roles: 'all',
  },
  { to: '/workspace/models', label: msg`Programme models`, icon: IconRoute, roles: 'all' },
  {
    ...{ to: '/workspace/schedule', label: msg`Timetable`, icon: IconTimeline },
    roles: ['organiser', 'editor', 'moderator', 'interpreter'],
  },
  {
    ...{ to: '/workspace/times', label: msg`My times`, icon: IconClock },
    roles: ['speaker', 'moderator', 'interpreter', 'organiser'],
  },
  {
    ...{ to: '/workspace/minutes', label: msg`Minutes`, icon: IconNotes },
    roles: ['organiser', 'moderator'],
  },
  {
    ...{ to: '/workspace/evidence', label: msg`Evidence tables`, icon: IconTable },
    roles: ['organiser', 'editor', 'delegate'],
  },
  {
    ...{ to: '/workspace/feedback', label: msg`Feedback`, icon: IconMessageStar },
    roles: 'all',
  },
  {
    ...{ to: '/workspace/translate', label: msg`Translations`, icon: IconLanguage },
    roles: ['organiser', 'editor', 'interpreter'],
  },
  {
    ...{ to: '/workspace/invitations', label: msg`Invitations`, icon: IconMail },
    roles: ['organiser'],
  },
  {
    ...{ to: '/workspace/news', label: msg`News`, icon: IconNews },
    roles: ['organiser', 'editor'],
  },
  {
    ...{ to: '/workspace/gallery', label: msg`Pictures`, icon: IconPhoto },
    roles: ['organiser', 'editor'],
  },
  {
    ...{ to: '/workspace/agreements', label: msg`Agreements and requests`, icon: IconSignature },
    roles: ['organiser', 'moderator', 'speaker', 'delegate', 'interpreter'],
  },
  {
    ...{ to: '/workspace/directory', label: msg`Directory of experts`, icon: IconAddressBook },
    roles: 'all',
  },
  {
    ...{ to: '/workspace/materials', label: msg`Materials`, icon: IconFiles },
    roles: 'all',
  },
];
