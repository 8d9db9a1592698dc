import type { ListDelimiter } from './read-list.ts';

const DELIMITERS: readonly ListDelimiter[] = [';', ',', '\t'];
const LINES = 50;

/**
 * The separator that cuts the first lines into the same number of cells most often, quoted text left
 * out. `;` wins a tie, as spreadsheet programs with Russian or Uzbek settings write it. A list of one
 * column gets `,`, which then cuts nothing.
 */
export function detectDelimiter(head: string): ListDelimiter {
  let best: { delimiter: ListDelimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(cellsPerLine(head, delimiter));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Share of lines that have the commonest number of cells, a little more for more cells; 0 for one cell. */
function evenness(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, lines] of times) {
    if (count > 1) best = Math.max(best, lines / counts.length + Math.min(count, 30) / 100);
  }
  return best;
}

function cellsPerLine(head: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let anything = false;
  for (const sign of head) {
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === delimiter) cells += 1;
    else if (sign === '\n') {
      if (anything || cells > 1) counts.push(cells);
      if (counts.length === LINES) return counts;
      cells = 1;
      anything = false;
      continue;
    }
    anything ||= sign !== '\r';
  }
  // The last line may be cut off in its middle: it counts only when it is all there is.
  return counts.length === 0 ? [cells] : counts;
}
