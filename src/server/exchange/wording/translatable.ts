/** A noun whose texts are translated on the one screen for it. */
export interface Translatable {
  /** In the address: `session`. */
  readonly noun: string;
  /** With its schema: `exchange.session`. */
  readonly table: string;
  /** Columns of the type `exchange.wording`; the first one names the thing in lists. */
  readonly fields: readonly string[];
  /** The column that names its edition, where it belongs to one. */
  readonly edition?: string;
}

/** Every noun with wordings, one line each. Who may change a row is the policy's business. */
export const TRANSLATABLE: readonly Translatable[] = [
  { noun: 'edition', table: 'exchange.edition', fields: ['title', 'lead'], edition: 'id' },
  {
    noun: 'session',
    table: 'exchange.session',
    fields: ['title', 'abstract'],
    edition: 'edition_id',
  },
  { noun: 'room', table: 'exchange.room', fields: ['name'], edition: 'edition_id' },
  { noun: 'institution', table: 'exchange.institution', fields: ['name'] },
  { noun: 'model', table: 'exchange.model_card', fields: ['title', 'summary'] },
  { noun: 'model_section', table: 'exchange.model_section', fields: ['body'] },
  { noun: 'model_question', table: 'exchange.model_question', fields: ['question', 'answer'] },
  { noun: 'model_endorsement', table: 'exchange.model_endorsement', fields: ['body', 'words'] },
];
