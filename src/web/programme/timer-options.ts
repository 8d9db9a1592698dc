import { msg } from '@lingui/core/macro';
import { TIMER_EVENTS } from '#domain/case/model-names.ts';
import { entriesAt, entryTitle } from './model-document.ts';
import { TIMER_EVENT_WORDS } from './model-event-words.ts';
import type { Around, Option } from './model-part.ts';

const STAGE_BEGINS = msg`Stage begins: {name}`;
const REACHED = msg`Milestone: {name}`;
const HAPPENED = msg`It happened: {name}`;
const OWN_THING = msg`A thing to do of its own`;

/** What may start or end a time limit: what happens in a file, and the stages of this very document. */
export function eventOptions({ i18n, document }: Around): Option[] {
  const named = (part: string, kind: string, words: { readonly id: string }) =>
    entriesAt(document, part).map((entry) => ({
      value: `${kind}:${String(Reflect.get(entry, 'code'))}`,
      label: i18n._(words.id, { name: entryTitle(i18n, entry) }),
    }));
  return [
    ...TIMER_EVENTS.map((event) => ({ value: event, label: i18n._(TIMER_EVENT_WORDS[event]) })),
    ...named('stages', 'stage', STAGE_BEGINS),
    ...named('milestones', 'milestone', REACHED),
    ...named('life_events.events', 'life_event', HAPPENED),
  ];
}

/** Things to do that time limits stand for, each called by the first of its time limits. */
export function dutyOptions({ i18n, document, entry }: Around): Option[] {
  const found = new Map<string, string>();
  for (const timer of entriesAt(document, 'timers')) {
    const duty: unknown = Reflect.get(timer, 'duty');
    if (typeof duty === 'string' && !found.has(duty)) found.set(duty, entryTitle(i18n, timer));
  }
  const own = typeof entry?.code === 'string' ? entry.code : '';
  return [
    ...(own === '' || found.has(own) ? [] : [{ value: own, label: i18n._(OWN_THING) }]),
    ...[...found].map(([value, label]) => ({ value, label })),
  ];
}
