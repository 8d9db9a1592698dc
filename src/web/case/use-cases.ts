import { useMemo } from 'react';
import { v7 as uuid } from 'uuid';
import type { Outcome } from '#domain/case/file.ts';
import { decide, parseCommand } from '#domain/case/file.ts';
import type { CommandBodies, CommandName } from '#domain/case/nouns.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice, useMe } from '../account/use-session.ts';
import { useOutboxEntries, useRows } from '../device/use-rows.ts';
import { type CaseFile, caseFile } from './case-file.ts';
import { caseRow, factRow, modelRow, type PersonRow, type PulledFact, personRow } from './rows.ts';

/** Every file that this device carries, by case id; undefined while it is read for the first time. */
export function useCases(): ReadonlyMap<string, CaseFile> | undefined {
  const me = useMe();
  const rows = useRows('case', caseRow);
  const facts = useRows('fact', factRow);
  const people = useRows('person', personRow);
  const models = useRows('programme_model', modelRow);
  const outbox = useOutboxEntries();
  return useMemo(() => {
    if (!rows || !facts || !people || !models || me.role === null) return undefined;
    const { role } = me;
    const byCase = Map.groupBy(facts.values(), (fact: PulledFact) => fact.case_id);
    const opened = outbox.filter((entry) => entry.command.kind === 'open_case');
    const ids = new Set([...rows.keys(), ...opened.map((entry) => entry.command.case_id ?? '')]);
    const files = new Map<string, CaseFile>();
    for (const id of ids) {
      const row = rows.get(id) ?? null;
      const personId = row?.person_id ?? openedFor(opened, id);
      const file = caseFile(id, {
        facts: byCase.get(id) ?? [],
        row,
        person: personOf(people, personId),
        models,
        outbox,
        account: me.id,
        role,
        organisation_id: me.organisation_id,
        now: new Date(),
      });
      if (file !== null) files.set(id, file);
    }
    return files;
  }, [rows, facts, people, models, outbox, me]);
}

/** One file; `undefined` while reading, `null` where this device does not carry it. */
export function useCase(id: string): CaseFile | null | undefined {
  const files = useCases();
  return files === undefined ? undefined : (files.get(id) ?? null);
}

/** What a screen gets back at once when it says something: put into the outbox, or why not. */
export type Said = { readonly id: string } | { readonly problem: Problem };

/**
 * Says a command about a file: decided here first, so that a refusal shows at once and offline, then
 * put into the outbox, which sends it after its ten seconds of undo. `seen` names what was on screen.
 */
export function useSay(file: CaseFile | null | undefined) {
  const { outbox } = useDevice();
  return async <K extends CommandName>(
    kind: K,
    body: CommandBodies[K],
    seen?: Readonly<Record<string, string>>,
  ): Promise<Said> => {
    if (!file) return { problem: { code: 'gone' } };
    const command = {
      id: uuid(),
      case_id: file.row.id,
      kind,
      body,
      said_at: new Date().toISOString(),
      ...(seen === undefined ? {} : { seen }),
    };
    const parsed = parseCommand(command);
    if ('problem' in parsed) return parsed;
    const outcome: Outcome = decide(file.state, parsed.command, file.situation);
    if ('problem' in outcome) return { problem: outcome.problem };
    await outbox.add(command);
    return { id: command.id };
  };
}

function openedFor(
  opened: readonly { command: { case_id?: string; body: unknown } }[],
  id: string,
) {
  const entry = opened.find((one) => one.command.case_id === id);
  return (entry?.command.body as { person_id?: string } | undefined)?.person_id ?? null;
}

function personOf(people: ReadonlyMap<string, PersonRow>, id: string | null): PersonRow | null {
  return id === null ? null : (people.get(id) ?? null);
}
