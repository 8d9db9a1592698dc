import { allocate, type RoundResult, type WishAnswer } from '#domain/match/allocate.ts';
import { isPublished, readPublished } from '#domain/match/published.ts';
import { readRound } from '#domain/match/round.ts';
import { type Command, helpFirst, WrongUsage } from './command.ts';
import { faultsOf, parseJson, readText } from './read-json.ts';

const USAGE = `homeward match FILE [--json]
FILE is one round of allocation in JSON (docs/allocation.md), a published instance of hospital-residents or
student-project-allocation, or a list of these; - reads what is piped in.`;

const FAULTS = {
  course_closed: 'this course takes nobody now',
  course_twice: 'this course stands here twice',
  course_unknown: 'there is no such course',
  order_is_of_provider: 'the order is said once for the provider, not for its course',
  person_twice: 'this person stands here twice',
  person_unknown: 'there is no such person',
  priority_twice: 'this priority stands here twice',
  provider_twice: 'this provider stands here twice',
  provider_unknown: 'there is no such provider',
  wish_twice: 'this wish stands here twice',
};

/** `homeward match FILE`: who gets which seat and why, without a database; exit code 1 on a faulty file. */
export const matchCommand: Command = async (args, _config, output) => {
  helpFirst(args, USAGE);
  const [path, ...more] = args;
  if (path === undefined || more.length > 0 || /^-./.test(path)) throw new WrongUsage(USAGE);
  const input = parseJson(path, await readText(path));
  if (!Array.isArray(input)) {
    const { value, text } = matched(path, input, 'file');
    output.result(value, text);
    return 0;
  }
  // Every one is read and run before the first is shown: a fault in the last leaves nothing half-said.
  const all = input.map((one, at) => matched(path, one, `file.${at}`));
  output.result(
    all.map(({ value }) => value),
    all.map(({ text }, at) => `[${at}]\n${text}`).join('\n\n'),
  );
  return 0;
};

function matched(path: string, input: unknown, root: string) {
  if (isPublished(input)) {
    const read = readPublished(input, root);
    if ('problems' in read) throw faultsOf(path, read.problems, FAULTS);
    const matching = read.matching(allocate(read.round));
    return { value: matching, text: JSON.stringify(matching) };
  }
  const read = readRound(input, root);
  if ('problems' in read) throw faultsOf(path, read.problems, FAULTS);
  const result = allocate(read.round);
  return { value: result, text: inWords(result) };
}

function inWords(result: RoundResult): string {
  const people = result.people.map(({ id, course, wishes }) =>
    [
      `${id}: ${course ?? 'no seat'}`,
      ...wishes.map((wish, at) => `  ${at + 1}. ${wish.course}: ${because(wish)}`),
    ].join('\n'),
  );
  const courses = result.courses.map(
    ({ id, seats, seated, waiting }) =>
      `${id}: ${seated.length} of ${seats} seats taken, ${waiting.length} waiting`,
  );
  return [...people, '', ...courses].join('\n');
}

const DECIDED = {
  urgent: 'those who got one have a more urgent need',
  waited_days: 'those who got one have waited longer',
  lot: 'the lot decided between equals',
  order: 'the course’s own order decided',
};

function because(wish: WishAnswer): string {
  switch (wish.answer) {
    case 'seat':
      return 'a seat';
    case 'not_needed':
      return 'not needed, a dearer wish came true';
    case 'not_in_order':
      return 'the course takes only whom its own order names';
    case 'no_seats':
      return 'there are no seats';
    case 'full':
      return `all ${wish.seats} seats are taken: ${DECIDED[wish.decided_by]}`;
    case 'provider_full':
      return `all ${wish.seats} places of the provider are taken: ${DECIDED[wish.decided_by]}`;
  }
}
