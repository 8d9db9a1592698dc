import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FoundInFile, foundInFile } from '#domain/exchange/schedule/found-in-file.ts';
import {
  type ImportPlan,
  planImport,
  type RoomChoice,
} from '#domain/exchange/schedule/import-plan.ts';
import { readScheduleJson } from '#domain/exchange/schedule/read-json.ts';
import {
  REMARKS,
  type ReadSchedule,
  type Unreadable,
} from '#domain/exchange/schedule/read-schedule.ts';
import { readScheduleXml } from '#domain/exchange/schedule/read-xml.ts';
import { languageTag } from '#domain/exchange/wording.ts';
import { id } from '#domain/id.ts';
import type { Problem } from '#domain/problem.ts';
import { sendProblem } from '../../problem-reply.ts';
import type { ServerApp } from '../../server-app.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { bringIn, existingOf } from './bring-in.ts';
import { lookAtFile } from './look-at-file.ts';
import { findEdition, MOST_SESSIONS_OF_EDITION } from './schedule-rows.ts';
import { parseXml } from './xml.ts';

const MOST_BYTES = 3_000_000;
const TOLD = 200;

const report = z.object({
  done: z.boolean(),
  title: z.string(),
  rooms: z.array(z.string()),
  tracks: z.array(z.string()),
  sessions: z.int(),
  /** Sessions without a room, for which something is to be chosen. */
  without_room: z.int(),
  placed: z.int(),
  known: z.int(),
  remarks: z.array(
    z.object({
      ...{ remark: z.enum(REMARKS), row: z.int(), line: z.int().nullable(), title: z.string() },
    }),
  ),
  remarks_in_all: z.int(),
  /** Words that may point to somebody, in what comes in. */
  found: z.array(foundInFile),
  found_in_all: z.int(),
});

/** A schedule of another system: a dry run says what would come in and what is missing; the import does just that. */
export function addImportRoutes(app: ServerApp, deps: ExchangeDeps): void {
  app.post(
    '/api/exchange/editions/:edition/schedule/import',
    {
      schema: {
        consumes: ['multipart/form-data'],
        params: z.object({ edition: z.string().max(80) }),
        querystring: z.strictObject({
          dry: z.enum(['yes', 'no']),
          /** The language that the texts of the file are in, where a session does not say its own. */
          lang: languageTag,
          /** What becomes of sessions without a room: asked for before anything is brought in. */
          no_room: z.union([z.enum(['leave', 'skip']), id]).optional(),
          new_rooms: z.enum(['make', 'leave']).default('make'),
        }),
        response: { 200: report },
      },
    },
    async (request, reply) => {
      const { dry, lang, no_room, new_rooms } = request.query;
      const { participant } = request;
      const may = await deps.exchange.as(participant.id, async (taking) => {
        const edition = await findEdition(taking, request.params.edition);
        return edition !== undefined && taking.holds(edition.id, 'organiser');
      });
      if (!may) return sendProblem(reply, { code: 'gone' });
      const read = await readFile(request);
      if ('code' in read) return sendProblem(reply, read);
      const found = await lookAtFile(read);
      const done = await deps.exchange.as(participant.id, async (taking) => {
        const edition = await findEdition(taking, request.params.edition);
        if (edition === undefined) return { code: 'gone' } satisfies Problem;
        const { count, ...existing } = await existingOf(taking, edition);
        const choice = choiceOf(no_room, new_rooms);
        if (typeof choice.without === 'object' && !roomOf(existing.roomIds, choice.without.room))
          return wrongRoom;
        const plan = planImport(read, existing, choice);
        if (dry === 'no' && plan.withoutRoom > 0 && no_room === undefined)
          return { code: 'schedule_rooms_missing', details: { count: plan.withoutRoom } } as const;
        if (count + plan.sessions.length > MOST_SESSIONS_OF_EDITION) {
          return { code: 'schedule_too_long' } satisfies Problem;
        }
        if (dry === 'no')
          await bringIn(taking, deps, { edition, plan, lang, by: participant.name });
        return reportOf(read, plan, found, dry === 'no');
      });
      return 'code' in done ? sendProblem(reply, done) : done;
    },
  );
}

const wrongRoom: Problem = {
  code: 'invalid_input',
  fields: [{ path: 'query.no_room', code: 'unknown' }],
};

function choiceOf(noRoom: string | undefined, newRooms: 'make' | 'leave'): RoomChoice {
  const without = noRoom === 'leave' || noRoom === 'skip' ? noRoom : noRoom && { room: noRoom };
  return { without: without || undefined, makeRooms: newRooms === 'make' };
}

function roomOf(rooms: ReadonlyMap<string, string>, wanted: string): boolean {
  return [...rooms.values()].includes(wanted);
}

function reportOf(
  read: ReadSchedule,
  plan: ImportPlan,
  foundInAll: readonly FoundInFile[],
  done: boolean,
): z.infer<typeof report> {
  const rows = new Set(plan.sessions.map(({ row }) => row));
  const found = foundInAll.filter(({ row }) => rows.has(row));
  return {
    ...{ done, title: read.title.slice(0, 200), rooms: [...plan.rooms], tracks: [...plan.tracks] },
    sessions: plan.sessions.length,
    without_room: plan.withoutRoom,
    placed: plan.sessions.filter(({ startsAt, minutes }) => startsAt !== null && minutes !== null)
      .length,
    known: plan.known,
    remarks: plan.remarks.slice(0, TOLD),
    remarks_in_all: plan.remarks.length,
    ...{ found: found.slice(0, TOLD), found_in_all: found.length },
  };
}

async function readFile(request: FastifyRequest): Promise<ReadSchedule | Problem> {
  if (!request.isMultipart()) return { code: 'unsupported_media' };
  const part = await request.file().catch(() => null);
  if (part === null) return { code: 'schedule_not_read', details: { line: 0 } };
  if (part === undefined) return { code: 'file_empty' };
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of part.file as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      // The rest is read and thrown away, so that the answer is heard.
      if (bytes <= MOST_BYTES) pieces.push(piece);
    }
  } catch {
    // The line broke while the file was under way.
    return { code: 'schedule_not_read', details: { line: 0 } };
  }
  if (bytes > MOST_BYTES || part.file.truncated) return { code: 'too_large' };
  if (bytes === 0) return { code: 'file_empty' };
  const text = utf8(Buffer.concat(pieces));
  const read = text === null ? ({ problem: 'schedule_not_read' } as const) : readText(text);
  if (!('problem' in read)) return read;
  return {
    code: read.problem,
    details: { line: 'line' in read && read.line !== undefined ? read.line : 0 },
  };
}

function readText(text: string): ReadSchedule | Unreadable {
  if (text.trimStart().startsWith('<')) {
    const root = parseXml(text);
    return 'problem' in root ? root : readScheduleXml(root);
  }
  try {
    return readScheduleJson(JSON.parse(text));
  } catch {
    return { problem: 'schedule_not_read' };
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
