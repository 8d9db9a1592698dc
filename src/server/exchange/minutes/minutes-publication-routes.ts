import { z } from 'zod';
import {
  linesThatName,
  type MinutesPublication,
  minutesPublication,
} from '#domain/exchange/minutes/published-minutes.ts';
import { minutesArePublic } from '#domain/exchange/recommendation/minutes.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { askToPublish } from '../publication/ask-to-publish.ts';
import { presentAt, type SessionOfMinutes, sessionOf } from '../recommendation/minutes-routes.ts';
import { chairs } from '../recommendation/recommendation-whole.ts';
import { textsOfMinutes } from './minutes-publishing.ts';
import { minutesNow } from './minutes-rows.ts';

const params = z.object({ id });
const gone: Problem = { code: 'gone' };

/** The way of minutes to everybody: asked for by whoever keeps them, let out by a second editor. */
export function addMinutesPublicationRoutes(app: ServerApp, deps: ExchangeDeps): void {
  const path = '/api/exchange/sessions/:id/minutes/publication';
  const response = { 200: minutesPublication };

  app.get(path, { schema: { params, response } }, async (request, reply) => {
    const found = await deps.exchange.as(request.participant.id, async (taking) => {
      const session = await sessionOf(taking, request.params.id);
      return session && publicationOf(taking, session);
    });
    return found ?? sendProblem(reply, gone);
  });

  app.post(path, { schema: { params, response } }, async (request, reply) => {
    const answer = await deps.exchange.as(
      request.participant.id,
      async (taking): Promise<MinutesPublication | Problem> => {
        const session = await sessionOf(taking, request.params.id);
        if (session === null) return gone;
        if (!chairs(taking, session.edition_id)) return { code: 'not_allowed' };
        if (!minutesArePublic(session.rule)) return { code: 'minutes_kept_in' };
        const copy = await minutesNow(taking, session);
        if (copy.lines.length === 0) return { code: 'minutes_empty' };
        const named = linesThatName(copy.lines, session.rule, await presentAt(taking, session));
        if (named.length > 0)
          return {
            code: 'line_names_somebody',
            fields: named
              .slice(0, 50)
              .map((number) => ({ path: `lines.${number}`, code: 'line_names_somebody' })),
          };
        const version = await nextVersion(taking, session.id);
        const asked = await askToPublish(taking, deps, {
          ...{ kind: 'minutes', id: session.id, version },
          title: inLanguage(session.title, session.title.source).text,
          texts: textsOfMinutes(copy),
        });
        if ('code' in asked) return asked;
        await taking.client.query(
          `insert into exchange.minutes (session_id, edition_id, asked, version) values ($1, $2, $3, $4)
           on conflict (session_id) do update set asked = excluded.asked, version = excluded.version`,
          [session.id, session.edition_id, JSON.stringify({ ...copy, version }), version],
        );
        await writeLog(deps, taking, 'publication_asked', ['minutes', session.id]);
        return publicationOf(taking, session);
      },
    );
    return 'code' in answer ? sendProblem(reply, answer) : answer;
  });
}

async function nextVersion({ client }: Taking, session: string): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    'select version from exchange.minutes where session_id = $1 for update',
    [session],
  );
  return (rows[0]?.version ?? 0) + 1;
}

async function publicationOf(
  taking: Taking,
  session: SessionOfMinutes,
): Promise<MinutesPublication> {
  const { rows } = await taking.client.query<{
    state: MinutesPublication['state'] | null;
    reason: string | null;
    out: boolean;
    slug: string;
  }>(
    `select p.state, p.reason, e.slug, exists (select from exchange.minutes m where m.session_id = $1
         and m.published is not null and exchange.public_version('minutes', $1) is not null) as out
     from exchange.edition e left join lateral (select state, reason from exchange.publication
         where subject_kind = 'minutes' and subject_id = $1 order by asked_at desc, id desc limit 1) p on true
     where e.id = $2`,
    [session.id, session.edition_id],
  );
  const [row] = rows;
  const out = row?.out === true && minutesArePublic(session.rule);
  // What a stricter rule took back stands as if nobody had asked.
  const state = row?.state === 'published' && !out ? 'draft' : (row?.state ?? 'draft');
  return {
    state,
    sent_back: state === 'returned' ? (row?.reason ?? null) : null,
    kept_in: !minutesArePublic(session.rule),
    path: out && row !== undefined ? `/${row.slug}/minutes/${session.id}` : null,
    may_ask:
      chairs(taking, session.edition_id) && minutesArePublic(session.rule) && state !== 'waiting',
  };
}
