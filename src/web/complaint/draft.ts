import { v7 as uuid } from 'uuid';
import type {
  ANSWER_WAYS,
  CAME_BY,
  COMPLAINT_ABOUT,
  SaidComplaint,
} from '#domain/complaint/complaint.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';

/** What is being written. It lives in the page alone: no device keeps a complaint. */
export interface Draft {
  readonly sending: string;
  readonly about: (typeof COMPLAINT_ABOUT)[number] | '';
  readonly came_by: (typeof CAME_BY)[number] | '';
  readonly words: string;
  readonly wish: string;
  readonly answer_way: (typeof ANSWER_WAYS)[number] | '';
  readonly answer_words: string;
  readonly name: string;
  readonly number: string;
  readonly happened_on: string;
  readonly anonymous: boolean;
  readonly about_child: boolean;
}

export function emptyDraft(given: Partial<Draft> = {}): Draft {
  return {
    ...{ sending: uuid(), about: '', came_by: '', words: '', wish: '', answer_way: '' },
    ...{ answer_words: '', name: '', number: '', happened_on: '' },
    ...{ anonymous: false, about_child: false, ...given },
  };
}

/** What is still missing, as the server would say it. `heard`: a recording tells what happened. */
export function missingIn(draft: Draft, heard: boolean): Problem | undefined {
  const { about, came_by, words, answer_way, answer_words } = draft;
  const empty: string[] = [];
  if (about === '') empty.push('about');
  if (words.trim() === '' && !heard) empty.push('words');
  if (came_by === '') empty.push('came_by');
  if (answer_way === '') empty.push('answer_way');
  if (answer_way !== '' && answer_way !== 'code' && answer_words.trim() === '') {
    empty.push('answer_words');
  }
  if (empty.length === 0) return undefined;
  const fields: FieldProblem[] = empty.map((path) => ({ path: `body.${path}`, code: 'required' }));
  return { code: 'invalid_input', fields };
}

/** What is sent: what was left empty is left out. */
export function bodyOf(draft: Draft, language: string, heard: boolean): Partial<SaidComplaint> {
  const { sending, about, came_by, answer_way, anonymous, about_child } = draft;
  const texts = Object.fromEntries(
    (['words', 'wish', 'answer_words', 'name', 'number', 'happened_on'] as const)
      .map((key) => [key, draft[key].trim()] as const)
      .filter(([, text]) => text !== ''),
  );
  const by = heard && texts.words === undefined ? 'recording' : came_by;
  return {
    ...{ sending, anonymous, about_child, language, ...texts },
    ...(about === '' ? {} : { about }),
    ...(by === '' ? {} : { came_by: by }),
    ...(answer_way === '' ? {} : { answer_way }),
  };
}
