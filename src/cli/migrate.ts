import { type Command, helpFirst, WrongUsage } from './command.ts';
import { openGround } from './ground.ts';

const USAGE = `homeward migrate [--json]
Applies what this version brings to the database.`;

/** `homeward migrate`: applies what this version brings. The demo world loads into an empty trial. */
export const migrateCommand: Command = async (args, config, output) => {
  helpFirst(args, USAGE);
  if (args.length > 0) throw new WrongUsage(USAGE);
  const applied: string[] = [];
  const ground = await openGround(config, (text) => {
    const name = /^applied migration (.+)$/.exec(text)?.[1];
    if (name !== undefined) applied.push(name);
    output.note(text);
  });
  try {
    const text = applied.length === 0 ? 'nothing to apply' : `applied ${applied.length}`;
    output.result({ applied, seeded: ground.seeded }, text);
    return 0;
  } finally {
    await ground.close();
  }
};
