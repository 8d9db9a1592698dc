import { sql } from 'kysely';
import type { Command, Situation } from '#domain/case/command.ts';
import type { CaseState } from '#domain/case/state.ts';
import type { Acting } from '../database.ts';

type Context = Partial<Pick<Situation, 'services' | 'place_path' | 'accounts'>>;

/** The rows outside the file that the rule of this command needs (design 3, `context`). */
export async function contextOf(
  acting: Acting,
  command: Command,
  _state: CaseState,
): Promise<Context> {
  switch (command.kind) {
    case 'open_case':
      return {
        place_path: await placePath(acting, (command.body as { place_id: string }).place_id),
      };
    case 'assign_worker':
    case 'assign_specialist':
      return {
        accounts: await accounts(acting, (command.body as { account_id: string }).account_id),
      };
    default:
      return {};
  }
}

async function placePath(acting: Acting, placeId: string): Promise<string[]> {
  const { rows } = await sql<{ path: string[] }>`select place_path(${placeId}) as path`.execute(
    acting.tx,
  );
  return rows[0]?.path ?? [];
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
