import type {
  CardLine,
  ModelCard,
  ModelQuestion,
  ShownCard,
} from '#domain/exchange/model/model-card.ts';
import { isPeer } from '#domain/exchange/model/model-card.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import type { PackageManifest } from '#domain/model-package/package-file.ts';
import { fingerprint } from '../../model-package/signing-key.ts';
import type { Taking } from '../exchange-database.ts';
import { practiceOf, recommendationsBehind } from '../recommendation/came-of.ts';

const LINE = 'id, slug, title, country, state, review, version';
/** Of a part of a card shown at most; a review of more is another thing. */
const MOST = 200;

/** The models that whoever asks may see, the latest first. */
export async function cardLines({ client }: Taking): Promise<CardLine[]> {
  const { rows } = await client.query<CardLine>(
    `select ${LINE} from exchange.model_card order by created_at desc, id limit 50`,
  );
  return rows;
}

interface CardRow extends CardLine {
  readonly summary: Wording;
  readonly institution_id: string | null;
  readonly practice_id: string | null;
  readonly published_at: Date | null;
  readonly works: boolean;
  readonly shown: ShownCard | null;
}

export async function cardRow({ client }: Taking, id: string): Promise<CardRow | null> {
  const { rows } = await client.query<CardRow>(
    `select ${LINE}, summary, institution_id, practice_id, published_at, shown,
       exchange.works_for(country) as works from exchange.model_card where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** A card whole. Who does not work on it reads its title and summary as they were published. */
export async function cardWhole(taking: Taking, id: string): Promise<ModelCard | null> {
  const row = await cardRow(taking, id);
  if (row === null) return null;
  const { works, shown, practice_id, ...card } = row;
  const country = await ownCountry(taking);
  const questions = await questionsOf(taking, id);
  const known = works || shown === null ? card : { ...card, ...texts(shown) };
  return {
    ...known,
    published_at: card.published_at?.toISOString() ?? null,
    practice: await practiceOf(taking, works ? practice_id : (shown?.practice_id ?? null)),
    recommendations: await recommendationsBehind(taking, 'model', id),
    files: await filesOf(taking, id),
    sections: works ? await sectionsOf(taking, id) : (shown?.sections ?? []),
    questions,
    endorsements: works ? await endorsementsOf(taking, id) : (shown?.endorsements ?? []),
    may: {
      edit: works,
      ask: card.state === 'published' && card.review === 'open' && isPeer(card.country, country),
      endorse: taking.holdsAny('editor', 'organiser'),
    },
  };
}

function texts({ title, summary }: ShownCard) {
  return { title, summary };
}

/** The country of whoever acts; null = of an organisation. */
export async function ownCountry({ client }: Taking): Promise<string | null> {
  const { rows } = await client.query<{ country: string | null }>(
    'select country from exchange.participant where id = exchange.me()',
  );
  return rows[0]?.country ?? null;
}

async function filesOf({ client }: Taking, card: string): Promise<ModelCard['files']> {
  const { rows } = await client.query<{
    hash: string;
    manifest: PackageManifest;
    public_key: string;
    uploaded_at: Date;
    published: boolean;
  }>(
    `select hash, manifest, public_key, uploaded_at, published_at is not null as published
       from exchange.model_file where card_id = $1 order by uploaded_at desc, id limit ${MOST}`,
    [card],
  );
  return rows.map(({ hash, manifest, public_key, uploaded_at, published }) => ({
    ...{ hash, manifest, published },
    ...{ key: fingerprint(public_key), uploaded_at: uploaded_at.toISOString() },
  }));
}

async function sectionsOf({ client }: Taking, card: string): Promise<ModelCard['sections']> {
  const { rows } = await client.query<ModelCard['sections'][number]>(
    `select id, kind, body from exchange.model_section where card_id = $1
     order by array_position(array['context', 'preparation', 'working', 'not_working', 'results',
       'costs', 'advice'], kind)`,
    [card],
  );
  return rows;
}

async function questionsOf({ client }: Taking, card: string): Promise<ModelQuestion[]> {
  const { rows } = await client.query<
    Omit<ModelQuestion, 'asked_at' | 'answered_at'> & { asked_at: Date; answered_at: Date | null }
  >(
    `select id, question, answer, country, asked_at, answered_at, asked_by = exchange.me() as own
       from exchange.model_question where card_id = $1 order by asked_at, id limit ${MOST}`,
    [card],
  );
  return rows.map((row) => ({
    ...row,
    asked_at: row.asked_at.toISOString(),
    answered_at: row.answered_at?.toISOString() ?? null,
  }));
}

async function endorsementsOf(
  { client }: Taking,
  card: string,
): Promise<ModelCard['endorsements']> {
  const { rows } = await client.query<
    Omit<ModelCard['endorsements'][number], 'edition'> & { slug: string | null; title: Wording }
  >(
    `select e.id, e.body, e.words, to_char(e.decided_on, 'YYYY-MM-DD') as decided_on, e.model_version,
       d.slug, d.title, s.title as session
     from exchange.model_endorsement e
     left join exchange.edition d on d.id = e.edition_id
     left join exchange.session s on s.id = e.session_id
     where e.card_id = $1 order by e.decided_on, e.id limit ${MOST}`,
    [card],
  );
  return rows.map(({ slug, title, ...row }) => ({
    ...row,
    edition: slug === null ? null : { slug, title },
  }));
}

/** What readers will see of a card as it stands now: the newest file, and of the questions the answered ones. */
export function shownOf(card: ModelCard): ShownCard {
  const { title, summary, country, institution_id, review, sections, endorsements } = card;
  return {
    ...{ title, summary, country, institution_id, review, sections, endorsements },
    questions: card.questions
      .filter(({ answer }) => answer !== null)
      .map(({ own: _own, ...question }) => question),
    file: card.files[0]?.hash ?? null,
    practice_id: card.practice?.id ?? null,
  };
}
