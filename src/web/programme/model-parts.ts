import { msg } from '@lingui/core/macro';
import type { ModelPart, PartGroup } from './model-part.ts';
import { BUSINESS } from './parts/business.ts';
import { CONSENT } from './parts/consent.ts';
import { COURSE } from './parts/course.ts';
import { ENDINGS } from './parts/endings.ts';
import { LIMITS } from './parts/limits.ts';
import { PAPERS } from './parts/papers.ts';
import { PRINTS } from './parts/prints.ts';
import { SCHOOL } from './parts/school.ts';
import { TALKS } from './parts/talks.ts';
import { WORDING } from './parts/wording.ts';

/** Every part of the programme model that is edited on the screen, in the order in which it is shown. */
export const PART_GROUPS: readonly PartGroup[] = [
  { title: msg`Course and time limits`, parts: COURSE },
  { title: msg`Talks, steps and help`, parts: TALKS },
  { title: msg`Consent, children and services`, parts: CONSENT },
  { title: msg`School and health`, parts: SCHOOL },
  { title: msg`Work`, parts: BUSINESS },
  { title: msg`Papers and commissions`, parts: PAPERS },
  { title: msg`What is printed`, parts: PRINTS },
  { title: msg`Completion and keeping`, parts: ENDINGS },
  { title: msg`Protection and limits`, parts: LIMITS },
  { title: msg`Words and numbers`, parts: WORDING },
];

export const MODEL_PARTS: readonly ModelPart[] = PART_GROUPS.flatMap(({ parts }) => parts);

const RULES_BEHIND = msg`Which three things are approved, and which kinds of records are kept: rules of the program stand behind each.`;

/** What no form changes, each with the reason that the screen gives. */
export const NOT_EDITED: Readonly<Record<string, PartGroup['title']>> = {
  code: msg`The short name of the programme: support files and versions go by it.`,
  version: msg`The number of the version: it counts on by itself.`,
  'approvals.code': RULES_BEHIND,
  'retention.category': RULES_BEHIND,
};
