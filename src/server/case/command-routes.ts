import { z } from 'zod';
import { answeredCommands, saidCommands } from '#domain/case/said.ts';
import { isOutingKind } from '#domain/duty/outing.ts';
import { id } from '#domain/id.ts';
import { isRegisterKind } from '#domain/people/register.ts';
import type { Database } from '../database.ts';
import type { Deps } from '../deps.ts';
import { sayOuting } from '../duty/outing.ts';
import { type Answer, say } from '../journal.ts';
import { sayRegister } from '../people/register.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';

const headers = z.object({ 'x-homeward-device': id.optional() });

/** The one door for commands: a device's outbox and a screen on the line use the same. */
export function addCommandRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/commands',
    { schema: { headers, body: saidCommands, response: { 200: answeredCommands } } },
    async (request, reply) => {
      const device = request.headers['x-homeward-device'];
      // What a device said is kept with its name: nobody says it in the name of a device that is not theirs.
      if (device !== undefined && request.device?.account_id !== request.actor.id) {
        return sendProblem(reply, { code: 'device_unknown' });
      }
      const answers: Answer[] = [];
      // In order, each in its own transaction: a later command may build on an earlier one.
      for (const command of request.body.commands) {
        const said = {
          actor: request.actor,
          device_id: device ?? null,
          now: deps.clock(),
        };
        answers.push(await sayAny(deps.database, command, said));
      }
      return device === undefined
        ? { answers }
        : { answers, written_below: await writtenBelow(deps.database) };
    },
  );
}

/**
 * The number below which all lies that is written by now: a pull has brought these commands once it knows
 * everything below it. Numbers are those of transactions; a long one holds back what every pull brings.
 */
async function writtenBelow(database: Database): Promise<string> {
  const [row] = await database.once<{ next: string }>({
    name: 'written_below',
    text: 'select pg_snapshot_xmax(pg_current_snapshot())::text as next',
    values: [],
  });
  return row?.next ?? '0';
}

type AnyCommand = z.infer<typeof saidCommands>['commands'][number];

/** By its kind: a command about people, households and returns, about an outing of one's own, or about a case. */
function sayAny(database: Database, command: AnyCommand, said: Parameters<typeof say>[2]) {
  const { case_id, ...rest } = command;
  if (isRegisterKind(command.kind)) return sayRegister(database, rest, said);
  if (isOutingKind(command.kind)) return sayOuting(database, rest, said);
  if (case_id !== undefined) return say(database, { ...rest, case_id }, said);
  const fields = [{ path: 'body.case_id', code: 'required' }];
  const problem = { code: 'invalid_input', fields } as const;
  return Promise.resolve({ command_id: command.id, answer: 'refused' as const, problem });
}
