import type { KinshipKind } from '#domain/people/household.ts';
import { fold } from './fold.ts';
import type { Relation } from './relation-words.ts';

/** A row as its family sees it; also kept of a refused row, or its children would seem to be alone. */
export interface FamilyMember {
  readonly row: number;
  readonly family?: string;
  readonly relation?: Relation;
  readonly age: 'child' | 'adult' | 'unclear';
}

/** `row` is `is` of `of`: `{ row: 7, is: 'child', of: 6 }`. */
export interface FamilyTie {
  readonly row: number;
  readonly is: KinshipKind;
  readonly of: number;
}

export type FamilyNotice =
  | 'child_without_parental_care'
  | 'child_alone'
  | 'parent_unclear'
  | 'two_heads'
  | 'no_head'
  | 'too_many';

export interface Family {
  readonly rows: readonly number[];
  readonly head?: number;
  readonly adults: number;
  readonly children: number;
  readonly age_unclear: number;
  readonly ties: readonly FamilyTie[];
  readonly notices: readonly { readonly row: number; readonly code: FamilyNotice }[];
}

/** One spelling of a family number: `№ 012`, `12` and a workbook's `12.0` are one family. */
export function familyKey(familyNumber: string): string {
  return fold(familyNumber.replace(/[.,]0+$/, ''))
    .replace(/^no /, '')
    .replace(/^0+(?=.)/, '');
}

/** The families of a list, by family number in order of appearance; a row without one stands alone. */
export function familiesOf(members: readonly FamilyMember[]): readonly Family[] {
  const groups: FamilyMember[][] = [];
  const byNumber = new Map<string, FamilyMember[]>();
  for (const member of members) {
    const key = member.family === undefined ? undefined : familyKey(member.family);
    const group = key === undefined ? undefined : byNumber.get(key);
    if (group !== undefined) {
      group.push(member);
      continue;
    }
    const begun = [member];
    groups.push(begun);
    if (key !== undefined) byNumber.set(key, begun);
  }
  return groups.map(familyOf);
}

/** More rows under one number are no family: a wrong column was taken for the family number. */
export const LARGEST_FAMILY = 60;

function familyOf(members: readonly FamilyMember[]): Family {
  const [first] = members;
  if (first !== undefined && members.length > LARGEST_FAMILY) {
    const notices = [{ row: first.row, code: 'too_many' as const }];
    return { ...countsOf(members), ties: [], notices };
  }
  const heads = members.filter((one) => one.relation === 'head');
  const head = heads[0];
  const ties = head ? tiesToHead(members, head) : tiesByRole(members);
  const notices: { row: number; code: FamilyNotice }[] = [];
  for (const extra of heads.slice(1)) notices.push({ row: extra.row, code: 'two_heads' });
  if (head === undefined && ties.length === 0 && members.length > 1 && first) {
    notices.push({ row: first.row, code: 'no_head' });
  }
  for (const one of members) {
    const code = careNotice(one, members, ties);
    if (code) notices.push({ row: one.row, code });
  }
  return { ...countsOf(members), ...(head ? { head: head.row } : {}), ties, notices };
}

function countsOf(members: readonly FamilyMember[]) {
  const count = (age: FamilyMember['age']) => members.filter((one) => one.age === age).length;
  return {
    rows: members.map((one) => one.row),
    adults: count('adult'),
    children: count('child'),
    age_unclear: count('unclear'),
  };
}

/** With a head, each word says what the row is to the head. */
function tiesToHead(members: readonly FamilyMember[], head: FamilyMember): FamilyTie[] {
  return members.flatMap(({ row, relation }) =>
    row === head.row || relation === undefined || !isTie(relation)
      ? []
      : [{ row, is: relation, of: head.row }],
  );
}

const CARER_ROLES: ReadonlySet<Relation> = new Set([
  'parent',
  'step_parent',
  'foster_parent',
  'grandparent',
  'aunt_or_uncle',
  'sibling',
  'half_sibling',
  'cousin',
  'other_relative',
  'not_related',
] as const);

/** Without a head, the words are roles towards the children: "mother", "grandmother", "son". */
function tiesByRole(members: readonly FamilyMember[]): FamilyTie[] {
  // A mother of 17 is a carer here; a brother of 15 is one of the children.
  const carers = members.filter((one) => one.age !== 'child' || one.relation === 'parent');
  const children = members.filter((one) => one.relation === 'child' || !carers.includes(one));
  return carers.flatMap(({ row, relation }) =>
    relation === undefined || !CARER_ROLES.has(relation)
      ? []
      : children.map((child) => ({ row, is: relation as KinshipKind, of: child.row })),
  );
}

function isTie(relation: Relation): relation is KinshipKind {
  return relation !== 'head' && relation !== 'without_parents';
}

/** Whether a row is a child whom no parent of the list accompanies, as far as its words tell. */
function careNotice(
  one: FamilyMember,
  members: readonly FamilyMember[],
  ties: readonly FamilyTie[],
): FamilyNotice | undefined {
  const byWord = one.relation === 'child' || one.relation === 'without_parents';
  if (one.age === 'adult' || (one.age === 'unclear' && !byWord)) return undefined;
  if (members.length === 1) return 'child_alone';
  if (one.relation === 'without_parents') return 'child_without_parental_care';
  const parents = ties.filter(
    (tie) =>
      (tie.row === one.row && tie.is === 'child') || (tie.of === one.row && tie.is === 'parent'),
  );
  if (parents.length > 0) return undefined;
  // A grandchild's mother may be the head's grown daughter; a row without a word may be anybody's child.
  const grown = members.some((other) => other.relation === 'child' && other.age !== 'child');
  if (one.relation === 'grandchild' && grown) return 'parent_unclear';
  const adult = members.some((other) => other.row !== one.row && other.age !== 'child');
  if (one.relation === undefined && adult) return 'parent_unclear';
  return 'child_without_parental_care';
}
