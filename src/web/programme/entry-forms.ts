import { useReducer } from 'react';
import { v7 as uuid } from 'uuid';

/** A form of an entry that stands open. */
export interface Standing {
  /** The same as long as it stands: drawn under another one, it would lose what is typed in it. */
  readonly key: string;
  /** Its entry by the name that it has now; `''` = a new one that was not saved yet. */
  readonly name: string;
  /** The heading under which it was opened; null = below the list, where a new one is written. */
  readonly under: string | null;
}

type Step =
  | { readonly open: Standing }
  | { readonly close: string }
  | { readonly key: string; readonly named: string };

/** The forms that stand open, after one step; `close` goes by the name. */
export function entryForms(all: readonly Standing[], step: Step): readonly Standing[] {
  if ('open' in step) {
    return all.some(({ name }) => name === step.open.name) ? all : [...all, step.open];
  }
  if ('close' in step) return all.filter(({ name }) => name !== step.close);
  const { key, named } = step;
  return all.map((one) => (one.key === key ? { ...one, name: named } : one));
}

/**
 * Which entries of a part stand open, and where. A form stays where it was opened, also when its saving gives its
 * entry a name or another heading: what is typed meanwhile is not drawn anew under anybody's hands.
 */
export function useEntryForms() {
  const [all, step] = useReducer(entryForms, []);
  const of = (name: string) => all.find((one) => one.name === name);
  const close = (name: string) => step({ close: name });
  const open = (name: string, under: string) => step({ open: { key: name, name, under } });
  return {
    ...{ of, close },
    below: all.filter(({ under }) => under === null),
    add: () => step({ open: { key: uuid(), name: '', under: null } }),
    toggle: (name: string, under: string) =>
      of(name) === undefined ? open(name, under) : close(name),
    named: (key: string, name: string) => step({ key, named: name }),
  };
}

/** As a list hands it on to its lines. */
export type EntryForms = ReturnType<typeof useEntryForms>;
