import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { scheduleDraft } from '#domain/exchange/schedule/draft.ts';
import { programmeView } from '#domain/exchange/schedule/programme-view.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { call } from '../../http.ts';

const KEY = ['exchange', 'schedule'] as const;

/** The draft of an edition's programme. */
export function useDraft(edition: string) {
  return useAsk([...KEY, edition], `/api/exchange/editions/${edition}/schedule`, scheduleDraft);
}

/** The released programme, with where one meets. */
export function useProgramme(edition: string) {
  const path = `/api/exchange/editions/${edition}/programme`;
  return useAsk([...KEY, edition, 'released'], path, programmeView);
}

/** Sends one change and reads the programme anew; the problem where it was not taken. */
export function useSend() {
  const queries = useQueryClient();
  return async (
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Problem | undefined> => {
    const reply = await call(path, z.unknown(), {
      method,
      ...(body === undefined ? {} : { body }),
    });
    if (!reply.ok) return reply.problem;
    await queries.invalidateQueries({ queryKey: KEY });
    await queries.invalidateQueries({ queryKey: ['exchange', 'look'] });
    return undefined;
  };
}

/** The text of a wording in the language of the screen. */
export function said(locale: string, wording: Wording): string {
  return inLanguage(wording, locale).text;
}

/** The language of the public pages that is nearest to the screen's. */
export function pageLanguage(locale: string): string {
  return locale === 'ru' || locale === 'uz' ? locale : 'en';
}
