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
