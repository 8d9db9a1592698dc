import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Problem } from '#domain/problem.ts';
import {
  type Draft,
  type DraftDocument,
  draftReply,
  type ModelTrial,
  modelVersions,
  trialReply,
} from '#domain/programme/model-draft.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';

const KEY = ['model draft'];
const PATH = '/api/model/draft';
/** How often a trial that goes on is looked at. */
const LOOK_MS = 1500;

const TRIAL = ['model trial'];
// Its form was checked when it was published.
const modelReply = z.object({ model: z.custom<ProgrammeModel>() });

type Done = Promise<Problem | undefined>;
/** The act under way: who saves two entries one after the other is nobody else that changed the draft meanwhile. */
let last: Promise<unknown> = Promise.resolve();

export function useModelDraft() {
  return useAsk(KEY, PATH, draftReply);
}

export function useModelVersions() {
  return useAsk(['model versions'], '/api/model/versions', modelVersions);
}

export function isGoing(trial: ModelTrial | null): boolean {
  return trial?.state === 'queued' || trial?.state === 'running';
}

/** The last trial of a draft; looked at again and again while it goes on. */
export function useTrial({ id, version, trial }: Draft): ModelTrial | null {
  const { value } = useAsk([...TRIAL, id, version], `${PATH}/${id}/trial`, trialReply, {
    enabled: isGoing(trial),
    again: (held) => (isGoing(held.trial) ? LOOK_MS : false),
  });
  return isGoing(trial) && value !== undefined ? value.trial : trial;
}

/** One version whole; not asked for before somebody has chosen it. */
export function useModelVersion(id: string) {
  return useAsk(['model version', id], `/api/model/versions/${id}`, modelReply, {
    ...{ enabled: id !== '', staleTime: Number.POSITIVE_INFINITY },
  });
}

/** What a coordinator does with the draft; each answers with what went wrong, or with nothing. */
export function useDraftActs() {
  const queries = useQueryClient();
  const send = useCallback(
    async (method: 'POST' | 'PUT', path: string, body: unknown): Done => {
      const reply = await call(path, draftReply, { method, body });
      if (reply.ok) {
        queries.setQueryData(KEY, reply.value);
        return undefined;
      }
      await queries.invalidateQueries({ queryKey: KEY });
      return reply.problem;
    },
    [queries],
  );
  return useMemo(() => {
    const held = () => queries.getQueryData<z.infer<typeof draftReply>>(KEY)?.draft ?? null;
    const onDraft = (work: (draft: Draft) => Done): Done => {
      const done = last.then((): Done => {
        const draft = held();
        return draft === null ? Promise.resolve({ code: 'gone' }) : work(draft);
      });
      last = done.catch(() => undefined);
      return done;
    };
    return {
      begin: () => send('POST', PATH, { id: uuid() }),
      /** Saves what `change` makes of the document as it stands now. */
      save: (change: (document: DraftDocument) => DraftDocument) =>
        onDraft(({ id, version, document }) =>
          send('PUT', `${PATH}/${id}`, { version, document: change(document) }),
        ),
      discard: () =>
        onDraft(({ id, version }) => send('POST', `${PATH}/${id}/discard`, { version })),
      /** Puts a trial in the row; it is done on the server, whether or not anybody stays. */
      attempt: () =>
        onDraft(async ({ id, version }) => {
          const body = { version };
          const reply = await call(`${PATH}/${id}/try`, trialReply, { method: 'POST', body });
          queries.removeQueries({ queryKey: [...TRIAL, id, version] });
          await queries.invalidateQueries({ queryKey: KEY });
          return reply.ok ? undefined : reply.problem;
        }),
      publish: (reason: string, model_id: string) =>
        onDraft(async ({ id, version }) => {
          const body = { version, model_id, reason };
          const problem = await send('POST', `${PATH}/${id}/publish`, body);
          // Much reads the model that is in force now; the trial of a draft that has ended is asked for no more.
          const reads = ({ queryKey }: { queryKey: readonly unknown[] }) =>
            queryKey[0] !== TRIAL[0];
          if (problem === undefined) await queries.invalidateQueries({ predicate: reads });
          return problem;
        }),
    };
  }, [queries, send]);
}
