import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { complaintTaken } from '#domain/complaint/complaint.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { bodyOf, type Draft, emptyDraft, missingIn } from './draft.ts';

/** The tags that a complaint may be answered in are those of the screen; the test language is none. */
function languageOf(locale: string): string {
  return locale === 'ar-XB' ? 'ar' : locale;
}

/** A complaint in the making and its sending; sent again after a lost answer it is the same one. */
export function useSay(path: '/api/say' | '/api/complaints', given: Partial<Draft>) {
  const { i18n } = useLingui();
  const [draft, setDraft] = useState(() => emptyDraft(given));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<{ readonly code: string | null }>();
  const change = (patch: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...patch }));
    setProblem(undefined);
  };

  async function send(): Promise<void> {
    const missing = missingIn(draft, false);
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = bodyOf(draft, languageOf(i18n.locale), false);
    const reply = await call(path, complaintTaken, { method: 'POST', body });
    setBusy(false);
    if (!reply.ok) return setProblem(reply.problem);
    setTaken(reply.value);
  }

  /** A new one; the words of the last are gone from the page. */
  function again() {
    setDraft(emptyDraft(given));
    setTaken(undefined);
    setProblem(undefined);
  }
  return { draft, change, problem, busy, taken, send, again };
}

/** What the fields of a complaint show themselves. */
export const SHOWN = [
  ...['about', 'words', 'wish', 'came_by', 'answer_way', 'answer_words', 'name', 'number'],
  'happened_on',
] as const;
