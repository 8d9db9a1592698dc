import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { v7 as uuid } from 'uuid';
import { decide, parseCommand } from '#domain/case/file.ts';
import type { CommandBodies, CommandName } from '#domain/case/nouns.ts';
import { gaveAway } from '#domain/case/transfer-state.ts';
import type { Problem } from '#domain/problem.ts';
import { useDevice, useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { keep, type OutgoingCommand } from '../device/outbox.ts';
import { hasPulledWhole, PULL } from '../device/pull.ts';
import { answers } from '../device/send.ts';
import { useTable } from '../device/use-rows.ts';
import { call } from '../http.ts';
import { type CaseFile, caseFile, type Known } from './case-file.ts';
import { useKnown } from './known.ts';
import { LINE_FILES, useLineFile } from './line-file.ts';

/** Every file that this device carries, by case id; undefined while it is read for the first time. */
export function useCases(): ReadonlyMap<string, CaseFile> | undefined {
  const known = useKnown();
  const before = useRef(new Map<string, { known: Known; file: CaseFile | null }>());
  return useMemo(() => {
    if (known === undefined) return undefined;
    const files = new Map<string, CaseFile>();
    const folded = new Map<string, { known: Known; file: CaseFile | null }>();
    for (const id of known.ids) {
      const now = known.of(id);
      const last = before.current.get(id);
      // Two hundred files are folded once, and then only those that something was said about.
      const file = last && same(last.known, now) ? last.file : caseFile(id, now);
      folded.set(id, { known: now, file });
      if (file !== null) files.set(id, file);
    }
    before.current = folded;
    return files;
  }, [known]);
}

/**
 * True while this device has never been filled: no file here does not mean that there is none, and no
 * screen may say so.
 */
export function useOnTheirWay(files: ReadonlyMap<string, CaseFile> | undefined): boolean {
  const pulls = useTable(PULL);
  return files?.size === 0 && pulls !== undefined && !hasPulledWhole(pulls);
}

/** All files without those of another region that are only read here: what is counted, and worked on. */
export function useOwnCases(): ReadonlyMap<string, CaseFile> | undefined {
  const files = useCases();
  return useMemo(() => {
    if (files === undefined) return undefined;
    return new Map([...files].filter(([, file]) => !gaveAway(file.state, file.situation)));
  }, [files]);
}

/**
 * One file; `undefined` while reading, `null` where there is none for this account. From the device for
 * roles that carry their files, over the line for the others.
 */
export function useCase(id: string): CaseFile | null | undefined {
  const carried = hasCaseload(useMe().role);
  const known = useKnown();
  const overLine = useLineFile(id, !carried);
  const onDevice = useMemo(() => {
    if (!carried || known === undefined) return undefined;
    return known.ids.includes(id) ? caseFile(id, known.of(id)) : null;
  }, [carried, known, id]);
  return carried ? onDevice : overLine;
}

function same(one: Known, other: Known): boolean {
  return (
    one.row === other.row &&
    one.person === other.person &&
    one.models === other.models &&
    one.ground === other.ground &&
    one.caseload === other.caseload &&
    one.outbox.length === 0 &&
    other.outbox.length === 0 &&
    one.now.toDateString() === other.now.toDateString() &&
    one.facts.length === other.facts.length &&
    one.facts.every((fact, index) => fact === other.facts[index])
  );
}

/** What a screen gets back at once when it says something: taken in, or why not. */
export type Said = { readonly id: string } | { readonly problem: Problem };

export type SayAbout = <K extends CommandName>(
  file: CaseFile | null | undefined,
  kind: K,
  body: CommandBodies[K],
  seen?: Readonly<Record<string, string>>,
) => Promise<Said>;

/**
 * Says a command about any file: decided here first, so that a refusal shows at once and offline. Then
 * it goes into the outbox, which sends it after its ten seconds of undo; for roles that carry no files
 * straight to the server. `seen` names what was on screen.
 */
export function useSayAbout(): SayAbout {
  const { outbox } = useDevice();
  const carried = hasCaseload(useMe().role);
  const queries = useQueryClient();
  return useCallback(
    async (file, kind, body, seen) => {
      if (!file) return { problem: { code: 'gone' } };
      const command: OutgoingCommand & { case_id: string } = {
        id: uuid(),
        case_id: file.row.id,
        kind,
        body,
        said_at: new Date().toISOString(),
        ...(seen === undefined ? {} : { seen }),
      };
      const parsed = parseCommand({ ...command });
      if ('problem' in parsed) return parsed;
      const outcome = decide(file.state, parsed.command, file.situation);
      if ('problem' in outcome) return { problem: outcome.problem };
      if (carried) return keep(outbox, command);
      const said = await sendNow(command);
      await queries.invalidateQueries({ queryKey: [LINE_FILES] });
      return said;
    },
    [outbox, carried, queries],
  );
}

/** The same for one file. */
export function useSay(file: CaseFile | null | undefined) {
  const say = useSayAbout();
  return useCallback(
    <K extends CommandName>(
      kind: K,
      body: CommandBodies[K],
      seen?: Readonly<Record<string, string>>,
    ): Promise<Said> => say(file, kind, body, seen),
    [say, file],
  );
}

async function sendNow(command: OutgoingCommand): Promise<Said> {
  const body = { commands: [command] };
  const reply = await call('/api/commands', answers, { method: 'POST', body });
  if (!reply.ok) return { problem: reply.problem };
  const told = reply.value.answers[0];
  if (told === undefined) return { problem: { code: 'internal' } };
  const written = ['applied', 'already', 'conflict'].includes(told.answer);
  return written ? { id: command.id } : { problem: told.problem ?? { code: 'gone' } };
}
