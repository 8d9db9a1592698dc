import { sql } from 'kysely';
import type { Command, Situation } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/fact.ts';
import type { CaseState } from '#domain/case/state.ts';
import { courseSummaries, seatsOfFile } from '../course/course-rows.ts';
import type { Acting } from '../database.ts';
import { groupSummary } from '../group/group-rows.ts';
import { consentGivers } from '../people/consent-givers.ts';
import { modelOf } from './model.ts';

type Context = Partial<
  Pick<
    Situation,
    | 'services'
    | 'organisations'
    | 'place_path'
    | 'accounts'
    | 'places'
    | 'models'
    | 'caseload'
    | 'facts'
    | 'givers'
    | 'on_duty'
    | 'arrived_on'
    | 'groups'
    | 'courses'
    | 'seats'
    | 'recipients_there'
  >
>;

/** The rows outside the file that the rule of this command needs (design 3, `context`). */
export async function contextOf(
  acting: Acting,
  command: Command,
  state: CaseState,
  now: Date,
): Promise<Context> {
  switch (command.kind) {
    case 'open_case':
      return {
        place_path: await placePath(acting, (command.body as { place_id: string }).place_id),
      };
    case 'assign_worker':
    case 'assign_specialist':
    case 'choose_mentor':
      return {
        accounts: await accounts(acting, (command.body as { account_id: string }).account_id),
      };
    case 'take_file':
      return {
        accounts: await accounts(acting, acting.actor.id),
        caseload: await caseload(acting),
      };
    case 'move_file': {
      const { place_id } = command.body as { place_id: string };
      return { places: { [place_id]: await placePath(acting, place_id) } };
    }
    case 'propose_transfer': {
      const { to_place_id } = command.body as { to_place_id: string };
      return { places: { [to_place_id]: await placePath(acting, to_place_id) } };
    }
    case 'accept_transfer': {
      const { transfer_id, account_id } = command.body as {
        transfer_id: string;
        account_id?: string;
      };
      const there = state.transfer.transfers[transfer_id]?.to_path ?? [];
      return {
        accounts: {
          ...(await accounts(acting, acting.actor.id)),
          ...(account_id === undefined ? {} : await accounts(acting, account_id)),
        },
        recipients_there: await recipientsAt(acting, there),
      };
    }
    case 'ask_about_transfer':
    case 'decline_transfer':
      return { accounts: await accounts(acting, acting.actor.id) };
    case 'change_model': {
      const { model_id } = command.body as { model_id: string };
      const model = await modelOf(acting, model_id);
      return { models: model === null ? {} : { [model_id]: model } };
    }
    case 'record_consent':
    case 'send_referral':
    case 'override_referral':
    case 'reply_to_referral':
    case 'pick_day':
      return givers(acting, state);
    case 'raise_concern':
      return { on_duty: await onDuty(acting, state, command.body as Feared, now) };
    case 'record_screening': {
      const { harm_told } = command.body as { harm_told?: Feared };
      return {
        arrived_on: await arrivedOn(acting, state.opening.person_id),
        ...(harm_told === undefined
          ? {}
          : { on_duty: await onDuty(acting, state, harm_told, now) }),
      };
    }
    case 'refer':
      return {
        services: await standingServices(acting, command.body as Referred),
        ...(await givers(acting, state)),
      };
    case 'book_appointment':
      return { services: await services(acting, serviceIds(command.body)) };
    case 'prepare_school':
    case 'change_school': {
      const { school } = command.body as { school: { service_id?: string } };
      return { services: await services(acting, serviceIds(school)) };
    }
    case 'join_group': {
      const { group_id } = command.body as { group_id: string };
      return { groups: await groupSummary(acting, group_id, true) };
    }
    case 'note_attendance':
    case 'answer_attendance': {
      const { participation_id } = command.body as { participation_id: string };
      const { group_id } = state.group.participations[participation_id] ?? {};
      return group_id === undefined ? {} : { groups: await groupSummary(acting, group_id, false) };
    }
    case 'wish_courses':
      return {
        courses: await courseSummaries(acting, (command.body as { courses: string[] }).courses),
      };
    case 'answer_seat':
      return { seats: await seatsOfFile(acting) };
    case 'request_tracing': {
      const { organisation_id } = command.body as { organisation_id: string };
      return {
        organisations: await organisations(acting, organisation_id),
        ...(await givers(acting, state)),
      };
    }
    case 'correct_fact':
    case 'erase_content':
      return { facts: await loadedFacts(acting) };
    default:
      return {};
  }
}

async function givers(acting: Acting, { opening }: CaseState): Promise<Pick<Context, 'givers'>> {
  return opening.person_id === null
    ? {}
    : { givers: await consentGivers(acting, opening.person_id) };
}

/** Every fact of the case that this transaction has loaded: these commands name earlier ones. */
async function loadedFacts(acting: Acting): Promise<readonly Fact[]> {
  const { rows } = await sql<{ facts: Fact[] }>`select loaded_facts() as facts`.execute(acting.tx);
  return rows[0]?.facts ?? [];
}

interface Feared {
  readonly about: { readonly account_id?: string | undefined };
}

/**
 * Whose task an urgent worry is: somebody on duty who neither raised it nor is meant by it, else the
 * nearest supervisor who is not; a supervisor who raised it, only where there is no other.
 */
async function onDuty(
  acting: Acting,
  { opening }: CaseState,
  { about }: Feared,
  now: Date,
): Promise<NonNullable<Situation['on_duty']> | null> {
  const { rows } = await sql<{ account_id: string; chosen_as: 'duty' | 'supervisor' }>`
    select d.account_id, d.chosen_as
    from on_duty(${opening.place_path}::uuid[], ${now}) d
      join auth.account a on a.id = d.account_id and a.disabled_at is null
    order by d.rank, d.account_id`.execute(acting.tx);
  const others = rows.filter(({ account_id }) => account_id !== about.account_id);
  const chosen =
    others.find(({ account_id }) => account_id !== acting.actor.id) ??
    others.find(({ chosen_as }) => chosen_as === 'supervisor');
  return chosen === undefined ? null : { account_id: chosen.account_id, as: chosen.chosen_as };
}

/** The last day on which the person came home, of the returns that were written down. */
async function arrivedOn(acting: Acting, personId: string | null): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select to_char(max(arrived_on), 'YYYY-MM-DD') as day from homecoming
    where person_id = ${personId}`.execute(acting.tx);
  return rows[0]?.day ?? null;
}

/** The services that a referral or an appointment names. */
function serviceIds(body: unknown): string[] {
  const named = body as { service_id?: string; with?: { service_id?: string } };
  return [named.service_id, named.with?.service_id].filter((one) => one !== undefined);
}

interface Referred {
  readonly service_id: string;
  readonly organisation_id: string;
}

/**
 * The service that a new referral goes to, under the id that was named: one that takes referrals now, or the one that
 * answers for it since two entries of the directory were joined. A device without a line may not know of that yet.
 */
async function standingServices(
  acting: Acting,
  { service_id, organisation_id }: Referred,
): Promise<NonNullable<Context['services']>> {
  const { rows } = await sql<NonNullable<Context['services']>[string]>`
    select s.id, s.organisation_id, s.need_domain, s.purpose, o.kind as organisation_kind,
      s.id <> ${service_id}::uuid
        or coalesce(standing_organisation(${organisation_id}::uuid) = s.organisation_id, false) as joined
    from service s join organisation o on o.id = s.organisation_id
    where s.id = standing_service(${service_id}::uuid) and s.active`.execute(acting.tx);
  return Object.fromEntries(rows.map((row) => [service_id, row]));
}

/**
 * Services that something under way names: those that take referrals now, and those that were merged into another
 * since. Any other is answered like one that is not there.
 */
async function services(
  acting: Acting,
  ids: readonly string[],
): Promise<NonNullable<Context['services']>> {
  if (ids.length === 0) return {};
  const rows = await acting.tx
    .selectFrom('service')
    .innerJoin('organisation', 'organisation.id', 'service.organisation_id')
    .select(['service.id', 'organisation_id', 'need_domain', 'purpose'])
    .select('organisation.kind as organisation_kind')
    .where('service.id', 'in', ids)
    .where((where) =>
      where.or([where('active', '=', true), where('service.merged_into', 'is not', null)]),
    )
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

async function organisations(
  acting: Acting,
  wanted: string,
): Promise<NonNullable<Context['organisations']>> {
  const rows = await acting.tx
    .selectFrom('organisation')
    .select(['id', 'kind'])
    .where('id', '=', wanted)
    .execute();
  return Object.fromEntries(rows.map(({ id, kind }) => [id, { kind }]));
}

async function placePath(acting: Acting, placeId: string): Promise<string[]> {
  const { rows } = await sql<{ path: string[] }>`select place_path(${placeId}) as path`.execute(
    acting.tx,
  );
  return rows[0]?.path ?? [];
}

/** The actor's own open files; all of them are in reach. */
async function caseload(acting: Acting): Promise<number> {
  const { rows } = await sql<{ files: number }>`
    select count(*)::int as files from case_file
    where worker_id = ${acting.actor.id} and closed_at is null`.execute(acting.tx);
  return rows[0]?.files ?? 0;
}

/** Organisations that help at a place: with a service there, above it, or everywhere. */
async function recipientsAt(acting: Acting, places: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ organisation_id: string }>`
    select distinct organisation_id from service
    where active and (place_id is null or place_id = any (${places}::uuid[]))`.execute(acting.tx);
  return rows.map((row) => row.organisation_id);
}

async function accounts(
  acting: Acting,
  accountId: string,
): Promise<NonNullable<Context['accounts']>> {
  const { rows } = await sql<{ role: string; place_path: string[] }>`
    select role, place_path from role_of(${accountId})`.execute(acting.tx);
  const held = rows[0];
  return held === undefined ? {} : { [accountId]: held };
}
