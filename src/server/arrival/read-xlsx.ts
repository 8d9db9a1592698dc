import { type ChildProcess, fork } from 'node:child_process';
import type { Problem } from '#domain/problem.ts';
import type {
  ArrivalFile,
  ListItem,
  OpenedList,
  ReadingChoice,
  ReadingLimits,
} from './read-list.ts';
import { cleanWorkbook } from './xlsx-archive.ts';
import type { ProcessAnswer, ProcessAsked } from './xlsx-process.ts';

/**
 * Reads one sheet of a workbook. The archive is unpacked within limits first (`xlsx-archive.ts`), then
 * read in a process with a heap and a time of its own: a cell that says to be in row 10^12 fills the memory
 * of that one. A thread is not enough: one whose heap overflows in a single piece takes the server with it.
 */
export async function readXlsx(
  file: ArrivalFile,
  choice: ReadingChoice,
  limits: ReadingLimits,
): Promise<OpenedList | { readonly problem: Problem }> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file.open()) {
    bytes += chunk.length;
    if (bytes > limits.workbookBytes) return tooLarge('limit_bytes', limits.workbookBytes);
    parts.push(chunk);
  }
  const clean = cleanWorkbook(Buffer.concat(parts), limits.unpackedBytes);
  if ('problem' in clean) return clean;
  // What its owner sees comes first, and is taken where no sheet was chosen.
  const sheets = clean.sheets.toSorted((one, other) => Number(one.hidden) - Number(other.hidden));
  const names = sheets.map(({ name }) => name);
  const chosen = choice.sheet === undefined ? sheets[0] : sheets[names.indexOf(choice.sheet)];
  if (chosen === undefined)
    return { problem: { code: 'sheet_unknown', details: { sheets: names } } };
  const at = clean.sheets.indexOf(chosen);
  return { format: 'xlsx', sheets: names, rows: rows(clean.archive, at + 1, limits) };
}

async function* rows(
  archive: Buffer,
  sheet: number,
  limits: ReadingLimits,
): AsyncGenerator<ListItem> {
  const reader = fork(new URL('./xlsx-process.ts', import.meta.url), {
    // Nothing of the server goes along but the file.
    env: {},
    execArgv: [`--max-old-space-size=${limits.workbookHeap}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // It ran out of its memory, or ended in another way: both are the file's doing.
  const ended = new Promise<{ problem: Problem }>((resolve) => {
    const over = () => resolve(unreadable('workbook_too_complex'));
    reader.once('error', over).once('exit', over);
  });
  tell(reader, { archive: new Uint8Array(archive), sheet });
  let row = 0;
  try {
    while (true) {
      const answer = await Promise.race([ask(reader, limits.workbookSeconds), ended]);
      if ('problem' in answer) {
        yield answer;
        return;
      }
      for (const { cells, merged } of answer.rows) {
        row += 1;
        if (row > limits.rows + 1) {
          yield tooLarge('limit_rows', limits.rows);
          return;
        }
        if (cells.length > limits.columns) {
          yield tooLarge('limit_columns', limits.columns);
          return;
        }
        yield { row, cells, ...(merged === undefined ? {} : { merged }) };
      }
      if (answer.last) return;
    }
  } finally {
    reader.kill('SIGKILL');
  }
}

/** A process that has ended hears nothing: its end is told by `exit`. */
function tell(reader: ChildProcess, asked: ProcessAsked): void {
  reader.send(asked, () => undefined);
}

type Batch = Extract<ProcessAnswer, { rows: unknown }>;

function ask(reader: ChildProcess, seconds: number): Promise<Batch | { problem: Problem }> {
  const { promise, resolve } = Promise.withResolvers<Batch | { problem: Problem }>();
  const timer = setTimeout(() => resolve(tooLarge('limit_seconds', seconds)), seconds * 1_000);
  timer.unref();
  const onMessage = (answer: ProcessAnswer) =>
    resolve('rows' in answer ? answer : unreadable('not_a_workbook'));
  reader.once('message', onMessage);
  tell(reader, 'next');
  return promise.finally(() => {
    clearTimeout(timer);
    reader.off('message', onMessage);
  });
}

function tooLarge(limit: string, value: number): { problem: Problem } {
  return { problem: { code: 'too_large', details: { [limit]: value } } };
}

function unreadable(reason: string): { problem: Problem } {
  return { problem: { code: 'file_unreadable', details: { reason } } };
}
