import type { Config } from '#server/config.ts';

/** Where a command writes: results to `out`, what goes on to `note`, so that a pipe gets results only. */
export interface Output {
  readonly json: boolean;
  /** A result: as JSON under `--json`, else as `text`. */
  result(value: unknown, text: string): void;
  note(text: string): void;
}

/** One command: its own arguments without `--json`; answers with the exit code. */
export type Command = (args: readonly string[], config: Config, output: Output) => Promise<number>;

/** A wrong call; its message is shown with the usage. Exit code 2. */
export class WrongUsage extends Error {}

/** Somebody asked how a command is called; its message is the usage. Exit code 0. */
export class AskedForHelp extends Error {}

/** To be called before a command does anything: `--help` never runs it. */
export function helpFirst(args: readonly string[], usage: string): void {
  if (args.includes('--help')) throw new AskedForHelp(usage);
}
