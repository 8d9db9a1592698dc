import type { MessageDescriptor } from '@lingui/core';

/** What may be chosen: words of ours, or the entries of another part of the same document. */
export type Choices =
  | { readonly words: Readonly<Record<string, MessageDescriptor>> }
  | { readonly part: string };

interface FieldBase {
  /** Where it stands in its entry. */
  readonly key: string;
  readonly label: MessageDescriptor;
  readonly description?: MessageDescriptor;
}

/** One thing that a coordinator may set: the small form engine draws it from this alone. */
export type ModelField = FieldBase &
  (
    | { readonly kind: 'labels' | 'text' | 'code' | 'number' | 'flag' | 'lines' }
    | { readonly kind: 'choice'; readonly choices: Choices; readonly optional?: true }
    | { readonly kind: 'choices'; readonly choices: Choices }
    /** Fields that stand together; absent until somebody needs them where it is `optional`. */
    | { readonly kind: 'group'; readonly fields: readonly ModelField[]; readonly optional?: object }
    | { readonly kind: 'list'; readonly fields: readonly ModelField[]; readonly fresh: object }
  );

/**
 * One part of the programme model as it is edited: a new part is one entry in `model-parts.ts`. What no
 * part describes is kept as it is, whatever it holds.
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
    /** What an entry says in a line, beside its name: keys of its fields. */
    readonly shows?: readonly string[];
  };
}
