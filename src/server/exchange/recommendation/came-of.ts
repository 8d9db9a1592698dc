import type {
  Outcome,
  SourcePractice,
  SourceRecommendation,
} from '#domain/exchange/recommendation/came-of.ts';
import type { Taking } from '../exchange-database.ts';

/** At most so many of one kind are shown beside each other. */
const MOST = 50;

/** A published practice as one word of JSON; `id` is the expression that names it. */
const practiceShown = (id: string) => `(select jsonb_build_object('kind', 'practice',
    'id', v.practice_id, 'title', v.card -> 'texts' -> 'title', 'slug', null)
  from exchange.practice_version v where v.practice_id = ${id} and v.latest
    and v.published_at is not null and v.hidden_at is null)`;

const modelShown = (id: string) => `(select jsonb_build_object('kind', 'model', 'id', c.id,
    'title', c.shown -> 'title', 'slug', c.slug)
  from exchange.model_card c where c.id = ${id} and c.state = 'published')`;

/** What came of a recommendation `r`, as long as readers may open it. */
export const OUTCOME = `case r.came_of_kind when 'practice' then ${practiceShown('r.came_of_id')}
  when 'model' then ${modelShown('r.came_of_id')} end`;

/** Adopted recommendations that this practice or model came of. */
export async function recommendationsBehind(
  { client }: Taking,
  kind: Outcome['kind'],
  id: string,
): Promise<SourceRecommendation[]> {
  const { rows } = await client.query<SourceRecommendation>(
    `select r.id, e.slug as edition, r.number, r.text
     from exchange.recommendation r join exchange.edition e on e.id = r.edition_id
     where r.came_of_id = $1 and r.came_of_kind = $2 and r.adopted_on is not null
       and e.state <> 'draft'
     order by e.starts_on, r.number limit ${MOST}`,
    [id, kind],
  );
  return rows;
}

/** Published models that grew out of a practice. */
async function modelsOf({ client }: Taking, practice: string): Promise<Outcome[]> {
  const { rows } = await client.query<Outcome>(
    `select 'model' as kind, c.id, c.shown -> 'title' as title, c.slug from exchange.model_card c
     where c.state = 'published' and c.shown ->> 'practice_id' = $1::text
     order by c.published_at, c.id limit ${MOST}`,
    [practice],
  );
  return rows;
}

/** All that a practice is linked with. */
export async function linksOfPractice(taking: Taking, id: string) {
  return {
    practice: null,
    recommendations: await recommendationsBehind(taking, 'practice', id),
    models: await modelsOf(taking, id),
  };
}

/** The practice from which a model grew, as long as readers may open it. */
export async function practiceOf(
  { client }: Taking,
  practice: string | null,
): Promise<SourcePractice | null> {
  if (practice === null) return null;
  const { rows } = await client.query<{ found: SourcePractice | null }>(
    `select ${practiceShown('$1')} as found`,
    [practice],
  );
  const found = rows[0]?.found ?? null;
  return found === null ? null : { id: found.id, title: found.title };
}

/** What is published under this kind and id; null where readers see none. */
export async function outcomeOf(
  { client }: Taking,
  of: { readonly kind: Outcome['kind']; readonly id: string },
): Promise<Outcome | null> {
  const { rows } = await client.query<{ found: Outcome | null }>(
    `select ${of.kind === 'practice' ? practiceShown('$1') : modelShown('$1')} as found`,
    [of.id],
  );
  return rows[0]?.found ?? null;
}

/** The newest published practices and models, to choose one from. */
export async function outcomesToChoose({ client }: Taking): Promise<Outcome[]> {
  const { rows } = await client.query<Outcome>(
    `(select 'practice' as kind, v.practice_id as id, v.card -> 'texts' -> 'title' as title, null as slug
       from exchange.practice_version v where v.latest and v.published_at is not null
         and v.hidden_at is null and v.archived_at is null
       order by v.published_at desc, v.practice_id limit ${MOST})
     union all
     (select 'model', c.id, c.shown -> 'title', c.slug from exchange.model_card c
       where c.state = 'published' order by c.published_at desc, c.id limit ${MOST})`,
  );
  return rows;
}
