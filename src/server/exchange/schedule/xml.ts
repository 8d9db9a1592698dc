import { SaxesParser } from 'saxes';
import type { Unreadable } from '#domain/exchange/schedule/read-schedule.ts';
import type { Element } from '#domain/exchange/schedule/read-xml.ts';

const DEEPEST = 20;
const MOST_ELEMENTS = 200_000;

interface Open extends Element {
  text: string;
  readonly inside: Element[];
}

/**
 * The elements of an XML text. A document type is refused before anything of it is read, so no entity is ever
 * expanded and nothing is fetched; depth and number of elements have a limit.
 */
export function parseXml(text: string): Element | Unreadable {
  const parser = new SaxesParser();
  const open: Open[] = [];
  let root: Element | undefined;
  let problem: Unreadable | undefined;
  let count = 0;
  const stop = (found: Unreadable['problem']) => {
    problem ??= { problem: found, line: parser.line };
  };
  parser.on('error', () => stop('schedule_not_read'));
  parser.on('doctype', () => stop('schedule_has_doctype'));
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > MOST_ELEMENTS || open.length >= DEEPEST) return stop('schedule_too_long');
    const element = { name, attributes, line: parser.line, text: '', inside: [] };
    open.at(-1)?.inside.push(element);
    root ??= element;
    open.push(element);
  });
  const add = (piece: string) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  // Piece by piece, so that nothing is read on after the first mistake.
  for (let at = 0; at < text.length && problem === undefined; at += 65_536) {
    parser.write(text.slice(at, at + 65_536));
  }
  if (problem === undefined) parser.close();
  return problem ?? root ?? { problem: 'schedule_not_read', line: 1 };
}
