import { msg } from '@lingui/core/macro';
import {
  IconBriefcase,
  IconCertificate,
  IconListSearch,
  IconMap2,
  IconScale,
  IconSteeringWheel,
} from '@tabler/icons-react';
import { FILE_READERS, type Place } from './place.ts';

/** Services, courses, work: what is looked for with a person, in the order in which it is shown. */
export const SERVICE_PLACES: readonly Place[] = [
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
    to: '/helpers',
    group: 'programme',
    label: msg`Mentors and rides`,
    icon: IconSteeringWheel,
    roles: ['coordinator'],
  },
  {
    to: '/labour',
    group: 'others',
    label: msg`Vacancies`,
    icon: IconBriefcase,
    roles: ['caseworker', 'supervisor', 'coordinator', 'partner', ...FILE_READERS],
  },
  { to: '/places', group: 'others', label: msg`Places`, icon: IconMap2, roles: ['coordinator'] },
];
