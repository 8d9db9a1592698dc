import { useMemo } from 'react';
import { useMe } from '../account/use-session.ts';
import type { OutboxEntry } from '../device/outbox.ts';
import { useOutboxEntries, useRows } from '../device/use-rows.ts';
import { useHeldRegister } from '../people/use-register.ts';
import type { Known } from './case-file.ts';
import {
  caseRow,
  colleagueRow,
  courseRow,
  factRow,
  groupRow,
  modelRow,
  type PersonRow,
  type PulledFact,
  placeRow,
} from './rows.ts';
import { workGround } from './work-ground.ts';

type KnownOf = (id: string, personId?: string | null) => Known;

/** How to find what this device holds about a case; undefined while it is read for the first time. */
export function useKnown(): { readonly ids: readonly string[]; readonly of: KnownOf } | undefined {
  const me = useMe();
  const rows = useRows('case', caseRow);
  const facts = useRows('fact', factRow);
  // With what this account said and the server has not given back yet: a new arrival has a name.
  const people = useHeldRegister()?.people;
  const models = useRows('programme_model', modelRow);
  const outbox = useOutboxEntries();
  const places = useRows('place', placeRow);
  const colleagues = useRows('colleague', colleagueRow);
  const groups = useRows('community_group', groupRow);
  const courses = useRows('course', courseRow);
  const ground = useMemo(
    () => (places && colleagues ? workGround(places, colleagues, groups, courses) : undefined),
    [places, colleagues, groups, courses],
  );
  return useMemo(() => {
    if (!rows || !facts || !people || !models || me.role === null) return undefined;
    const { role } = me;
    const byCase = Map.groupBy(facts.values(), (fact: PulledFact) => fact.case_id);
    const waiting = Map.groupBy(outbox, (entry) => entry.command.case_id ?? '');
    const own = [...rows.values()].filter((row) => row.worker_id === me.id && !row.closed_at);
    const opened = outbox.filter((entry) => entry.command.kind === 'open_case');
    const ids = new Set([...rows.keys(), ...opened.map((entry) => entry.command.case_id ?? '')]);
    const of: KnownOf = (id) => {
      const row = rows.get(id) ?? null;
      return {
        facts: byCase.get(id) ?? [],
        row,
        person: personOf(people, row?.person_id ?? openedFor(opened, id)),
        models,
        outbox: waiting.get(id) ?? [],
        account: me.id,
        role,
        organisation_id: me.organisation_id,
        place_id: me.place_id,
        ground,
        caseload: own.length,
        now: new Date(),
      };
    };
    return { ids: [...ids], of };
  }, [rows, facts, people, models, outbox, me, ground]);
}

function openedFor(opened: readonly OutboxEntry[], id: string): string | null {
  const entry = opened.find((one) => one.command.case_id === id);
  return (entry?.command.body as { person_id?: string } | undefined)?.person_id ?? null;
}

function personOf(people: ReadonlyMap<string, PersonRow>, id: string | null): PersonRow | null {
  return id === null ? null : (people.get(id) ?? null);
}
