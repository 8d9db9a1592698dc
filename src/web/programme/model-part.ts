import type { I18n, MessageDescriptor } from '@lingui/core';

export type Entry = Readonly<Record<string, unknown>>;
export interface Option {
  readonly value: string;
  readonly label: string;
}
/** What choices are made from; without an entry, everything that any entry may hold. */
export interface Around {
  readonly i18n: I18n;
  readonly document: unknown;
  readonly entry?: Entry;
  /** What the entry stands in, where it stands in another. */
  readonly above?: Entry;
}

/** What may be chosen: words of ours, the entries of another part of the same document, or both. */
export type Choices =
  | { readonly words: Readonly<Record<string, MessageDescriptor>> }
  | { readonly part: string }
  | { readonly of: (around: Around) => readonly Option[] };

interface FieldBase {
  /** Where it stands in its entry. */
  readonly key: string;
  readonly label: MessageDescriptor;
  readonly description?: MessageDescriptor;
  /** For which entries it is asked; without it, for all. */
  readonly asked?: (entry: Entry) => boolean;
}

/** What is added to a list of unlike things: its name, and what it begins with. */
export interface Addition {
  readonly label: string;
  readonly fresh: Entry;
}

/** One thing that a coordinator may set: the small form engine draws it from this alone. */
export type ModelField = FieldBase &
  (
    | { readonly kind: 'labels' | 'text' | 'code' | 'flag' | 'lines' }
    /** May be left empty where `empty` says what stands there then. */
    | { readonly kind: 'number'; readonly empty?: 'absent' | 'null' }
    | {
        readonly kind: 'choice';
        readonly choices: Choices;
        readonly empty?: 'absent' | 'null';
        /** Chosen for a new entry only: everything else in it hangs on this. */
        readonly once?: true;
      }
    | {
        readonly kind: 'choices';
        readonly choices: Choices;
        /** Chosen one by one from a list, where there are too many to show as ticks. */
        readonly pick?: true;
        /** Their order means something; only where they are picked. */
        readonly ordered?: true;
        readonly numeric?: true;
        /** None chosen says the same as nothing said. */
        readonly empty?: 'absent';
      }
    /** Fields that stand together; absent until somebody needs them where it is `optional`. */
    | { readonly kind: 'group'; readonly fields: readonly ModelField[]; readonly optional?: object }
    | {
        readonly kind: 'list';
        readonly fields: readonly ModelField[];
        /** What a new entry begins with; what may be added hangs on the entry around where it is asked. */
        readonly fresh: Entry | ((around: Around) => readonly Addition[]);
        readonly ordered?: true;
        /** What an entry is called where it has neither name nor code. */
        readonly title?: (around: Around) => string;
      }
  );

/**
 * One part of the programme model as it is edited: a new part is one entry in a file of `parts/`. What no
 * part describes is kept as it is, whatever it holds; `parts.test.ts` tells what that is.
 */
export interface ModelPart {
  /** Where it stands in the document, e.g. `closing.check_ins`; also its address. */
  readonly path: string;
  readonly title: MessageDescriptor;
  readonly intro?: MessageDescriptor;
  readonly fields: readonly ModelField[];
  /** A list of entries; without it, the one object at `path` (or the document itself, where that is empty). */
  readonly list?: {
    /** What a new entry begins with; without it none can be added, as code of ours stands behind each. */
    readonly fresh?: object;
    /** Their order means something. */
    readonly ordered?: true;
    /** What an entry is called where it has no name of its own: keys of its fields. */
    readonly title?: readonly string[];
    /** Entries with the same value here stand together under it. */
    readonly under?: string;
    /** What an entry says in a line, beside its name: keys of its fields. */
    readonly shows?: readonly string[];
  };
}

/** Parts that belong together, under a heading of their own. */
export interface PartGroup {
  readonly title: MessageDescriptor;
  readonly parts: readonly ModelPart[];
}
