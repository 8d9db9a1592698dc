import type { CommandBodies } from '#domain/case/nouns.ts';
import type { WorkProfileBody } from '#domain/case/work-profile.ts';
import { given } from '../case/command-form.tsx';

type Wish = WorkProfileBody['wishes'][number];

/** What is typed about somebody's work. */
export interface ProfileDraft {
  readonly wishes: readonly Wish[];
  readonly experience: readonly {
    readonly words: string;
    readonly occupation: string | null;
    readonly years: string;
    readonly where: string;
  }[];
  /** One a line. */
  readonly skills: string;
  readonly schooling: WorkProfileBody['schooling'] | '';
  readonly schooling_state: WorkProfileBody['schooling_state'] | '';
  readonly hours: WorkProfileBody['limits']['hours'];
  readonly distance: WorkProfileBody['limits']['distance'];
  readonly childcare: boolean;
  readonly papers_missing: boolean;
  readonly lighter_work: boolean;
  readonly words: string;
}

export const NO_WISH: Wish = { words: '', occupation: null, as: 'any' };
export const NO_EXPERIENCE = { words: '', occupation: null, years: '', where: '' };

/** The form as it opens: empty, or with what is known. */
export function profileDraft(known: WorkProfileBody | null): ProfileDraft {
  const { limits } = known ?? {};
  return {
    wishes: known?.wishes.length ? known.wishes : [NO_WISH],
    experience: (known?.experience ?? []).map((one) => ({
      ...{ words: one.words, occupation: one.occupation },
      ...{ years: one.years === undefined ? '' : String(one.years), where: one.where ?? '' },
    })),
    skills: (known?.skills ?? []).join('\n'),
    ...{ schooling: known?.schooling ?? '', schooling_state: known?.schooling_state ?? '' },
    ...{ hours: limits?.hours ?? 'any', distance: limits?.distance ?? 'district' },
    ...{ childcare: limits?.childcare ?? false, papers_missing: limits?.papers_missing ?? false },
    ...{ lighter_work: limits?.lighter_work ?? false, words: limits?.words ?? '' },
  };
}

/** What is said from it; lines that were left empty are nothing. */
export function profileBody(draft: ProfileDraft): CommandBodies['record_work_profile'] {
  const { hours, distance, childcare, papers_missing, lighter_work } = draft;
  const words = given(draft.words);
  return {
    wishes: draft.wishes.filter(({ words: said }) => said.trim() !== ''),
    experience: draft.experience
      .filter(({ words: said }) => said.trim() !== '')
      .map(({ words: said, occupation, years, where }) => ({
        ...{ words: said, occupation },
        // Not a number is said as it is, and refused by name.
        ...(years.trim() === '' ? {} : { years: Number(years) }),
        ...(where.trim() === '' ? {} : { where }),
      })),
    skills: draft.skills
      .split('\n')
      .map((skill) => skill.trim())
      .filter((skill) => skill !== ''),
    schooling: draft.schooling === '' ? null : draft.schooling,
    schooling_state:
      draft.schooling === '' || draft.schooling_state === '' ? null : draft.schooling_state,
    limits: {
      ...{ hours, distance, childcare, papers_missing, lighter_work },
      ...(words === undefined ? {} : { words }),
    },
  };
}

/** The fields that show their own problems. */
export const PROFILE_PATHS: readonly string[] = [
  ...Array.from({ length: 10 }, (_, at) => `wishes.${at}.words`),
  ...Array.from({ length: 20 }, (_, at) =>
    ['words', 'years', 'where'].map((one) => `experience.${at}.${one}`),
  ).flat(),
  ...['skills', 'schooling', 'schooling_state', 'limits.words'],
];
