import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { v7 as uuid } from 'uuid';
import {
  createdBy,
  parseRegister,
  type RegisterBodies,
  type RegisterName,
} from '#domain/people/register.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice, useMe } from '../account/use-session.ts';
import { LINE_FILES, useLineAnswer } from '../case/line-file.ts';
import { type HouseholdRow, householdRow, type PersonRow, personRow } from '../case/rows.ts';
import { hasCaseload } from '../device/caseload.ts';
import { keep, type OutgoingCommand } from '../device/outbox.ts';
import { answers } from '../device/send.ts';
import { useOutboxEntries, useRows } from '../device/use-rows.ts';
import { call } from '../http.ts';
import { type Register, withOutbox } from './overlay.ts';

/** What a screen gets back at once when it says something: taken in, or why not. */
export type Said =
  | { readonly id: string; readonly conflict?: true }
  | { readonly problem: Problem };

/** The people and households of this device, with what waits in the outbox; undefined while reading. */
export function useHeldRegister(): Register | undefined {
  const people = useRows('person', personRow);
  const households = useRows('household', householdRow);
  const entries = useOutboxEntries();
  return useMemo(
    () => (people && households ? withOutbox({ people, households }, entries) : undefined),
    [people, households, entries],
  );
}

/** One person with the own households; from the device, or with the file over the line. */
export function usePersonOfCase(
  caseId: string,
  personId: string,
): { person: PersonRow | null; households: readonly HouseholdRow[] } | undefined {
  const carried = hasCaseload(useMe().role);
  const held = useHeldRegister();
  const { data } = useLineAnswer(caseId, !carried);
  return useMemo(() => {
    if (!carried) {
      if (data === undefined) return undefined;
      return { person: data?.person ?? null, households: data?.households ?? [] };
    }
    if (held === undefined) return undefined;
    const person = held.people.get(personId) ?? null;
    const households = (person?.household_ids ?? []).flatMap((id) => held.households.get(id) ?? []);
    return { person, households };
  }, [carried, data, held, personId]);
}

/**
 * Says a command about people: parsed here first, so that a wrong field shows at once and offline;
 * then into the outbox, or straight to the server for roles that carry no files.
 */
export function useSayRegister() {
  const send = useSendCommand();
  return useCallback(
    async <K extends RegisterName>(kind: K, body: RegisterBodies[K]): Promise<Said> => {
      const parsed = parseRegister({ kind, body });
      if ('problem' in parsed) return parsed;
      const command = { id: uuid(), kind, body, said_at: new Date().toISOString() };
      return send(command, createdBy(kind, body));
    },
    [send],
  );
}

/** Sends any command the way of this role. */
export function useSendCommand() {
  const { outbox } = useDevice();
  const carried = hasCaseload(useMe().role);
  const queries = useQueryClient();
  return useCallback(
    async (command: OutgoingCommand, creates: readonly string[]): Promise<Said> => {
      if (carried) return keep(outbox, command, creates);
      const body = { commands: [command] };
      const reply = await call('/api/commands', answers, { method: 'POST', body });
      if (!reply.ok) return { problem: reply.problem };
      await queries.invalidateQueries({ queryKey: [LINE_FILES] });
      const told = reply.value.answers[0];
      const name = told?.first ?? told?.answer;
      if (name === 'conflict') return { id: command.id, conflict: true };
      if (name === 'applied') return { id: command.id };
      return { problem: told?.problem ?? { code: 'gone' } };
    },
    [outbox, carried, queries],
  );
}
