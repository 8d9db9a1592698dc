import { CARD_TEXT_NAMES } from '#domain/exchange/practice/card.ts';

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
  /** What holds as long as its texts may change; always where it is not said. */
  readonly open?: string;
  /** What holds once the original stays as it is, because people read it or voted on it; never where it is not said. */
  readonly stands?: string;
  /** What holds once readers see its texts as they stand here: then new words wait for a second editor; never where it is not said. */
  readonly shown?: string;
  /**
   * True where a second editor sees every word as it goes out, so that what is to be answered may be written before.
   * Of all others the row itself is read once it is shown: what the check finds is not written into it.
   */
  readonly looked?: true;
  /** What holds once the translations that there are stay as they are, too. */
  readonly frozen?: string;
}

const SHOWN_EDITION = (column: string) =>
  `exists (select from exchange.edition shown where shown.id = ${column} and shown.state <> 'draft')`;
const SHOWN_RECOMMENDATION = (column: string) =>
  `exchange.public_version('recommendation', ${column}) is not null`;

const VOTED_ON = `exists (select from exchange.opinion_round r
  where r.poll_id = opinion_statement.poll_id)`;
const EDITION_OF_RECOMMENDATION = `(select r.edition_id from exchange.recommendation r
  where r.id = recommendation_id)`;

/** Every noun with wordings, one line each. Who may change a row is the policy's business. */
export const TRANSLATABLE: readonly Translatable[] = [
  {
    ...{ noun: 'edition', table: 'exchange.edition', fields: ['title', 'lead', 'about'] },
    ...{ edition: 'id', shown: `state <> 'draft'`, looked: true },
  },
  {
    ...{ noun: 'series', table: 'exchange.series', fields: ['title'] },
    shown: `exists (select from exchange.edition shown where shown.series_id = series.id
      and shown.state <> 'draft')`,
  },
  {
    noun: 'session',
    table: 'exchange.session',
    fields: ['title', 'abstract'],
    edition: 'edition_id',
    ...{ shown: `state = 'published'`, looked: true },
  },
  {
    ...{ noun: 'room', table: 'exchange.room', fields: ['name'], edition: 'edition_id' },
    ...{ shown: SHOWN_EDITION('edition_id'), looked: true },
  },
  {
    noun: 'opinion_poll',
    table: 'exchange.opinion_poll',
    fields: ['title'],
    edition: 'edition_id',
    shown: `exists (select from exchange.opinion_round r where r.poll_id = opinion_poll.id)`,
  },
  {
    ...{ noun: 'opinion_statement', table: 'exchange.opinion_statement', fields: ['wording'] },
    stands: VOTED_ON,
    // People voted on the translation that they read; only a language that is missing still comes.
    frozen: VOTED_ON,
    shown: VOTED_ON,
  },
  { noun: 'practice', table: 'exchange.practice', fields: CARD_TEXT_NAMES },
  {
    ...{ noun: 'track', table: 'exchange.track', fields: ['name'], edition: 'edition_id' },
    ...{ shown: SHOWN_EDITION('edition_id'), looked: true },
  },
  {
    noun: 'evidence',
    table: 'exchange.evidence_table',
    fields: ['title', 'method', 'denominators'],
    // What went out past a second person is not changed past him.
    stands: 'shown_version_id is not null',
    shown: 'shown_version_id is not null',
  },
  { noun: 'institution', table: 'exchange.institution', fields: ['name'], shown: 'true' },
  {
    ...{ noun: 'recommendation', table: 'exchange.recommendation', fields: ['text'] },
    // An adopted text is frozen in all its languages.
    ...{ edition: 'edition_id', open: 'adopted_on is null' },
  },
  {
    ...{ noun: 'recommendation_details', table: 'exchange.recommendation' },
    ...{ fields: ['body', 'indicator_name'], edition: 'edition_id' },
    open: 'adopted_on is not null',
    shown: SHOWN_RECOMMENDATION('id'),
  },
  {
    ...{ noun: 'activity', table: 'exchange.activity', fields: ['title'] },
    ...{ edition: EDITION_OF_RECOMMENDATION, shown: SHOWN_RECOMMENDATION('recommendation_id') },
  },
  {
    ...{ noun: 'progress_report', table: 'exchange.progress_report', fields: ['words'] },
    ...{ edition: EDITION_OF_RECOMMENDATION, shown: SHOWN_RECOMMENDATION('recommendation_id') },
  },
  { noun: 'model', table: 'exchange.model_card', fields: ['title', 'summary'] },
  { noun: 'model_section', table: 'exchange.model_section', fields: ['body'] },
  { noun: 'model_question', table: 'exchange.model_question', fields: ['question', 'answer'] },
  { noun: 'model_endorsement', table: 'exchange.model_endorsement', fields: ['body', 'words'] },
  {
    noun: 'news',
    table: 'exchange.news',
    fields: ['title', 'lead', 'body'],
    edition: 'edition_id',
  },
  {
    ...{ noun: 'material', table: 'exchange.material', fields: ['title'], edition: 'edition_id' },
    shown: `exchange.public_version('material', id) is not null`,
  },
];
