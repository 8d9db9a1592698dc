import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call, type Reply } from './http.ts';

/** What the server answered, or why not; both undefined while the first answer is under way. */
export interface Asked<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
}

/** Carries the problem of a failed call through TanStack Query. */
class CallFailed extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Where what is asked again and again has had no answer yet, it is asked after so many milliseconds. */
const NO_ANSWER = 30_000;

/** Asks our own server under `key`; asked anew when the key is invalidated. */
export function useAsk<T>(
  key: readonly unknown[],
  path: string,
  schema: z.ZodType<T>,
  options: {
    readonly enabled?: boolean;
    readonly staleTime?: number;
    /** 0 = what was answered is forgotten as soon as another key is asked. */
    readonly gcTime?: number;
    /** Asked again after so many milliseconds, as long as what was answered last says so. */
    readonly again?: (held: T) => number | false;
    /** Asked by the screen and not by a person: it does not prolong the session. */
    readonly background?: boolean;
  } = {},
): Asked<T> {
  const { again: soon, background = false, ...others } = options;
  const headers = background ? { 'x-homeward-background': '1' } : {};
  const { data, error } = useQuery<T>({
    ...others,
    refetchInterval: ({ state }) => {
      if (soon === undefined) return false;
      if (state.data !== undefined) return soon(state.data);
      return problemOf(state.error)?.code === 'unavailable' ? NO_ANSWER : false;
    },
    queryKey: key,
    retry: again,
    queryFn: async ({ signal }) => given(await call(path, schema, { signal, headers })),
  });
  return { value: data, problem: problemOf(error) };
}

export interface AskedPages<T> extends Asked<readonly T[]> {
  readonly more: boolean;
  readonly busy: boolean;
  readonly showMore: () => void;
}

/** Asks page after page; `path` makes the address of the page after a cursor (null = the first). */
export function useAskPages<T>(
  key: readonly unknown[],
  path: (after: string | null) => string,
  schema: z.ZodType<{ readonly rows: readonly T[]; readonly next: string | null }>,
  options: { readonly enabled?: boolean } = {},
): AskedPages<T> {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    ...options,
    queryKey: key,
    initialPageParam: null as string | null,
    retry: again,
    queryFn: async ({ pageParam, signal }) =>
      given(await call(path(pageParam), schema, { signal })),
    getNextPageParam: (last) => last.next,
  });
  return {
    value: data?.pages.flatMap((page) => page.rows),
    problem: problemOf(error),
    more: hasNextPage,
    busy: isFetching,
    showMore: () => void fetchNextPage(),
  };
}

/** An address that was cut or mistyped names nothing; whoever reads a screen has filled nothing in. */
export function asRead(problem: Problem): Problem {
  const { code, fields = [] } = problem;
  const cut = fields.length > 0 && fields.every(({ path }) => path.startsWith('path.'));
  return code === 'invalid_input' && cut ? { code: 'gone' } : problem;
}

function given<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new CallFailed(asRead(reply.problem));
  return reply.value;
}

/** What the server decided stands; only a missing line is worth another try. */
function again(failures: number, error: Error): boolean {
  return failures < 1 && problemOf(error)?.code === 'unavailable';
}

function problemOf(error: unknown): Problem | undefined {
  if (error === null || error === undefined) return undefined;
  return error instanceof CallFailed ? error.problem : { code: 'internal' };
}
