import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { complaintTaken, voiceTaken } from '#domain/complaint/complaint.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../http.ts';
import { bodyOf, type Draft, emptyDraft, missingIn } from './draft.ts';
import type { Voice } from './voice-recorder.tsx';

/** The tags that a complaint may be answered in are those of the screen; the test language is none. */
function languageOf(locale: string): string {
  return locale === 'ar-XB' ? 'ar' : locale;
}

/** A complaint in the making and its sending; sent again after a lost answer it is the same one. */
export function useSay(path: '/api/say' | '/api/complaints', given: Partial<Draft>) {
  const { i18n } = useLingui();
  const [draft, setDraft] = useState(() => emptyDraft(given));
  const [voice, setVoice] = useState<Voice | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<{ readonly code: string | null }>();
  const change = (patch: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...patch }));
    setProblem(undefined);
  };

  async function send(): Promise<void> {
    const missing = missingIn(draft, voice !== null);
    setProblem(missing);
    if (missing !== undefined) return;
    setBusy(true);
    const body = bodyOf(draft, languageOf(i18n.locale), voice !== null);
    const reply = await call(path, complaintTaken, { method: 'POST', body });
    if (!reply.ok) {
      setBusy(false);
      return setProblem(reply.problem);
    }
    // Where the voice does not get through, sending again is the same complaint and tries it anew.
    const heard = voice === null ? null : await sendVoice(draft.sending, voice);
    setBusy(false);
    if (heard !== null && !heard.ok) return setProblem(heard.problem);
    setVoice(null);
    setTaken(reply.value);
  }

  /** A new one; the words of the last are gone from the page. */
  function again() {
    setDraft(emptyDraft(given));
    setTaken(undefined);
    setProblem(undefined);
  }
  const hear = (said: Voice | null) => {
    setVoice(said);
    setProblem(undefined);
  };
  return { draft, change, voice, hear, problem, busy, taken, send, again };
}

function sendVoice(sending: string, { sound, seconds }: Voice) {
  const body = new FormData();
  // The fields stand before the file: they are read first.
  body.append('sending', sending);
  body.append('seconds', String(seconds));
  body.append('voice', sound, 'voice');
  return call('/api/say/recording', voiceTaken, { method: 'POST', body, patience: 300_000 });
}

/** What the fields of a complaint show themselves. */
export const SHOWN = [
  ...['about', 'words', 'wish', 'came_by', 'answer_way', 'answer_words', 'name', 'number'],
  'happened_on',
] as const;
