import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { FieldProblem } from '#domain/problem.ts';
import { WrongUsage } from './command.ts';

/** So large a file is no round and no plan: it is somebody's mistake. */
const LARGEST = 64 * 1024 * 1024;
/** Further mistakes are counted, not listed. */
const MOST_SHOWN = 20;

/** The text of a file that somebody named, or of what is piped in where it is `-`. */
export async function readText(path: string): Promise<string> {
  const bytes = await (path === '-' ? buffer(process.stdin) : readFile(path)).catch(
    (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'ENOENT' ? 'there is no such file' : (error.code ?? 'cannot be read');
      throw new WrongUsage(`${path}: ${why}`);
    },
  );
  if (bytes.length > LARGEST) throw new Error(`${path}: larger than ${LARGEST / 1024 / 1024} MB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${path}: this is not UTF-8 text`);
  }
}

/** A JSON value; says where it breaks off. */
export function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}: this is not JSON (${(error as Error).message})`);
  }
}

/** What is wrong with a file, one place a line: `round.json: people[3].wishes[1]: there is no course "x"`. */
export function faultsOf(
  path: string,
  problems: readonly FieldProblem[],
  words: Readonly<Record<string, string>>,
): Error {
  const lines = problems.slice(0, MOST_SHOWN).map(({ path: place, code, details }) => {
    const said = details?.said === undefined ? '' : ` (${JSON.stringify(details.said)})`;
    const bound = details?.minimum ?? details?.maximum ?? details?.expected;
    const limit = bound === undefined ? '' : ` (${bound})`;
    return `${path}: ${placeOf(place)}: ${words[code] ?? WORDS[code] ?? code}${said}${limit}`;
  });
  const more = problems.length - lines.length;
  return new Error([...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n'));
}

const WORDS: Readonly<Record<string, string>> = {
  not_one_of: 'is none of the words that are possible here',
  required: 'is missing',
  too_large: 'is larger than is possible',
  too_long: 'is longer than is possible',
  too_short: 'is shorter than is possible',
  too_small: 'is smaller than is possible',
  unknown_field: 'is not asked for here',
  unstorable_text: 'is text that cannot be stored',
  wrong_format: 'is not of the right form',
  wrong_type: 'is of the wrong kind',
};

/** `file.people.3.wishes.1` → `people[3].wishes[1]`. */
function placeOf(path: string): string {
  const inside = path.split('.').slice(1);
  const text = inside.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}
