import { startOfDay } from '#domain/case/calendar.ts';
import type { CommandBodies, CommandName } from '#domain/case/nouns.ts';
import { factId } from '#domain/id.ts';
import type { RegisterBodies, RegisterName } from '#domain/people/register.ts';
import type { Day } from '#domain/time.ts';
import { dayAt } from '#domain/zone.ts';
import type { Database } from '../../database.ts';
import { type Answer, say } from '../../journal.ts';
import { sayRegister } from '../../people/register.ts';
import { DEMO_PEOPLE, type DemoName } from '../accounts.ts';
import { fixedId } from '../fixed-id.ts';

/** Days before the day on which the demo world is made, with or without a time; negative = ahead. */
export type When = number | readonly [days: number, clock: string];

const TIME_ZONE = 'Asia/Tashkent';
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The file of one person of the demo world: whose it is, and what its people say about it. */
export interface Told {
  readonly person: string;
  readonly case: string;
  /** What is said under a name of its own, beside what another telling said of the same file. */
  readonly thread?: string;
}

/** Tells the files of the demo world through the one command path, as its people would have. */
export interface Telling {
  /** The same id for the same name in every demo world. */
  id(name: string): string;
  day(daysAgo: number): Day;
  moment(when: When): Date;
  /** Says something about people. Throws where the rules do not take it: a mistake in the story. */
  register(by: DemoName, when: When, body: RegisterBodies['register_person']): Promise<void>;
  /** The same about people who are there already; `about` = whose thread of time it stands in. */
  people<K extends RegisterName>(
    by: DemoName,
    when: When,
    about: string,
    kind: K,
    body: RegisterBodies[K],
  ): Promise<void>;
  /** Says a command about a file; answers with the id of its first fact, which a later one may have seen. */
  say<K extends CommandName>(
    file: Told,
    by: DemoName,
    when: When,
    kind: K,
    body: CommandBodies[K],
    seen?: Record<string, string>,
  ): Promise<string>;
}

/** A telling in which `now` is the moment at which the demo world begins. */
export function telling(database: Database, now: Date): Telling {
  const today = dayAt(now, TIME_ZONE);
  const spoken = new Map<string, number>();
  const day = (daysAgo: number): Day =>
    new Date(Date.parse(today) - daysAgo * DAY).toISOString().slice(0, 10);
  const moment = (when: When): Date => {
    const [days, clock] = typeof when === 'number' ? ([when, '10:00'] as const) : when;
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    const begins = Date.parse(startOfDay(day(days), TIME_ZONE));
    return new Date(begins + (hours * 60 + minutes) * MINUTE);
  };
  /** What is said of one thing comes a few minutes after what was said before, and never after now. */
  const next = (about: string, when: When) => {
    const count = spoken.get(`${about}:count`) ?? 0;
    const before = spoken.get(`${about}:at`) ?? 0;
    if (before > moment(when).getTime() + DAY) throw new Error(`out of order: ${about} ${when}`);
    const at = Math.min(Math.max(moment(when).getTime(), before + 4 * MINUTE), now.getTime());
    spoken.set(`${about}:count`, count + 1);
    spoken.set(`${about}:at`, at);
    return { id: fixedId(`story:${about}:${count}`), at: new Date(at) };
  };
  return {
    id: (name) => fixedId(`story:${name}`),
    day,
    moment,
    async register(by, when, body) {
      const { id, at } = next(body.person.id, when);
      const said_at = at.toISOString();
      const envelope = { id, kind: 'register_person', body, said_at };
      demand(await sayRegister(database, envelope, speaker(by, at)), 'register_person', body);
    },
    async people(by, when, about, kind, body) {
      const { id, at } = next(about, when);
      const envelope = { id, kind, body, said_at: at.toISOString() };
      demand(await sayRegister(database, envelope, speaker(by, at)), kind, body);
    },
    async say(file, by, when, kind, body, seen) {
      const { id, at } = next(file.thread ?? file.case, when);
      const said_at = at.toISOString();
      const command = { id, case_id: file.case, kind, body, said_at };
      const envelope = seen === undefined ? command : { ...command, seen };
      demand(await say(database, envelope, speaker(by, at)), kind, body);
      return factId(id, 0);
    },
  };
}

function speaker(by: DemoName, now: Date) {
  return { actor: { kind: 'account', id: DEMO_PEOPLE[by].id }, device_id: null, now } as const;
}

function demand({ answer, problem }: Answer, kind: string, body: unknown): void {
  if (answer === 'applied' || answer === 'conflict') return;
  throw new Error(
    `demo world: ${kind} ${answer} ${JSON.stringify(problem)} ${JSON.stringify(body)}`,
  );
}
