import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import {
  type Draft,
  type DraftDocument,
  draftReply,
  modelVersions,
  trialResult,
} from '#domain/programme/model-draft.ts';
import { useAsk } from '../ask.ts';
import { call } from '../http.ts';

const KEY = ['model draft'];
const PATH = '/api/model/draft';
/** A dry run folds every open file. */
const PATIENCE = 290_000;

type Done = Promise<Problem | undefined>;

export function useModelDraft() {
  return useAsk(KEY, PATH, draftReply);
}

export function useModelVersions() {
  return useAsk(['model versions'], '/api/model/versions', modelVersions);
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
      const draft = held();
      return draft === null ? Promise.resolve({ code: 'gone' }) : work(draft);
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
      attempt: () =>
        onDraft(async ({ id, version }) => {
          const call_ = { method: 'POST', body: { version }, patience: PATIENCE } as const;
          const reply = await call(`${PATH}/${id}/try`, trialResult, call_);
          await queries.invalidateQueries({ queryKey: KEY });
          return reply.ok ? undefined : reply.problem;
        }),
      publish: (reason: string, model_id: string) =>
        onDraft(async ({ id, version }) => {
          const body = { version, model_id, reason };
          const problem = await send('POST', `${PATH}/${id}/publish`, body);
          if (problem === undefined) await queries.invalidateQueries();
          return problem;
        }),
    };
  }, [queries, send]);
}
