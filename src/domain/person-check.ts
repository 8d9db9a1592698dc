import { z } from 'zod';
import { isCalledAfter, isFirstName, isInstitution, namesNobody } from './person-check-names.ts';
import * as pattern from './person-check-patterns.ts';

/** What may betray one person in a text that is to be published, most telling first. */
export const PERSON_RULES = [
  'document_number',
  'phone',
  'birth_date',
  'coordinates',
  'email',
  'name_with_age',
  'name_with_place',
  'full_name',
  'single_story',
  'operation',
  'journey',
] as const;
export type PersonRule = (typeof PERSON_RULES)[number];

/** Why a finding is none, in the second editor's words beside it. */
export const PERSON_ANSWERS = [
  'public_official',
  'author_or_speaker',
  'institution',
  'composite_story',
  'published_source',
  'names_nobody',
] as const;
export type PersonAnswer = (typeof PERSON_ANSWERS)[number];

const OF_A_NAME: readonly PersonAnswer[] = [
  'public_official',
  'author_or_speaker',
  'composite_story',
  'names_nobody',
];
/**
 * The answers that a rule takes. A number of a document takes none: it is taken out. A phone or a place on
 * the map may be an institution's, never a person's.
 */
export const ANSWERS_TO = {
  document_number: [],
  phone: ['institution'],
  birth_date: ['public_official', 'names_nobody'],
  coordinates: ['institution'],
  email: ['institution', 'author_or_speaker'],
  name_with_age: OF_A_NAME,
  name_with_place: OF_A_NAME,
  full_name: ['public_official', 'author_or_speaker', 'names_nobody'],
  single_story: ['composite_story', 'public_official', 'names_nobody'],
  operation: ['published_source', 'names_nobody'],
  journey: ['published_source', 'names_nobody'],
} as const satisfies Record<PersonRule, readonly PersonAnswer[]>;

/** Finds that are refused at once, whoever looks: they lead straight to one person. */
export function isHard(rule: PersonRule): boolean {
  return HARD.includes(rule);
}
const HARD: readonly PersonRule[] = ['document_number', 'phone', 'birth_date', 'coordinates'];

export const personFinding = z.strictObject({
  rule: z.enum(PERSON_RULES),
  /** Where: the caller's name of the text, e.g. `summary.ru`. */
  field: z.string().min(1).max(200),
  /** In UTF-16 units of that text. */
  from: z.int().nonnegative(),
  to: z.int().positive(),
  words: z.string().min(1).max(300),
});
export type PersonFinding = z.infer<typeof personFinding>;

export const answeredFinding = z.strictObject({
  finding: personFinding,
  answer: z.enum(PERSON_ANSWERS),
  reason: z.string().trim().min(3).max(500),
});
export type AnsweredFinding = z.infer<typeof answeredFinding>;

/**
 * What in the texts may betray one person; keys are the caller's fields. It helps a human to look and
 * decides nothing: no finding does not mean that nobody is named.
 */
export function personCheck(texts: Readonly<Record<string, string>>): PersonFinding[] {
  return Object.entries(texts).flatMap(([field, text]) =>
    findingsIn(text).map((found) => ({ ...found, field })),
  );
}

/** The findings that no fitting answer covers. An answer holds for the same words by the same rule in the same text, wherever they stand. */
export function unanswered(
  findings: readonly PersonFinding[],
  answered: readonly AnsweredFinding[],
): PersonFinding[] {
  return findings.filter(
    (finding) =>
      !answered.some(
        ({ finding: of, answer }) =>
          of.rule === finding.rule &&
          of.field === finding.field &&
          of.words === finding.words &&
          takesAnswer(finding.rule, answer),
      ),
  );
}

/** True where the answer is one that the rule takes. */
export function takesAnswer(rule: PersonRule, answer: PersonAnswer): boolean {
  return (ANSWERS_TO[rule] as readonly PersonAnswer[]).includes(answer);
}

interface Found {
  rule: PersonRule;
  from: number;
  to: number;
  words: string;
}

function findingsIn(original: string): Found[] {
  // The same length, so that places stay: typed apostrophes become the letter of the patterns.
  const text = original.replace(/(?<=\p{L})['‘’`ʻ](?=\p{L})/gu, 'ʻ').replace(/\u00a0/g, ' ');
  const found = [
    ...(/\d/.test(text) ? findingsWithFigures(text) : []),
    ...(text.includes('@') ? all(text, 'email', pattern.EMAIL) : []),
    ...all(text, 'name_with_place', pattern.NAME_AT_VILLAGE, namesSomebody),
    ...all(text, 'name_with_place', pattern.FIRST_NAME_AT_PLACE, isAtSmallPlace),
    ...all(text, 'full_name', pattern.FULL_NAME),
    ...all(text, 'full_name', pattern.NAME_AND_FAMILY, isWholeName(text)),
    ...stories(text),
    ...all(text, 'operation', pattern.OPERATION, isNoManual),
  ];
  return withoutOverlap(found).map((one) => ({ ...one, words: original.slice(one.from, one.to) }));
}

/** What needs a figure to be found: most texts of a form have none, and are looked through in a third of the time. */
function findingsWithFigures(text: string): Found[] {
  return [
    ...all(text, 'document_number', pattern.DOCUMENT_NUMBER),
    ...all(text, 'phone', pattern.PHONE),
    ...all(text, 'birth_date', pattern.BIRTH_DATE),
    ...all(text, 'coordinates', pattern.COORDINATES),
    ...all(text, 'name_with_age', pattern.NAME_WITH_AGE, namesSomebody),
    ...all(text, 'name_with_age', [pattern.FIRST_NAME_AND_NUMBER], hasFirstName),
    ...all(text, 'name_with_age', pattern.FIRST_NAME_WITH_AGE, hasFirstName),
    ...all(text, 'journey', pattern.JOURNEY),
  ];
}

function all(
  text: string,
  rule: PersonRule,
  patterns: readonly RegExp[],
  holds: (match: RegExpMatchArray) => boolean = () => true,
): Found[] {
  return patterns.flatMap((one) =>
    [...text.matchAll(one)].filter(holds).map((match) => {
      const words = match[0].slice(0, 300).trimEnd();
      return { rule, from: match.index, to: match.index + words.length, words };
    }),
  );
}

/** The words of a found name; none where they name an institution. */
const wordsOf = (name: string | undefined) => {
  const words = (name ?? '').split(' ');
  return words.some(isInstitution) ? [] : words;
};
/** Of "After Madina" the last word counts, of "Madina Karimova" any: nobody is named only where all are such words. */
const namesSomebody = (match: RegExpMatchArray) => {
  const words = wordsOf(match[1]);
  return words.some(isFirstName) || (words.length > 0 && !words.some(namesNobody));
};
const hasFirstName = (match: RegExpMatchArray) => wordsOf(match[1]).some(isFirstName);
/**
 * A first name with a family name that is no street, library or foundation called after somebody: those say so in
 * the word before or after.
 */
const isWholeName = (text: string) => (match: RegExpMatchArray) => {
  const { first = '', family = '' } = match.groups ?? {};
  if (!isFirstName(first) || namesNobody(family) || isFirstName(family)) return false;
  // A dot after a short word abbreviates it; after a long one the sentence has ended.
  const before = /(?<!\p{L})(?:\p{L}{1,3}\.|\p{L}+)(?=[ "“«]*$)/u
    .exec(text.slice(0, match.index).slice(-30))?.[0]
    .replace('.', '');
  const after = /^["”»]? *(\p{L}+)/u.exec(text.slice((match.index ?? 0) + match[0].length))?.[1];
  return !isCalledAfter(before ?? '') && !isCalledAfter(after ?? '');
};
/** The place is a named group, so that the name is whichever group is not it. */
const isAtSmallPlace = (match: RegExpMatchArray) => {
  const place = match.groups?.place ?? '';
  const name = match[1] === place ? match[2] : match[1];
  return wordsOf(name).some(isFirstName) && !namesNobody(place) && !isFirstName(place);
};
/** Instructions of work are called operation, too. */
const isNoManual = (match: RegExpMatchArray) =>
  !/^operations? (?:manual|plan|cent|procedure|cost|team|guide|manager|department)/i.test(match[0]);

/** A first name with a family in its sentence or the next; one person of an age with a place or a family. */
function stories(text: string): Found[] {
  const found = [
    ...all(text, 'single_story', pattern.NAME_WITH_FAMILY, namesSomebody),
    ...all(text, 'single_story', pattern.CALLED, namesSomebody),
  ];
  const sentences = [...text.matchAll(/[^.!?\n]+[.!?]*/g)];
  for (const [index, sentence] of sentences.entries()) {
    const here = sentence[0];
    const next = sentences[index + 1]?.[0] ?? '';
    const tells = (what: readonly RegExp[], where: string) =>
      what.some((one) => where.search(one) !== -1);
    const named = [...here.matchAll(/\p{Lu}[\p{L}ʼ-]+/gu)].find(([word]) => isFirstName(word));
    const ofAge =
      /\d/.test(here) && pattern.ONE_PERSON_OF_AGE.some((one) => here.search(one) !== -1);
    if (
      (named && tells(pattern.FAMILY, `${here} ${next}`)) ||
      (ofAge && (tells(pattern.FAMILY, here) || tells(pattern.SOME_PLACE, here.slice(2))))
    ) {
      const from = sentence.index + here.search(/\S/);
      const words = here.trim().slice(0, 300);
      found.push({ rule: 'single_story', from, to: from + words.length, words });
    }
  }
  return found;
}

/** Of findings of one rule that overlap the first and longest stays; another rule may say its own. */
function withoutOverlap(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const ordered = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const one of ordered)
    if (
      !kept.some((other) => other.rule === one.rule && one.from < other.to && other.from < one.to)
    )
      kept.push(one);
  return kept.sort(
    (a, b) => PERSON_RULES.indexOf(a.rule) - PERSON_RULES.indexOf(b.rule) || a.from - b.from,
  );
}
