import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Locale } from '#domain/account/account.ts';
import { icalendar } from '#domain/exchange/schedule/icalendar.ts';
import type { ProgrammeSession } from '#domain/exchange/schedule/programme.ts';
import { scheduleJson } from '#domain/exchange/schedule/write-json.ts';
import { scheduleXml } from '#domain/exchange/schedule/write-xml.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { pageParams, sendNothing } from '../page/page.ts';
import { findReleased } from './released-for.ts';
import type { Released } from './version-rows.ts';

const params = pageParams.extend({ edition: z.string().max(80) });
const open = { config: { public: true } };

/** A released programme as files: for calendars, for other systems, and to read without a connection. */
export function addProgrammeFiles(app: ServerApp, deps: ExchangeDeps): void {
  const base = '/exchange/:lang/:edition/programme';

  app.get(`${base}/calendar.ics`, { schema: { params }, ...open }, async (request, reply) => {
    const { lang, edition } = request.params;
    return await calendar(reply, lang, edition, () => true);
  });

  const ofSession = params.extend({ session: z.string().max(60) });
  app.get(
    `${base}/:session/calendar.ics`,
    { schema: { params: ofSession }, ...open },
    async (request, reply) => {
      const { lang, edition, session } = request.params;
      return await calendar(reply, lang, edition, ({ id }) => id === session);
    },
  );

  const ofSpeaker = params.extend({ participant: z.string().max(60) });
  app.get(
    `${base}/speaker/:participant/calendar.ics`,
    { schema: { params: ofSpeaker }, ...open },
    async (request, reply) => {
      const { lang, edition, participant } = request.params;
      return await calendar(reply, lang, edition, ({ people }) =>
        people.some(({ participantId }) => participantId === participant),
      );
    },
  );

  app.get(`${base}/schedule.xml`, { schema: { params }, ...open }, async (request, reply) => {
    const { lang, edition } = request.params;
    const found = await findReleased(deps, edition);
    if (found === undefined) return sendNothing(reply, lang);
    const type = 'application/xml; charset=utf-8';
    return sendFile(reply, type, scheduleXml(written(lang, edition, found)));
  });

  app.get(`${base}/schedule.json`, { schema: { params }, ...open }, async (request, reply) => {
    const { lang, edition } = request.params;
    const found = await findReleased(deps, edition);
    if (found === undefined) return sendNothing(reply, lang);
    const text = JSON.stringify(scheduleJson(written(lang, edition, found)), null, 1);
    return sendFile(reply, 'application/json; charset=utf-8', text);
  });

  async function calendar(
    reply: FastifyReply,
    lang: Locale,
    edition: string,
    keep: (session: ProgrammeSession) => boolean,
  ) {
    const found = await findReleased(deps, edition);
    const sessions = found?.programme.sessions.filter(keep) ?? [];
    if (found === undefined || sessions.length === 0) return sendNothing(reply, lang);
    const text = icalendar({
      programme: { ...found.programme, sessions },
      language: lang,
      releasedAt: found.released_at.toISOString(),
      version: found.number,
      host: new URL(deps.config.url).hostname,
      pageOf: ({ id }) => `${programmeUrl(lang, edition)}${id}`,
    });
    reply.header('content-disposition', `attachment; filename="${edition}.ics"`);
    return sendFile(reply, 'text/calendar; charset=utf-8', text);
  }

  function programmeUrl(lang: Locale, edition: string): string {
    return `${deps.config.url}/exchange/${lang}/${edition}/programme/`;
  }

  function written(lang: Locale, edition: string, { programme, number }: Released) {
    const address = programmeUrl(lang, edition);
    return {
      ...{ programme, language: lang, version: number, base: address },
      pageOf: ({ id }: ProgrammeSession) => `${address}${id}`,
    };
  }
}

function sendFile(reply: FastifyReply, type: string, content: string | Buffer): FastifyReply {
  return reply.header('content-type', type).header('cache-control', 'no-cache').send(content);
}
