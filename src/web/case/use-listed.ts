import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import type { CaseRow } from '#domain/case/row.ts';
import { gaveAway } from '#domain/case/transfer-state.ts';
import { nameKeys, queryKeys } from '#domain/people/name.ts';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { call } from '../http.ts';
import type { CaseFile } from './case-file.ts';
import { LINE_FILES } from './line-file.ts';
import { nameText, personName } from './person-name.ts';
import { type PersonRow, stagesRow } from './rows.ts';
import { useCases, useOnTheirWay } from './use-cases.ts';
import { type FileTask, fileTasks } from './use-tasks.ts';

/** A file in a list, from the device or over the line. */
export interface Listed {
  readonly row: CaseRow;
  readonly name: string;
  readonly born: Pick<PersonRow, 'birth_date' | 'birth_precision' | 'birth_estimated'> | null;
  readonly stages: readonly { code: string; labels: Readonly<Record<string, string>> }[];
  readonly today: string;
  readonly unsent: boolean;
  /** Another region has it now; it is read here for some days. */
  readonly given: boolean;
  /** The earliest thing to do; over the line only the next contact is known. */
  readonly next: FileTask | null;
  readonly next_day: string | null;
}

export interface ListedFiles {
  readonly files: readonly Listed[] | undefined;
  readonly more: boolean;
  readonly busy: boolean;
  /** The device was never filled: nobody here does not mean nobody. */
  readonly coming: boolean;
  showMore(): void;
}

/** The files of this account: all at once from the device, a page at a time over the line. */
export function useListed(): ListedFiles {
  const carried = hasCaseload(useMe().role);
  const cases = useCases();
  const onDevice = useMemo(
    () => (carried && cases ? [...cases.values()].map(listedFile) : undefined),
    [carried, cases],
  );
  const coming = useOnTheirWay(cases);
  const line = useLineList(!carried);
  if (!carried) return { ...line, coming: false };
  return { files: onDevice, more: false, busy: false, coming, showMore: () => {} };
}

function listedFile(file: CaseFile): Listed {
  const next = fileTasks(file).find(({ task }) => task.kind !== 'approval') ?? null;
  return {
    row: file.row,
    name: personName(file.person),
    born: file.person,
    stages: file.model.stages,
    today: file.situation.today,
    unsent: file.unsent.size > 0,
    given: gaveAway(file.state, file.situation),
    next,
    next_day: next?.due ?? null,
  };
}

const listedRow = z.custom<
  CaseRow & Pick<PersonRow, 'name' | 'birth_date' | 'birth_precision' | 'birth_estimated'>
>((value) => typeof value === 'object' && value !== null);
const page = z.object({
  cases: z.array(listedRow),
  models: z.array(stagesRow),
  next: z.string().nullish(),
});

function useLineList(wanted: boolean): Omit<ListedFiles, 'coming'> {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: [LINE_FILES, 'list'],
    enabled: wanted,
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === '' ? '' : `?after=${pageParam}`;
      const reply = await call(`/api/cases${after}`, page, { signal });
      if (!reply.ok) throw new Error(reply.problem.code);
      return reply.value;
    },
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const files = useMemo(
    () =>
      data?.pages.flatMap(({ cases, models }) =>
        cases.map((row): Listed => {
          const model = models.find((one) => one.id === row.model_id);
          return {
            ...{
              row,
              name: nameText(row.name),
              born: row,
              unsent: false,
              given: false,
              next: null,
            },
            stages: model?.stages ?? [],
            today: new Date().toISOString().slice(0, 10),
            next_day: row.next_on,
          };
        }),
      ),
    [data],
  );
  return { files, more: hasNextPage, busy: isFetching, showMore: () => void fetchNextPage() };
}

const keys = new WeakMap<Listed, readonly string[]>();

/** Files whose name or number holds every word that was typed, in any script and any order. */
export function matching(files: readonly Listed[], typed: string): readonly Listed[] {
  const number = typed.trim().toUpperCase();
  const words = queryKeys(typed).tokens;
  if (number === '') return files;
  return files.filter((file) => {
    const tokens = keys.get(file) ?? nameKeys({ single: file.name || '?' }).tokens;
    keys.set(file, tokens);
    return (
      file.row.number.includes(number) ||
      (words.length > 0 && words.every((word) => tokens.some((token) => token.startsWith(word))))
    );
  });
}
