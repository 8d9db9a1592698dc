import { z } from 'zod';
import {
  type NewEdition,
  newEdition,
  newSeries,
} from '#domain/exchange/conference/edition-settings.ts';
import { newWording, reword, type Wording, wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { isDuplicate } from '../../pool.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findsInForm, takesNoAnswer } from '../publication/betraying-words.ts';
import { copyEdition } from './copy-edition.ts';
import { logged } from './proposal-rows.ts';

const seriesLine = z.object({ id: z.uuid(), slug: z.string(), title: wording });
const gone = { code: 'gone' } as const;

/** A new row of conferences and a new conference in it, by whoever organises for the whole exchange. */
export function addNewEditionRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/series',
    { schema: { response: { 200: z.object({ series: z.array(seriesLine) }) } } },
    async (request) => {
      const { rows } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query<z.infer<typeof seriesLine>>(
          'select id, slug, title from exchange.series order by created_at desc, id limit 50',
        ),
      );
      return { series: rows };
    },
  );

  app.post(
    '/api/exchange/series',
    { schema: { body: newSeries, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const { body, participant } = request;
      const problem = await deps.exchange
        .as(participant.id, async (taking): Promise<Problem | null> => {
          if (!taking.holds(null, 'organiser')) return gone;
          // Readers see the name of a series at once, so that nothing in it may point to anybody.
          const betrays = findsInForm(titlesOf(body), () => true);
          if (betrays !== null) return betrays;
          await taking.client.query(
            'insert into exchange.series (id, slug, title, created_at) values ($1, $2, $3, $4)',
            [body.id, body.slug, JSON.stringify(titleOf(body, deps.clock())), deps.clock()],
          );
          await noted(taking, deps, ['series', body.id]);
          return null;
        })
        .catch(duplicate);
      return problem === null ? reply.code(201).send({ id: body.id }) : sendProblem(reply, problem);
    },
  );

  app.post(
    '/api/exchange/editions',
    { schema: { body: newEdition, response: { 201: z.object({ id }) } } },
    async (request, reply) => {
      const { body, participant } = request;
      const problem = await deps.exchange
        .as(participant.id, (taking) => add(taking, deps, body))
        .catch(duplicate);
      return problem === null ? reply.code(201).send({ id: body.id }) : sendProblem(reply, problem);
    },
  );
}

async function add(taking: Taking, deps: ExchangeDeps, one: NewEdition): Promise<Problem | null> {
  const { client } = taking;
  if (!taking.holds(null, 'organiser')) return gone;
  const betrays = findsInForm(
    { ...titlesOf(one), lead: one.lead, about: one.about },
    takesNoAnswer,
  );
  if (betrays !== null) return betrays;
  const has = async (table: 'series' | 'edition' | 'institution', wanted: readonly string[]) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from exchange.${table} where id = any($1)`,
      [wanted],
    );
    return new Set(rows.map((row) => row.id));
  };
  const institutions = await has(
    'institution',
    one.hosts.map((host) => host.institution_id),
  );
  const missing = one.hosts.findIndex((host) => !institutions.has(host.institution_id));
  if (missing >= 0) return unknown(`hosts.${missing}.institution_id`);
  if (!(await has('series', [one.series_id])).has(one.series_id)) return unknown('series_id');
  if (one.copy !== null && !(await has('edition', [one.copy.from])).has(one.copy.from))
    return unknown('copy.from');
  const said = (text: string | null) =>
    text === null
      ? null
      : JSON.stringify(newWording({ lang: one.language, text }, null, deps.clock()));
  await client.query(
    `insert into exchange.edition (id, series_id, slug, title, lead, about, starts_on, ends_on,
       time_zone, languages, contact, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[one.id, one.series_id, one.slug, JSON.stringify(titleOf(one, deps.clock()))],
      ...[said(one.lead), said(one.about), one.starts_on, one.ends_on, one.time_zone],
      ...[one.languages, one.contact, deps.clock()],
    ],
  );
  for (const [standing, host] of one.hosts.entries())
    await client.query(
      `insert into exchange.host (id, edition_id, institution_id, part, standing)
       values ($1, $2, $3, $4, $5)`,
      [host.id, one.id, host.institution_id, host.part, standing],
    );
  if (one.copy !== null) await copyEdition(taking, deps, one, one.copy);
  await noted(taking, deps, ['edition', one.id]);
  return null;
}

/** As the form calls them. */
function titlesOf({ title, titles }: Pick<NewEdition, 'title' | 'titles'>) {
  const others = Object.entries(titles).map(([lang, text]) => [`titles.${lang}`, text] as const);
  return { title, ...Object.fromEntries(others) };
}

function titleOf(one: Pick<NewEdition, 'language' | 'title' | 'titles'>, at: Date): Wording {
  let made = newWording({ lang: one.language, text: one.title }, null, at);
  for (const [lang, text] of Object.entries(one.titles)) {
    if (lang === one.language) continue;
    const next = reword(made, { lang, text }, made.revision, null, at);
    if (!('code' in next)) made = next;
  }
  return made;
}

async function noted(
  taking: Taking,
  deps: ExchangeDeps,
  [kind, subject]: readonly [kind: string, subject: string],
): Promise<void> {
  await logged(taking.client, {
    ...{ id: deps.newId(), at: deps.clock(), participant: taking.participant },
    ...{ action: `${kind}_added`, kind, subject },
  });
}

function unknown(path: string): Problem {
  return { code: 'invalid_input', fields: [{ path: `body.${path}`, code: 'unknown' }] };
}

/** The address is taken, or the same form came twice: of the two only the first is for the author to mend. */
function duplicate(error: unknown): Problem {
  if (!isDuplicate(error)) throw error;
  if ('constraint' in error && String(error.constraint).endsWith('_slug_key'))
    return { code: 'invalid_input', fields: [{ path: 'body.slug', code: 'taken' }] };
  return { code: 'already_so' };
}
