import { useMemo } from 'react';
import { z } from 'zod';
import { listedParticipations } from '#domain/case/group.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { groupKindsOf } from '#domain/case/model-groups.ts';
import {
  countNeighbours,
  type GroupRow,
  groupList,
  groupWithMembers,
} from '#domain/group/group.ts';
import { useMe } from '../account/use-session.ts';
import { type Asked, useAsk } from '../ask.ts';
import type { CaseFile } from '../case/case-file.ts';
import { groupRow, modelRow } from '../case/rows.ts';
import { useOwnCases } from '../case/use-cases.ts';
import { hasCaseload } from '../device/caseload.ts';
import { wasNotApplied } from '../device/outbox.ts';
import { useOutboxEntries, useRows } from '../device/use-rows.ts';

export const GROUPS = 'groups';

/** Every group that this account knows of: from the device with what waits in its outbox, or over the line. */
export function useGroups(): Asked<ReadonlyMap<string, GroupRow>> {
  const carried = hasCaseload(useMe().role);
  const rows = useRows('community_group', groupRow);
  const entries = useOutboxEntries();
  const { value, problem } = useAsk([GROUPS], '/api/groups', groupList, { enabled: !carried });
  const onDevice = useMemo(() => {
    if (rows === undefined) return undefined;
    const groups = new Map(rows);
    for (const entry of entries) {
      if (entry.command.kind !== 'count_neighbours' || wasNotApplied(entry)) continue;
      const counted = countNeighbours.safeParse(entry.command.body).data;
      const group = counted && groups.get(counted.group_id);
      if (counted === undefined || group === undefined) continue;
      const { neighbours } = counted;
      const sessions = group.sessions.map((one) =>
        one.id === counted.group_session_id ? { ...one, neighbours, state: 'held' as const } : one,
      );
      groups.set(group.id, { ...group, sessions });
    }
    return groups;
  }, [rows, entries]);
  const asked = useMemo(
    () => value && new Map(value.groups.map((group) => [group.id, group])),
    [value],
  );
  return carried ? { value: onDevice, problem: undefined } : { value: asked, problem };
}

/** What only the server knows of one group: the names for who leads it, and what the account may do. */
export function useGroupOverLine(id: string) {
  return useAsk([GROUPS, id], `/api/groups/${id}`, groupWithMembers);
}

export interface OwnMember {
  readonly file: CaseFile;
  readonly participation_id: string;
  readonly called: string;
}

/** People of this device's own files who take part in a group now; of other people it says nothing. */
export function useOwnMembers(groupId: string): readonly OwnMember[] | undefined {
  const carried = hasCaseload(useMe().role);
  const files = useOwnCases();
  return useMemo(() => {
    if (!carried) return [];
    if (files === undefined) return undefined;
    return [...files.values()]
      .flatMap((file) =>
        listedParticipations(file.state)
          .filter(([, one]) => one.group_id === groupId && one.compartment === 'general')
          .map(([participation_id, { called }]) => ({ file, participation_id, called })),
      )
      .toSorted((a, b) => a.called.localeCompare(b.called));
  }, [carried, files, groupId]);
}

const answer = z.object({ model: z.custom<ProgrammeModel>() });

/** The programme model as it is now where this account reads it: its words to look at once more. */
export function useNewestModel(): ProgrammeModel | undefined {
  const { role } = useMe();
  const rows = useRows('programme_model', modelRow);
  const { value } = useAsk(['model'], '/api/model', answer, {
    enabled: role === 'coordinator',
    staleTime: 600_000,
  });
  if (!hasCaseload(role)) return value?.model;
  const documents = [...(rows?.values() ?? [])].map((row) => row.document);
  return documents.toSorted((a, b) => b.version - a.version)[0];
}

/** Kinds of groups and the languages of the programme; from the device, or with the list over the line. */
export function useGroupChoices(): Pick<z.infer<typeof groupList>, 'kinds' | 'languages'> {
  const carried = hasCaseload(useMe().role);
  const model = useNewestModel();
  const { value } = useAsk([GROUPS], '/api/groups', groupList, { enabled: !carried });
  if (!carried) return value ?? NOTHING;
  return model === undefined
    ? NOTHING
    : { kinds: [...groupKindsOf(model)], languages: model.languages };
}
const NOTHING = { kinds: [], languages: [] };
