import type { FoundOccupation } from '#domain/work/occupation-search.ts';
import { findOccupations } from '#server/work/occupations.ts';
import { type Command, helpFirst, WrongUsage } from './command.ts';

const USAGE = `homeward occupation search "WORDS" [--json]
WORDS are free words in English, Russian or Uzbek: "sewing", "швея", "tikuvchi". The answer has the nearest first.`;
const SHOWN = 10;

/** `homeward occupation search "…"`: occupations of ESCO and unit groups of ISCO-08 that may be meant. */
export const occupationCommand: Command = async (args, _config, output) => {
  helpFirst(args, USAGE);
  const [verb, ...words] = args;
  const query = words.join(' ').trim();
  if (verb !== 'search' || query === '') throw new WrongUsage(USAGE);
  const found = findOccupations(query, SHOWN);
  const lines = found.map(({ occupation: { code, titles }, label }) =>
    [
      code.padEnd(10),
      [titles.en, titles.ru, titles.uz].filter(Boolean).join(' · '),
      `(${label})`,
    ].join(' '),
  );
  output.result({ query, found: found.map(shown) }, lines.join('\n') || 'nothing found');
  return 0;
};

function shown({ occupation, score, label }: FoundOccupation) {
  const { code, unit, esco_id, titles } = occupation;
  const uri = esco_id === null ? `isco/C${code}` : `occupation/${esco_id}`;
  return {
    ...{ code, isco: unit, uri: `http://data.europa.eu/esco/${uri}`, titles, label },
    score: Number(score.toFixed(4)),
  };
}
