import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { outerId } from '#domain/directory/hsds/parts.ts';
import type { Document } from '#domain/directory/hsds/read-directory.ts';
import type { Problem } from '#domain/problem.ts';
import type { Acting } from '../../database.ts';
import type { Deps } from '../../deps.ts';
import { sendProblem } from '../../problem-reply.ts';
import { newestModel } from '../../programme/newest-model.ts';
import type { ServerApp } from '../../server-app.ts';
import { asAnybody } from '../coordinator.ts';
import { gone } from '../organisation-routes.ts';
import {
  inShort,
  locationRecord,
  organisationRecords,
  serviceRecords,
} from './export-directory.ts';
import { needsOfTerm, OWN_TAXONOMIES, ownTerms } from './need-taxonomy.ts';

const SPECIFICATION = 'https://raw.githubusercontent.com/openreferral/specification/3.0';

const query = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  full: z.stringbool().default(false),
  full_service: z.stringbool().default(false),
  search: z.string().max(200).optional(),
  organization_id: outerId.optional(),
  taxonomy_term_id: outerId.optional(),
  taxonomy_id: outerId.optional(),
  language: z.string().max(20).default('en'),
});
type Query = z.infer<typeof query>;
const record = z.record(z.string(), z.unknown());
const page = z.object({
  ...{ total_items: z.int(), total_pages: z.int(), page_number: z.int(), size: z.int() },
  ...{ first_page: z.boolean(), last_page: z.boolean(), empty: z.boolean() },
  contents: z.array(record),
});

interface Asking {
  readonly acting: Acting;
  readonly model: ProgrammeModel;
  readonly query: Query;
}
interface Found {
  readonly total: number;
  readonly contents: Document[];
}

/**
 * The read API of HSDS 3, for whoever is signed in. It holds no person, and no confidential location: neither its
 * address nor that a service is given there.
 */
export function addHsdsRoutes(app: ServerApp, deps: Deps): void {
  app.get('/api/hsds', { schema: { response: { 200: record } } }, async (request, reply) => {
    const found = await asAnybody(deps, request, async () => ({
      version: '3.0',
      profile: 'https://docs.openreferral.org/en/3.0/hsds/overview.html',
      openapi_url: `${SPECIFICATION}/schema/openapi.json`,
    }));
    return 'code' in found ? sendProblem(reply, found) : found;
  });
  list(app, deps, 'services', servicesOf);
  list(app, deps, 'organizations', organisationsOf);
  list(app, deps, 'service_at_locations', linksOf);
  list(app, deps, 'taxonomies', async (asking) => slice(asking.query, await taxonomies(asking)));
  list(app, deps, 'taxonomy_terms', async (asking) => slice(asking.query, await terms(asking)));
  one(app, deps, 'services', async ({ acting, model, query: asked }, id) => {
    const own = await ownId(acting, 'service', id);
    if (own === undefined) return undefined;
    return (await serviceRecords(acting, model, asked.language, [own])).services()[0];
  });
  one(app, deps, 'organizations', async ({ acting, model, query: asked }, id) => {
    const own = await ownId(acting, 'organisation', id);
    if (own === undefined) return undefined;
    return (await organisationRecords(acting, model, asked.language, [own]))[0];
  });
  one(app, deps, 'service_at_locations', async ({ acting, model, query: asked }, id) => {
    const { rows } = await acting.client.query<{ service_id: string }>(
      'select standing_service(service_id) as service_id from service_at_location where id = $1',
      [id],
    );
    const ids = rows.map((row) => row.service_id);
    const records = (await serviceRecords(acting, model, asked.language, ids)).links();
    return records.find((link) => link.id === id);
  });
  one(app, deps, 'locations', async ({ acting }, id) => locationRecord(acting, id));
  one(app, deps, 'taxonomies', async (asking, id) =>
    (await taxonomies(asking)).find((entry) => entry.id === id),
  );
  one(app, deps, 'taxonomy_terms', async (asking, id) =>
    (await terms(asking)).find((entry) => entry.id === id),
  );
}

function list(
  app: ServerApp,
  deps: Deps,
  name: string,
  find: (asking: Asking) => Promise<Found>,
): void {
  app.get(
    `/api/hsds/${name}`,
    { schema: { querystring: query, response: { 200: page } } },
    async (request, reply) => {
      const found = await asking(deps, request, request.query, find);
      if ('code' in found) return sendProblem(reply, found);
      const { page: number, per_page } = request.query;
      const pages = Math.ceil(found.total / per_page);
      return {
        ...{ total_items: found.total, total_pages: pages, page_number: number },
        ...{ size: found.contents.length, first_page: number === 1, last_page: number >= pages },
        ...{ empty: found.contents.length === 0, contents: found.contents },
      };
    },
  );
}

function one(
  app: ServerApp,
  deps: Deps,
  name: string,
  find: (asking: Asking, id: string) => Promise<Document | null | undefined>,
): void {
  app.get(
    `/api/hsds/${name}/:id`,
    {
      schema: {
        params: z.object({ id: outerId }),
        querystring: query,
        response: { 200: record },
      },
    },
    async (request, reply) => {
      const found = await asking(deps, request, request.query, async (said) => ({
        record: (await find(said, request.params.id)) ?? null,
      }));
      if ('code' in found) return sendProblem(reply, found);
      return found.record ?? sendProblem(reply, gone);
    },
  );
}

async function asking<Result extends object>(
  deps: Deps,
  request: FastifyRequest,
  asked: Query,
  find: (asking: Asking) => Promise<Result>,
): Promise<Result | Problem> {
  return asAnybody<Result | Problem>(deps, request, async (acting) => {
    const model = await newestModel(acting);
    return model === null ? { code: 'model_unknown' } : find({ acting, model, query: asked });
  });
}

async function servicesOf(said: Asking): Promise<Found> {
  const { acting, model, query: asked } = said;
  const { total, ids } = await serviceIds(said);
  const records = (await serviceRecords(acting, model, asked.language, ids)).services();
  return { total, contents: asked.full ? records : records.map(inShort) };
}

async function linksOf(said: Asking): Promise<Found> {
  const { acting, model, query: asked } = said;
  const { rows } = await acting.client.query<{ id: string; service_id: string; total: number }>(
    `select n.id, n.service_id, (count(*) over ())::int as total
     from service_at_location n join location l on l.id = n.location_id and not l.confidential
       join service s on s.id = n.service_id and s.merged_into is null
     order by n.id limit $1 offset $2`,
    [asked.per_page, (asked.page - 1) * asked.per_page],
  );
  const ids = [...new Set(rows.map((row) => row.service_id))];
  const records = (await serviceRecords(acting, model, asked.language, ids)).links();
  const byId = new Map(records.map((link) => [String(link.id), link]));
  const contents = rows.map(({ id }) => byId.get(id)).filter((one) => one !== undefined);
  return {
    total: rows[0]?.total ?? 0,
    contents: asked.full ? contents : contents.map(inShort),
  };
}

async function organisationsOf({ acting, model, query: asked }: Asking): Promise<Found> {
  const { rows } = await acting.client.query<{ id: string; total: number }>(
    `select id, (count(*) over ())::int as total from organisation
     where merged_into is null and ($1::text is null or name::text ilike $1)
     order by id limit $2 offset $3`,
    [pattern(asked.search), asked.per_page, (asked.page - 1) * asked.per_page],
  );
  const ids = rows.map(({ id }) => id);
  const records = await organisationRecords(acting, model, asked.language, ids);
  const whole = asked.full || asked.full_service;
  return { total: rows[0]?.total ?? 0, contents: whole ? records : records.map(inShort) };
}

async function serviceIds({ acting, model, query: asked }: Asking) {
  const term = asked.taxonomy_term_id;
  const { rows } = await acting.client.query<{ id: string; total: number }>(
    `select s.id, (count(*) over ())::int as total
     from service s join organisation o on o.id = s.organisation_id
     where s.merged_into is null and ($1::text is null or s.name::text ilike $1 or o.name::text ilike $1)
       and ($2::uuid is null or o.id = (select standing_organisation(w.id) from organisation w
         where coalesce(w.hsds_id, w.id) = $2))
       and ($3::text is null or s.need_domain = any ($4)
         or s.document->'attributes' @> jsonb_build_array(
           jsonb_build_object('taxonomy_term', jsonb_build_object('id', $3::text)))
         or s.document->'attributes' @> jsonb_build_array(
           jsonb_build_object('taxonomy_term_id', $3::text)))
     order by s.id limit $5 offset $6`,
    [
      ...[pattern(asked.search), asked.organization_id ?? null, term ?? null],
      term === undefined ? [] : needsOfTerm(term, model),
      ...[asked.per_page, (asked.page - 1) * asked.per_page],
    ],
  );
  return { total: rows[0]?.total ?? 0, ids: rows.map(({ id }) => id) };
}

async function taxonomies({ acting }: Asking): Promise<Document[]> {
  return [...OWN_TAXONOMIES, ...(await entries(acting, 'taxonomy'))];
}

async function terms({ acting, model, query: asked }: Asking): Promise<Document[]> {
  const all = [...ownTerms(model, asked.language), ...(await entries(acting, 'term'))];
  const within = asked.taxonomy_id;
  return within === undefined ? all : all.filter((term) => term.taxonomy_id === within);
}

async function entries(acting: Acting, kind: 'taxonomy' | 'term'): Promise<Document[]> {
  const { rows } = await acting.client.query<{ id: string; document: Document }>(
    'select id, document from taxonomy_entry where kind = $1 order by id',
    [kind],
  );
  return rows.map(({ id, document }) => ({ id, ...document }));
}

function slice({ page: number, per_page }: Query, all: Document[]): Found {
  return { total: all.length, contents: all.slice((number - 1) * per_page, number * per_page) };
}

/** Our id of what others know by theirs; an entry that was merged answers with the one that stays. */
async function ownId(acting: Acting, table: 'service' | 'organisation', outer: string) {
  const { rows } = await acting.client.query<{ id: string }>(
    `select standing_${table}(id) as id from ${table} where coalesce(hsds_id, id) = $1`,
    [outer],
  );
  return rows[0]?.id;
}

/** A part of a name as it was typed: `%` and `_` mean themselves. */
function pattern(search: string | undefined): string | null {
  return search === undefined ? null : `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
