import { sql } from 'kysely';
import type { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { fieldsOf, type PacketContent, type PacketSource, packetOf } from '#domain/case/packet.ts';
import { packetTemplate } from '#domain/case/packet-template.ts';
import type { Referral, refer } from '#domain/case/referral-state.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';

type Asked = Omit<z.infer<typeof refer>, 'referral_id' | 'service_id' | 'organisation_id'> &
  Partial<Pick<Referral, 'answer_due_on' | 'ground'>>;

/**
 * The packet of a referral out of the rows as they are now, read with the rights of whoever sends it;
 * null where the purpose has no template or the person is not in reach.
 */
export async function buildPacket(
  acting: Acting,
  model: ProgrammeModel,
  state: CaseState,
  asked: Asked,
): Promise<PacketContent | null> {
  const template = packetTemplate(model, asked.purpose);
  const source = await packetSource(acting, state, asked.need_id);
  if (template === null || source === null) return null;
  const byLaw = asked.ground != null && 'basis_id' in asked.ground;
  return packetOf(source, asked, fieldsOf(asked.fields, template, byLaw), template.receiver);
}

/** Which papers there are and which are missing; never a number. */
const paperStates = (column: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('kind', one -> 'kind', 'state', one -> 'state')), '[]')
  from jsonb_array_elements(${sql.ref(column)}) one)`;

/** The rows that a packet may be made from. The label of an operation is in none of them. */
async function packetSource(
  acting: Acting,
  state: CaseState,
  needId: string | undefined,
): Promise<PacketSource | null> {
  const { person_id, place_id } = state.opening;
  const worker = state.assignment.worker?.account_id ?? null;
  const { rows } = await sql<{ source: Omit<PacketSource, 'need'> }>`
    with members as (
      select distinct m.person_id, m.birth_year from household_member mine,
        jsonb_to_recordset(household_members(mine.household_id))
          as m(person_id uuid, birth_year integer, until_day date)
      where mine.person_id = ${person_id} and mine.until_day is null and m.until_day is null)
    select jsonb_build_object(
      'person', jsonb_build_object('name', p.name, 'former_names', p.former_names,
        'birth', case when p.birth_date is null then null else jsonb_build_object(
          'date', p.birth_date, 'precision', p.birth_precision,
          'estimated', coalesce(p.birth_estimated, false)) end,
        'sex', p.sex, 'languages', p.languages, 'citizenships', p.citizenships,
        'papers', ${paperStates('p.papers')}),
      'contacts', coalesce((select s.contacts from safe_contact s where s.person_id = p.id), '[]'),
      'guardians', (select coalesce(jsonb_agg(jsonb_build_object('kind', held.kind, 'name', who.name,
          'contacts', coalesce((select s.contacts from safe_contact s where s.person_id = who.id), '[]'),
          'papers', ${paperStates('who.papers')}) order by held.kind, held.id), '[]') from (
          select g.kind, g.guardian_id as id from guardianship g
            where g.child_id = p.id and not g.contested and g.until_day is null
          union select k.kind, k.relative_id from kinship k
            where k.person_id = p.id and k.kind in ('mother', 'father')
              and k.parent_state = 'present' and k.relative_id is not null) held
        left join person who on who.id = held.id),
      'household', jsonb_build_object('size', greatest((select count(*) from members), 1),
        'children', (select count(*) from members m
          where m.birth_year > extract(year from current_date) - 18)),
      'place', (select l.name from place l where l.id = ${place_id}),
      'returned', coalesce((select jsonb_build_object('arrived_on', h.arrived_on,
          'from_country', h.from_country) from homecoming h where h.person_id = p.id
          order by h.arrived_on desc nulls last limit 1),
        jsonb_build_object('arrived_on', null, 'from_country', null)),
      'worker_name', (select a.name from auth.account a where a.id = ${worker})) as source
    from person p where p.id = ${person_id}`.execute(acting.tx);
  const found = rows[0]?.source;
  if (found === undefined) return null;
  const need = needId === undefined ? null : (state.need.needs[needId]?.domain ?? null);
  return { ...found, need };
}
