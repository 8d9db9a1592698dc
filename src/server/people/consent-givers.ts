import type { Birth } from '#domain/people/birth.ts';
import { type ConsentProposal, proposeConsent } from '#domain/people/consent-proposal.ts';
import { type Household, KINSHIP_KINDS, PARENT_STATES } from '#domain/people/household.ts';
import { PARENT_TIES } from '#domain/people/register.ts';
import type { Acting } from '../database.ts';

interface Span {
  readonly from_day: string | null;
  readonly until_day: string | null;
}
interface Family {
  readonly today: string;
  readonly birth: Birth | null;
  readonly kinship: readonly (Span & {
    relative_id: string | null;
    kind: string;
    parent_state: string | null;
  })[];
  readonly guardianship: readonly (Span & {
    guardian_id: string | null;
    institution: string | null;
    kind: Household['guardianships'][number]['kind'];
    contested: boolean;
  })[];
  readonly births: readonly { id: string; birth: Birth }[];
}

/** Who may consent for a person as the family is written down now: proposals, for the rule of a consent. */
export async function consentGivers(
  acting: Acting,
  personId: string,
): Promise<readonly ConsentProposal[]> {
  const { rows } = await acting.client.query<{ family: Family }>({
    name: 'consent_family',
    text: `select jsonb_build_object('today', current_date,
      'birth', ${birthOf('p')},
      'kinship', (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from (
        select relative_id, kind, parent_state, from_day, until_day from kinship
        where person_id = p.id
        -- Written down from the other end: of the parent, that this is the child.
        union all select person_id, 'parent', null, from_day, until_day from kinship
        where relative_id = p.id and kind = 'child') k),
      'guardianship', (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from guardianship g
        where g.child_id = p.id),
      'births', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'birth', ${birthOf('a')})),
          '[]')
        from person a where a.birth_date is not null and a.id in (
          select k.relative_id from kinship k where k.person_id = p.id
          union select k.person_id from kinship k where k.relative_id = p.id and k.kind = 'child'
          union select g.guardian_id from guardianship g where g.child_id = p.id)))
      as family from person p where p.id = $1`,
    values: [personId],
  });
  const family = rows[0]?.family;
  if (family === undefined) return [];
  const births = new Map(family.births.map(({ id, birth }) => [id, birth]));
  const subject = { id: personId, birth: family.birth ?? undefined };
  return proposeConsent(subject, householdOf(personId, family), births, family.today);
}

function birthOf(alias: 'p' | 'a'): string {
  return `case when ${alias}.birth_date is null then null else jsonb_build_object(
    'date', ${alias}.birth_date, 'precision', ${alias}.birth_precision,
    'estimated', coalesce(${alias}.birth_estimated, false)) end`;
}

function householdOf(child: string, { kinship, guardianship }: Family): Household {
  const span = ({ from_day, until_day }: Span) => ({
    ...(from_day === null ? {} : { from: from_day }),
    ...(until_day === null ? {} : { until: until_day }),
  });
  const isParent = (kind: string) => PARENT_TIES.some((one) => one === kind);
  return {
    // Who merely lives with the child may not consent and need not be looked up for it.
    ...{ id: child, members: [] },
    kinships: kinship.flatMap((tie) => {
      // `mother` and `father` are parents whose state may not be written down yet.
      const is = isParent(tie.kind) ? 'parent' : KINSHIP_KINDS.find((one) => one === tie.kind);
      return is === undefined || tie.relative_id === null
        ? []
        : [{ person: tie.relative_id, is, of: child, ...span(tie) }];
    }),
    guardianships: guardianship.map((one) => ({
      child,
      guardian:
        one.guardian_id === null
          ? { institution: one.institution ?? '' }
          : { person: one.guardian_id },
      ...{ kind: one.kind, contested: one.contested, ...span(one) },
    })),
    parents: kinship.flatMap((tie) => {
      const state = PARENT_STATES.find((one) => one === tie.parent_state);
      if (!isParent(tie.kind) || state === undefined) return [];
      const which = tie.kind === 'mother' || tie.kind === 'father' ? tie.kind : 'unknown';
      const parent = tie.relative_id === null ? {} : { parent: tie.relative_id };
      return [{ child, which, state, ...parent, ...span(tie) } as const];
    }),
  };
}
