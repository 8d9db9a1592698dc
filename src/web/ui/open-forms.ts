import { useReducer } from 'react';

type Step<Name> = { readonly open: Name } | { readonly close: Name };

/** The names of the forms that stand open, after one step. */
export function openForms<Name>(names: readonly Name[], step: Step<Name>): readonly Name[] {
  if ('open' in step) return names.includes(step.open) ? names : [...names, step.open];
  return names.filter((name) => name !== step.close);
}

/**
 * Which forms of a screen stand open. Each opens and closes alone: where another is opened or saved meanwhile, what
 * was typed stays, and a form whose saving is refused is still there to say so.
 */
export function useOpenForms<Name extends string>(first: readonly Name[] = []) {
  const [names, step] = useReducer(openForms<Name>, first);
  const isOpen = (name: Name) => names.includes(name);
  const open = (name: Name) => step({ open: name });
  const close = (name: Name) => step({ close: name });
  return {
    ...{ isOpen, open, close },
    toggle: (name: Name) => (isOpen(name) ? close(name) : open(name)),
  };
}
