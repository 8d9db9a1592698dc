import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { v7 as uuid } from 'uuid';
import {
  hourProblem,
  isOutingKind,
  type OutingBodies,
  type OutingName,
  outings,
  parseOuting,
} from '#domain/duty/outing.ts';
import { useDevice } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import type { OutboxEntry } from '../device/outbox.ts';
import { useDraft } from '../device/use-draft.ts';
import { useOutboxEntries } from '../device/use-rows.ts';
import { type Said, useSendCommand } from '../people/use-register.ts';

const KEY = 'outings';

/**
 * What is known of outings; asked anew whenever one more word about an outing has been sent. What was answered
 * before that word is forgotten: it would say that nobody is out while somebody has just gone.
 */
export function useOutings(enabled = true) {
  const waiting = useUnsent().length;
  return useAsk([KEY, waiting], '/api/outings', outings, { enabled, staleTime: 0, gcTime: 0 });
}

function useUnsent(): readonly OutboxEntry[] {
  const entries = useOutboxEntries();
  return useMemo(
    () =>
      entries.filter(({ command, state }) => isOutingKind(command.kind) && state !== 'answered'),
    [entries],
  );
}

/** One's own outing as the screen shows it: also without a line, and after a reload. */
export interface OwnOuting {
  readonly outing_id: string;
  readonly back_at: string;
  readonly second_account_id: string;
  /** Not with the server yet: nobody would be told. */
  readonly unsent: boolean;
}
const NOWHERE = { outing_id: '', back_at: '', second_account_id: '' };

/** The outing that is under way, and what can be said about it. */
export function useOwnOuting() {
  const asked = useOutings();
  const unsent = useUnsent();
  const queries = useQueryClient();
  const { nudge, outbox } = useDevice();
  const send = useSendCommand();
  // What the server answered is not there without a line: this stays on the device, sealed.
  const kept = useDraft('outing', NOWHERE);
  const known = asked.value?.outings.find((one) => one.own && one.came_back_at === null);
  const began = unsent.find(({ command }) => command.kind === 'go_out');
  const ended = unsent.some(({ command }) => command.kind === 'come_back');
  const over = asked.value !== undefined && known === undefined && began === undefined;
  const { value, clear, set } = kept;
  useEffect(() => {
    if (over && value.outing_id !== '') void clear();
  }, [over, value.outing_id, clear]);

  const own: OwnOuting | null = useMemo(() => {
    if (ended) return null;
    if (value.outing_id !== '' && !over) return { ...value, unsent: began !== undefined };
    if (known === undefined) return null;
    const { id, back_at, second_account_id } = known;
    return { outing_id: id, back_at, second_account_id: second_account_id ?? '', unsent: false };
  }, [ended, value, over, began, known]);

  const say = useCallback(
    async <K extends OutingName>(kind: K, body: OutingBodies[K]): Promise<Said> => {
      const parsed = parseOuting({ kind, body });
      if ('problem' in parsed) return parsed;
      const said_at = new Date().toISOString();
      const hour = 'back_at' in body ? hourProblem(body.back_at, said_at, new Date(said_at)) : null;
      if (hour !== null) return { problem: hour };
      const creates = kind === 'go_out' ? [body.outing_id] : [];
      const said = await send({ id: uuid(), kind, body, said_at }, creates);
      if ('problem' in said) return said;
      // Nothing to take back here: each minute of an undo would be one in which nobody knows.
      await outbox.release();
      nudge();
      if (kind === 'come_back') await clear();
      else if ('back_at' in body) {
        const second = 'second_account_id' in body ? body.second_account_id : undefined;
        set({ ...value, ...body, second_account_id: second ?? value.second_account_id });
      }
      await queries.invalidateQueries({ queryKey: [KEY] });
      return said;
    },
    [send, outbox, nudge, clear, set, value, queries],
  );
  return { own, say, asked };
}
