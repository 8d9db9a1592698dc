import { z } from 'zod';
import {
  editionSettings,
  newHost,
  savedEdition,
  shownEdition,
} from '#domain/exchange/conference/edition-settings.ts';
import { LARGEST_LOGO, logoKind } from '#domain/exchange/conference/logo.ts';
import { toldOf } from '#domain/exchange/conference/proposal-view.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { isDuplicate } from '../../pool.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { findsInForm, takesNoAnswer } from '../publication/betraying-words.ts';
import {
  askForEditionWords,
  type EditionWords,
  mayBeAnnounced,
  wordsAfter,
} from './edition-words.ts';
import { logged } from './proposal-rows.ts';

const params = z.object({ id });
const ofHost = params.extend({ host: id });
const gone = { code: 'gone' } as const;

/** What an edition is: its words in their source language, its days, its hosts with their logos. */
export function addEditionSettingsRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.get(
    '/api/exchange/editions/:id/settings',
    { schema: { params, response: { 200: shownEdition } } },
    async (request, reply) => {
      const found = await deps.exchange.as(request.participant.id, async (taking) =>
        taking.holds(request.params.id, 'organiser') ? editionOf(taking, request.params.id) : null,
      );
      return found ?? sendProblem(reply, gone);
    },
  );

  app.put(
    '/api/exchange/editions/:id/settings',
    {
      schema: { params, body: editionSettings, response: { 200: savedEdition } },
    },
    async (request, reply) => {
      const one = request.body;
      const edition = request.params.id;
      const { id: me, name: by } = request.participant;
      const done = await deps.exchange.as(me, async (taking): Promise<Problem | Saved> => {
        if (!taking.holds(edition, 'organiser')) return gone;
        const { rows } = await taking.client.query<Standing>(
          'select title, lead, about, state, version from exchange.edition where id = $1 for update',
          [edition],
        );
        const [before] = rows;
        if (before === undefined) return gone;
        if (before.version !== one.version) return { code: 'version_conflict' };
        const { title, lead, about } = one;
        const betrays = findsInForm({ title, lead, about }, takesNoAnswer);
        if (betrays !== null) return betrays;
        const after = wordsAfter(before, one, deps.clock());
        const version = one.version + 1;
        const shown = before.state !== 'draft' && one.state !== 'draft';
        const asked = shown
          ? await askForEditionWords(taking, deps, { edition, before, after, by })
          : { now: after, waits: [] };
        if ('code' in asked) return asked;
        const { now, waits } = asked;
        const announces = before.state === 'draft' && one.state !== 'draft';
        const look = announces
          ? await mayBeAnnounced(taking, deps, { edition, version, words: now })
          : 'clear';
        if (typeof look === 'object') return look;
        const state = look === 'waits' ? 'draft' : one.state;
        await taking.client.query(
          `update exchange.edition set title = $2, lead = $3, about = $4, starts_on = $5, ends_on = $6,
             time_zone = $7, languages = $8, state = $9, contact = $10, version = version + 1
           where id = $1`,
          [
            ...[edition, JSON.stringify(now.title), orNull(now.lead), orNull(now.about)],
            ...[one.starts_on, one.ends_on, one.time_zone, one.languages, state, one.contact],
          ],
        );
        await logged(taking.client, {
          ...{ id: deps.newId(), at: deps.clock(), participant: me, action: 'edition_changed' },
          ...{ kind: 'edition', subject: edition, details: { state } },
        });
        return { version, waits: look === 'waits' ? ['state'] : waits };
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );

  app.post(
    '/api/exchange/editions/:id/hosts',
    { schema: { params, body: newHost } },
    async (request, reply) => {
      const edition = request.params.id;
      const { id: host, institution_id, part } = request.body;
      const problem = await deps.exchange
        .as(request.participant.id, async (taking): Promise<Problem | null> => {
          if (!taking.holds(edition, 'organiser')) return gone;
          const made = await taking.client.query(
            `insert into exchange.host (id, edition_id, institution_id, part, standing)
             select $1, $2, i.id, $4, (select count(*) from exchange.host h where h.edition_id = $2)
             from exchange.institution i where i.id = $3`,
            [host, edition, institution_id, part],
          );
          return made.rowCount === 1 ? null : gone;
        })
        .catch((error: unknown): Problem => {
          if (!isDuplicate(error)) throw error;
          return { code: 'already_so' };
        });
      return problem === null ? reply.code(204).send() : sendProblem(reply, problem);
    },
  );

  app.delete(
    '/api/exchange/editions/:id/hosts/:host',
    { schema: { params: ofHost } },
    async (request, reply) => {
      const { id: edition, host } = request.params;
      const { rowCount } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query('delete from exchange.host where id = $1 and edition_id = $2', [
          host,
          edition,
        ]),
      );
      return rowCount === 1 ? reply.code(204).send() : sendProblem(reply, gone);
    },
  );

  app.put(
    '/api/exchange/editions/:id/hosts/:host/logo',
    { schema: { params: ofHost, consumes: ['multipart/form-data'] } },
    async (request, reply) => {
      const { id: edition, host } = request.params;
      const file = await request.file({ limits: { fileSize: LARGEST_LOGO } });
      if (file === undefined) return sendProblem(reply, { code: 'file_empty' });
      const bytes = await file.toBuffer();
      const kind = logoKind(bytes);
      // By its bytes, whatever it calls itself: a drawing that can carry a script is none.
      if (kind === null) return sendProblem(reply, { code: 'unsupported_media' });
      const { rowCount } = await deps.exchange.as(request.participant.id, ({ client }) =>
        client.query(
          'update exchange.host set logo = $3, logo_kind = $4 where id = $1 and edition_id = $2',
          [host, edition, bytes, kind],
        ),
      );
      return rowCount === 1 ? reply.code(204).send() : sendProblem(reply, gone);
    },
  );

  app.get(
    '/exchange/logos/:id',
    { schema: { params, hide: true }, config: { public: true } },
    async (request, reply) => {
      const { rows } = await deps.exchange.as(null, ({ client }) =>
        client.query<{ logo: Buffer; logo_kind: string }>(
          'select logo, logo_kind from exchange.host where id = $1 and logo is not null',
          [request.params.id],
        ),
      );
      const [row] = rows;
      if (row === undefined) return sendProblem(reply, gone);
      return reply
        .header('content-type', row.logo_kind)
        .header('cache-control', 'public, max-age=600')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(row.logo);
    },
  );
}

interface Standing extends EditionWords {
  readonly state: 'draft' | 'published' | 'ended';
  readonly version: number;
}
type Saved = z.infer<typeof savedEdition>;

function orNull(words: Wording | null): string | null {
  return words === null ? null : JSON.stringify(words);
}

async function editionOf({ client }: Taking, edition: string) {
  const { rows } = await client.query<
    EditionWords & {
      slug: string;
      starts_on: string;
      ends_on: string;
      time_zone: string;
      languages: string[];
      state: 'draft' | 'published' | 'ended';
      contact: string | null;
      version: number;
    }
  >(
    `select slug, title, lead, about, starts_on, ends_on, time_zone, languages, state, contact, version
     from exchange.edition where id = $1`,
    [edition],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const hosts = await client.query<{
    id: string;
    institution_id: string;
    name: Wording;
    part: 'host' | 'co_host' | 'partner' | 'supporter';
    logo: boolean;
  }>(
    `select h.id, h.institution_id, i.name, h.part, h.logo is not null as logo
     from exchange.host h join exchange.institution i on i.id = h.institution_id
     where h.edition_id = $1 order by h.standing, h.id limit 50`,
    [edition],
  );
  const institutions = await client.query<{ id: string; name: Wording }>(
    'select id, name from exchange.institution order by slug limit 300',
  );
  const source = row.title.source;
  const waiting = await client.query<{ field: 'title' | 'lead' | 'about'; text: string }>(
    `select field, text from exchange.wording_change
     where noun = 'edition' and row_id = $1 and lang = $2 and state = 'waiting' order by at, id`,
    [edition, source],
  );
  const text = (words: Wording | null) =>
    words === null
      ? null
      : (words.versions[source]?.text ?? words.versions[words.source]?.text ?? null);
  return {
    ...row,
    ...{ source, title: text(row.title) ?? '', lead: text(row.lead), about: text(row.about) },
    waits: waiting.rows,
    hosts: hosts.rows.map((one) => ({ ...one, name: toldOf(one.name) })),
    institutions: institutions.rows.map((one) => ({ ...one, name: toldOf(one.name) })),
  };
}
