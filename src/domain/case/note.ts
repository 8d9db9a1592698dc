import { z } from 'zod';
import { type Compartment, compartment } from '../access/role.ts';
import { type Id, id } from '../id.ts';
import { prose } from '../text.ts';
import type { Instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse } from './command.ts';
import { factKind } from './fact.ts';

export const addNote = z.strictObject({
  note_id: id,
  /** What I saw, what was said, what we agreed. */
  words: prose,
  /** Who may read it, chosen by the author. */
  compartment,
});

const noteAdded = z.strictObject({ note_id: id, words: prose.optional() });
const noteWords = z.strictObject({ note_id: id, words: prose });

export interface Note {
  /** The compartment that holds the words; null where this reader is not told. */
  readonly held_in: Compartment | null;
  readonly at: Instant;
}
export interface NoteState {
  readonly notes: Readonly<Record<Id, Note>>;
}

/**
 * A note in the words of its author. Held in health, psychosocial or legal, the general part says only
 * that there is one. Of a note in `protection` it says nothing at all: what one member of a household
 * says about another stays in the speaker's own file, and nobody may see that something was said.
 */
export const note = {
  slice: 'note',
  initial: { notes: {} } as NoteState,
  facts: {
    note_added: factKind({
      version: 1,
      compartment: 'general',
      body: noteAdded,
      apply: (slice: NoteState, { body, recorded_at: at }): NoteState => {
        const held_in = body.words === undefined ? null : 'general';
        return { notes: { ...slice.notes, [body.note_id]: { held_in, at } } };
      },
    }),
    note_words: factKind({
      version: 1,
      compartment: 'psychosocial',
      body: noteWords,
      apply: (slice: NoteState, { body, compartment: held_in, recorded_at: at }): NoteState => ({
        notes: { ...slice.notes, [body.note_id]: { held_in, at } },
      }),
    }),
  },
  commands: {
    add_note: commandKind({
      body: addNote,
      verb: 'append',
      compartment: 'general',
      chosen: (body) => body.compartment,
      decide: (state, { body }) => {
        const { compartment: held, note_id, words } = body;
        if (state.note.notes[note_id] !== undefined) return refuse('already_recorded');
        if (held === 'general') return accept({ kind: 'note_added', body: { note_id, words } });
        const apart = { kind: 'note_words', compartment: held, body: { note_id, words } };
        return held === 'protection'
          ? accept(apart)
          : accept({ kind: 'note_added', body: { note_id } }, apart);
      },
    }),
  },
} as const satisfies Noun<'note'>;
