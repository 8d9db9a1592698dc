import { z } from 'zod';
import { answeredCommands, saidCommands } from '#domain/case/said.ts';
import { id } from '#domain/id.ts';
import type { Deps } from '../deps.ts';
import { type Answer, say } from '../journal.ts';
import type { ServerApp } from '../server-app.ts';

const headers = z.object({ 'x-homeward-device': id.optional() });

/** The one door for commands: a device's outbox and a screen on the line use the same. */
export function addCommandRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/commands',
    { schema: { headers, body: saidCommands, response: { 200: answeredCommands } } },
    async (request) => {
      const answers: Answer[] = [];
      // In order, each in its own transaction: a later command may build on an earlier one.
      for (const command of request.body.commands) {
        answers.push(
          await say(deps.database, command, {
            actor: request.actor,
            device_id: request.headers['x-homeward-device'] ?? null,
            now: deps.clock(),
          }),
        );
      }
      return { answers };
    },
  );
}
