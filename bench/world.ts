import type pg from 'pg';
import { reachOf } from '#domain/access/reach.ts';
import type { Command, Situation } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/fact.ts';
import { decide, EMPTY } from '#domain/case/file.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { caseNumber, rowOf } from '#domain/case/row.ts';
import type { CaseState } from '#domain/case/state.ts';
import { tasksOf } from '#domain/case/task.ts';
import type { Birth } from '#domain/people/birth.ts';
import { blockingKeys } from '#domain/people/duplicate/blocking.ts';
import { comparable } from '#domain/people/duplicate.ts';
import { type NameParts, nameKeys } from '#domain/people/name.ts';
import { bodyHash, canonical, linkHash } from '#server/case/chain.ts';
import { type MadeName, nameMaker } from './names.ts';

/** Every id of a pattern begins with it; a case made from the pattern has its own number there. */
const MARK = 'feedface';
const NOW = '2026-11-01T08:00:00.000Z';
const SALT = Buffer.alloc(16, 7);
const BATCH = 1000;

export interface Ground {
  readonly model: ProgrammeModel;
  readonly modelId: string;
  readonly placePath: readonly string[];
  readonly supervisorId: string;
}

interface Pattern {
  readonly facts: readonly Fact[];
  readonly text: string;
}

/** What a case is made of, its ids still those of the pattern. */
interface Instance {
  readonly facts: Fact[];
  readonly state: CaseState;
  readonly personId: string;
  readonly row: ReturnType<typeof rowOf>;
  readonly tasks: ReturnType<typeof tasksOf>;
  readonly reach: ReturnType<typeof reachOf>;
}

/** What one made case is called and whom it belongs to. */
export interface Made {
  readonly case_id: string;
  readonly person_id: string;
  readonly worker_id: string;
  readonly name: MadeName;
}

/**
 * Fills the database with `count` cases, mean 8 facts, every hundredth with 50, spread over the workers.
 * Patterns are decided by the real rules; the cases made from them carry real hash chains. Nobody can be
 * searched for by name in a world that is `unsearched`: what only a search reads is left out.
 */
export async function fillWorld(
  owner: pg.ClientBase,
  ground: Ground,
  workers: readonly string[],
  count: number,
  { unsearched = false }: { unsearched?: boolean } = {},
): Promise<Made[]> {
  const short = workers.map((worker) => [6, 8, 10].map((size) => pattern(ground, worker, size)));
  const long = workers.map((worker) => pattern(ground, worker, 50));
  const made: Made[] = [];
  const nextName = nameMaker();
  for (let start = 0; start < count; start += BATCH) {
    const rows = [];
    for (let index = start; index < Math.min(start + BATCH, count); index += 1) {
      const worker = index % workers.length;
      // Every worker has some of the long ones, whatever the number of workers.
      const round = Math.floor(index / workers.length);
      const isLong = (worker + round) % 100 === 0;
      const chosen = isLong ? long[worker] : short[worker]?.[round % 3];
      if (chosen === undefined) throw new Error('no pattern');
      const name = nextName();
      const row = instance(chosen, index, name.stored, unsearched);
      rows.push(row);
      made.push({
        case_id: row.state.opening.case_id ?? '',
        person_id: row.person.id,
        worker_id: workers[worker] ?? '',
        name,
      });
    }
    await insert(owner, rows);
  }
  await owner.query('analyze');
  return made;
}

function pattern(ground: Ground, worker: string, facts: number): Pattern {
  let serial = 0;
  const id = () => {
    serial += 65_536;
    return `${MARK}-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;
  };
  const caseId = id();
  const personId = id();
  const situation: Situation = {
    now: NOW,
    today: NOW.slice(0, 10),
    actor: { kind: 'account', id: worker },
    role: 'caseworker',
    organisation_id: null,
    model: ground.model,
    person: {
      id: personId,
      has_name: true,
      birth: { date: '1990-01-01', precision: 'year', estimated: false },
      languages: ['uz'],
      guardian_ids: [],
    },
    place_path: ground.placePath,
  };
  let state: CaseState = EMPTY;
  const said: Fact[] = [];
  const say = (kind: string, body: unknown, by: Partial<Situation> = {}) => {
    const command: Command = { id: id(), case_id: caseId, kind, body, said_at: NOW };
    const outcome = decide(state, command, { ...situation, ...by });
    if (!('facts' in outcome)) throw new Error(`${kind}: ${JSON.stringify(outcome.problem)}`);
    state = outcome.state;
    said.push(...outcome.facts);
  };
  say('open_case', {
    person_id: personId,
    place_id: ground.placePath[0],
    model_id: ground.modelId,
    origin: 'arrival_list',
    safety_asked: true,
  });
  say(
    'assign_worker',
    { account_id: worker },
    { role: 'supervisor', actor: { kind: 'account', id: ground.supervisorId } },
  );
  say('record_consent', {
    consent_id: id(),
    decision: 'given',
    purposes: [ground.model.consent_purposes[0]?.code],
    recipient_ids: [],
    withhold: [],
    said_by: { person_id: personId, as: 'self' },
    expression: 'signed',
    language: 'uz',
    notice_version: '1',
  });
  while (said.length < facts) {
    const words = 'We spoke about school and the papers that are still missing.';
    if (said.length % 3 === 0)
      say('identify_need', { need_id: id(), domain: 'papers', urgent: false, words });
    else
      say('record_visit', {
        visit_id: id(),
        kind: 'home_visit',
        on: '2026-10-30',
        met: true,
        words,
        compartment: 'general',
        next_on: '2026-12-01',
      });
  }
  const lists = { row: rowOf(state), tasks: tasksOf(state, ground.model), reach: reachOf(state) };
  return { facts: said, text: JSON.stringify({ facts: said, state, personId, ...lists }) };
}

function instance(from: Pattern, index: number, name: NameParts, unsearched: boolean) {
  const mark = (0x01a00000 + index).toString(16).padStart(8, '0');
  const { facts, state, personId, row, ...lists } = JSON.parse(
    from.text.replaceAll(MARK, mark),
  ) as Instance;
  let previous: Buffer = Buffer.alloc(0);
  const sealed = facts.map((fact, at) => {
    const body = canonical(fact.body);
    const hashOfBody = bodyHash(SALT, body);
    const position = at + 1;
    const hash = linkHash({ fact, position, device_id: null }, hashOfBody, previous);
    const link = {
      ...fact,
      actor_id: fact.actor.id,
      position,
      body,
      body_hash: hashOfBody.toString('hex'),
      previous_hash: previous.toString('hex'),
      hash: hash.toString('hex'),
    };
    previous = hash;
    return link;
  });
  const birth = { date: birthDate(index), precision: 'day', estimated: false } as const;
  return {
    facts: sealed,
    state,
    hash: previous.toString('hex'),
    row: { ...row, number: caseNumber(state.opening.case_id ?? '') },
    ...lists,
    person: {
      id: personId,
      name,
      birth: birth.date,
      ...(unsearched ? { blocks: [] } : searchable(name, birth)),
    },
  };
}

function searchable(name: NameParts, birth: Birth) {
  const { folded, tokens, phonetic } = nameKeys(name);
  const blocks = blockingKeys(comparable({ names: [name], sex: 'female', birth }));
  return { folded, tokens, phonetic, blocks };
}

function birthDate(index: number): string {
  const day = new Date(Date.UTC(1945, 0, 1 + ((index * 7_919) % 27_000)));
  return day.toISOString().slice(0, 10);
}

async function insert(
  owner: pg.ClientBase,
  rows: readonly ReturnType<typeof instance>[],
): Promise<void> {
  // Each statement is sent what it writes: PostgreSQL reads the whole text of every value.
  const of = (part: (row: ReturnType<typeof instance>) => object) => JSON.stringify(rows.map(part));
  const people = of(({ person }) => ({ person }));
  const facts = rows.flatMap((row) => row.facts);
  await owner.query('begin');
  for (const [text, values] of [
    [PEOPLE, people],
    ...(rows.some(({ person }) => person.blocks.length > 0)
      ? ([
          [NAME_KEYS, people],
          [BLOCKS, people],
        ] as const)
      : []),
    [
      HEADS,
      of(({ row: { id }, person, facts: { length }, hash, state }) => ({
        ...{ row: { id }, person: { id: person.id }, position: length, hash, state },
      })),
    ],
    [FACTS, JSON.stringify(facts.map(({ body: _body, actor: _actor, ...fact }) => fact))],
    [
      BODIES,
      JSON.stringify(
        facts.map(({ id, case_id, compartment, body }) => ({ id, case_id, compartment, body })),
      ),
    ],
    [FILES, of(({ row }) => ({ row }))],
    [
      REACH,
      of(({ row: { id }, person, reach }) => ({ row: { id }, person: { id: person.id }, reach })),
    ],
    [
      TASKS,
      of(({ row: { id }, person, tasks }) => ({ row: { id }, person: { id: person.id }, tasks })),
    ],
  ] as const) {
    await owner.query(text, [values]);
  }
  await owner.query('commit');
}

const PEOPLE = `insert into person (id, name, sex, languages, kind, created_by, created_at, birth_date, birth_precision)
  select (r->'person'->>'id')::uuid, r->'person'->'name', 'female', '{uz}', 'participant',
    (r->'person'->>'id')::uuid, now(), (r->'person'->>'birth')::date, 'day' from jsonb_array_elements($1::jsonb) r`;
const NAME_KEYS = `insert into person_name_key (person_id, position, folded, tokens, phonetic)
  select (r->'person'->>'id')::uuid, 0, r->'person'->>'folded',
    array(select jsonb_array_elements_text(r->'person'->'tokens')),
    array(select jsonb_array_elements_text(r->'person'->'phonetic')) from jsonb_array_elements($1::jsonb) r`;
const BLOCKS = `insert into person_block (person_id, key)
  select (r->'person'->>'id')::uuid, jsonb_array_elements_text(r->'person'->'blocks')
  from jsonb_array_elements($1::jsonb) r`;
const HEADS = `insert into case_head (case_id, person_id, position, hash, state)
  select (r->'row'->>'id')::uuid, (r->'person'->>'id')::uuid, (r->>'position')::int,
    decode(r->>'hash', 'hex'), r->'state' from jsonb_array_elements($1::jsonb) r`;
const FACTS = `insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id,
    role, said_at, recorded_at, body_hash, previous_hash, hash)
  select id, case_id, position, kind, version, compartment, 'account', actor_id, role, said_at, recorded_at,
    decode(body_hash, 'hex'), decode(previous_hash, 'hex'), decode(hash, 'hex')
  from jsonb_to_recordset($1::jsonb) as f(id uuid, case_id uuid, position int, kind text, version smallint,
    compartment text, actor_id uuid, role text, said_at timestamptz, recorded_at timestamptz,
    body_hash text, previous_hash text, hash text)`;
const BODIES = `insert into fact_body (fact_id, case_id, compartment, body, salt)
  select id, case_id, compartment, body, decode('${SALT.toString('hex')}', 'hex')
  from jsonb_to_recordset($1::jsonb) as f(id uuid, case_id uuid, compartment text, body text)`;
const FILES = `insert into case_file (id, number, person_id, model_id, place_id, place_path, stage, stage_since,
    worker_id, open_needs, urgent_needs, last_met_on, next_on, conflicts, opened_at, closed_at)
  select f.* from jsonb_array_elements($1::jsonb) r, jsonb_to_record(r->'row') as f(id uuid, number text,
    person_id uuid, model_id uuid, place_id uuid, place_path uuid[], stage text, stage_since timestamptz,
    worker_id uuid, open_needs int, urgent_needs int, last_met_on date, next_on date, conflicts int,
    opened_at timestamptz, closed_at timestamptz)`;
const REACH = `insert into case_reach (case_id, person_id, key, compartment)
  select distinct (r->'row'->>'id')::uuid, (r->'person'->>'id')::uuid, x->>'key', x->>'compartment'
  from jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'reach') x`;
const TASKS = `insert into task (case_id, person_id, kind, ref, account_id, due_at, details)
  select (r->'row'->>'id')::uuid, (r->'person'->>'id')::uuid, x->>'kind', x->>'ref',
    (x->>'account_id')::uuid, (x->>'due_at')::timestamptz, x->'details'
  from jsonb_array_elements($1::jsonb) r, jsonb_array_elements(r->'tasks') x`;
