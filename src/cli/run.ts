import { readConfig } from '#server/config.ts';
import { AskedForHelp, type Command, WrongUsage } from './command.ts';
import { withOwnSecret } from './own-secret.ts';

// Each command is a file of its own, loaded when it is called.
const COMMANDS: Readonly<Record<string, { about: string; load: () => Promise<Command> }>> = {
  migrate: {
    about: 'bring the database to this version',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  seed: {
    about: 'load the demo world into an empty database; trial mode only',
    load: async () => (await import('./seed.ts')).seedCommand,
  },
  verify: {
    about: 'check every hash and rebuild every list; names what differs',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  export: {
    about: 'one person’s own file, the numbers, or the programme model',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  import: {
    about: 'an arrival list: check it with --dry-run, or bring it in',
    load: async () => (await import('./import.ts')).importCommand,
  },
  user: {
    about: 'accounts: add, list, disable, enable, invite, reset',
    load: async () => (await import('./user.ts')).userCommand,
  },
  match: {
    about: 'who gets which scarce seat, and why: a round in a file',
    load: async () => (await import('./match.ts')).matchCommand,
  },
  assign: {
    about: 'who takes on what at the least cost, within what each can carry',
    load: async () => (await import('./assign.ts')).assignCommand,
  },
  occupation: {
    about: 'occupations by free words in English, Russian or Uzbek',
    load: async () => (await import('./occupation.ts')).occupationCommand,
  },
};

/** Where the command line writes: results, and what goes on. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

/** `homeward <command> …` under these variables; answers with the exit code. */
export async function runCommand(
  [name, ...rest]: readonly string[],
  environment: NodeJS.ProcessEnv,
  { out, err }: Streams,
): Promise<number> {
  const say = (text: string) => err(`homeward: ${text}\n`);
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined) {
    const help = name === undefined || ['help', '--help', 'start'].includes(name);
    if (!help) say(`there is no command ${name}`);
    say(usage());
    return help ? 0 : 2;
  }
  const { config, problems } = readConfig(withOwnSecret(environment));
  if (config === undefined) {
    for (const problem of problems) say(problem);
    return 2;
  }
  const json = rest.includes('--json');
  const args = rest.filter((argument) => argument !== '--json');
  try {
    return await (await command.load())(args, config, {
      json,
      result: (value, text) => out(json ? `${JSON.stringify(value)}\n` : `${text}\n`),
      note: say,
    });
  } catch (problem) {
    if (problem instanceof AskedForHelp) {
      out(`${problem.message}\n`);
      return 0;
    }
    say((problem as Error).message);
    return problem instanceof WrongUsage ? 2 : 1;
  }
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { about }]) => `  ${name.padEnd(10)} ${about}`,
  );
  return [
    'npm run homeward -- <command> [--json]',
    '  start      serve until Ctrl-C',
    ...lines,
  ].join('\n');
}
