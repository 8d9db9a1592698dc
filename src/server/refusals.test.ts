import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACTOR_KINDS, ROLES } from '#domain/access/role.ts';
import { COMMAND_KINDS } from '#domain/case/nouns.ts';
import { recordScreening, recordSession, setNextSession } from '#domain/case/session.ts';
import { MODEL } from '#test/case-file.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';

// The twelve refusals of the field (practice 5.4): none is built, ever. Fields that nobody may fill (also
// of 1, 5 and 9) are in people/forbidden.test.ts; that no role and no route answers a request by an
// authority with data (4) is in case/authority-request.slow.test.ts. Each was seen to fail by a thing
// of its kind: columns risk_level, latitude, auto_closed, a district in the frozen numbers, a library, a
// role, a stage that asks for a change of belief, a right of the exchange on persons, notes of a session.

const database = await testDatabase();
const server = await testServer(database);
const catalogue = database.pool('superuser');
const ROOT = join(import.meta.dirname, '../..');

/** Names of all columns of the programme half. */
const { rows: columns } = await catalogue.query<{ at: string }>(
  `select table_name || '.' || column_name as at from information_schema.columns
   where table_schema in ('public', 'auth')`,
);
// The exchange knows nobody of a programme (exchange/exchange.test.ts): there a rating is one of a session.
const { paths } = (await server.stranger().request('GET', '/api/openapi.json')).json<{
  paths: Record<string, Record<string, unknown>>;
}>();
const described = {
  paths: Object.fromEntries(
    Object.entries(paths).filter(([path]) => !path.startsWith('/api/exchange/')),
  ),
};
const bodies = [...COMMAND_KINDS].map(([kind, { body }]) => ({
  kind,
  keys: keysOf(z.toJSONSchema(body, { unrepresentable: 'any', io: 'input' })),
}));
/** Every name by which anything of a person could be kept, sent or asked. */
const kept = [
  ...columns.map(({ at }) => at),
  ...bodies.flatMap(({ kind, keys }) => [kind, ...keys]),
];
const named = [...kept, ...Object.keys(described.paths), ...keysOf(described)];
/** Codes and words that the programme model puts before people. */
const modelWords = strings({ ...MODEL, word_list: undefined });

const finding = (words: readonly string[], pattern: RegExp) =>
  words.filter((word) => pattern.test(word));

describe('refused, and not there', () => {
  it('1, 3: a score of a person, or the sheets of the instruments that give one', () => {
    const score =
      /(^|[_.])(score|rating|points|severity_index|risk_level|risk_class|traffic_light|trust)([_.]|$)/;
    // How alike two rows of an arrival list are is no score of a person; it is named nowhere else.
    const likeness = Object.entries(described.paths)
      .filter(([, operations]) => finding(keysOf(operations), score).length > 0)
      .map(([path]) => path);
    expect(likeness.filter((path) => !path.startsWith('/api/arrival-lists'))).toEqual([]);
    expect(finding([...kept, ...Object.keys(described.paths)], score)).toEqual([]);
    const instruments = /VERA-?2R|ERG ?22|TRAP-?18|\bIR46\b|radar-itv/i;
    expect(finding(modelWords, instruments)).toEqual([]);
    expect(finding(Object.keys(sources()), instruments)).toEqual([]);
    expect(
      Object.entries(sources()).flatMap(([file, text]) => (instruments.test(text) ? file : [])),
    ).toEqual([]);
  });

  it('2, 5: a library or a service that infers, listens, or finds faces', () => {
    const packages = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    const all = Object.keys(JSON.parse(packages).packages);
    const clever =
      /openai|anthropic|mistral|ollama|llama|langchain|tensorflow|tfjs|onnx|brain|natural|sentiment|face|opencv|huggingface|transformers/;
    expect(finding(all, clever)).toEqual([]);
  });

  it('what a doctor found is kept nowhere, also not where health alone is read', () => {
    const found = /diagnos|(^|[_.])(icd|symptom|finding|prognos|medical_history)/;
    expect(finding(named, found)).toEqual([]);
  });

  it('4: an account for police or security, a copy of everything, an answer in bulk', () => {
    expect(finding(ROLES, /police|secur|prosec|intellig|border/)).toEqual([]);
    expect(finding(ACTOR_KINDS, /shadow|service|authority/)).toEqual([]);
    const bulk = /bulk|dump|export-all|everyone|all-(cases|persons|people)|police|securit/;
    expect(finding(Object.keys(described.paths), bulk)).toEqual([]);
    // Whoever is not signed in reads nothing of the programme: what is public is named here.
    const open = server.routes
      .filter((route) => route.public && route.method === 'GET' && route.url.startsWith('/api'))
      .map((route) => route.url);
    expect(finding(open, /cases|persons|households|referral|places|people|numbers/)).toEqual([]);
  });

  it('5: where somebody is at the moment, what they write elsewhere, how their body looks', () => {
    const watched =
      /latitude|longitude|(^|[_.])(lat|lng|lon)$|coordinat|geoloc|gps|imei|imsi|social_media|(^|[_.])(telegram|instagram|facebook|tiktok)|face_|voiceprint|fingerprint|biometr/;
    expect(finding([...kept, ...Object.keys(described.paths)], watched)).toEqual([]);
    // Where a building with an address open to all stands (decision 16) is told by one route, and is nothing of a person.
    const buildings = Object.entries(described.paths)
      .filter(([, operations]) => finding(keysOf(operations), watched).length > 0)
      .map(([path]) => path);
    expect(buildings).toEqual(['/api/directory']);
    const asks = /geolocation\.|watchPosition|getCurrentPosition|getUserMedia\(\{[^}]*video/;
    expect(
      Object.entries(sources()).flatMap(([file, text]) => (asks.test(text) ? file : [])),
    ).toEqual([]);
  });

  it('6: help that depends on opinions, or on a yes to research', () => {
    const belief =
      /de-?radical|disengag|ideolog|loyal|repent|idea change|идеолог|раскаян|лояльн|mafkura|tavba/i;
    expect(finding(modelWords, belief)).toEqual([]);
    const required = MODEL.stages.flatMap((stage) => [...stage.enter, ...stage.leave]);
    expect(finding(required, /research|learning|belief|programme_test/)).toEqual([]);
    const learning = MODEL.consent_purposes.find(({ code }) => code === 'learning_without_names');
    expect(learning).toMatchObject({ entitlement: false });
  });

  it('7: a table of the public kind with a district or an operation in it', () => {
    const tables = columns
      .map(({ at }) => at)
      .filter((at) => /^(frozen|number|month|evidence|aggregate)/.test(at));
    expect(tables.length).toBeGreaterThan(3);
    expect(finding(tables, /operation|district|person_id|case_id|birth|name$/)).toEqual([]);
  });

  it('8: a person in the half that other countries read', async () => {
    const { rows } = await catalogue.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'auth') and c.relkind in ('r', 'v', 'p', 'm')
         and has_table_privilege('homeward_exchange', c.oid, 'select, insert, update, delete')`,
    );
    expect(rows).toEqual([]);
  });

  it('10: an end of help, a place for a child or a right that nobody decided', async () => {
    // What a job or an import may say is no decision about a person: a fact has a human behind it.
    const { rows } = await catalogue.query<{ kind: string }>(
      `select distinct f.kind from fact f where f.actor_kind in ('job', 'client', 'link')`,
    );
    expect(rows).toEqual([]);
    const automatic = /(^|[_.])(auto|automatic|eligible|predicted|suggested_closure|rank)([_.]|$)/;
    expect(finding(named, automatic)).toEqual([]);
  });

  it('11: religious counsel that nobody asked for', () => {
    const faith = /relig|imam|mosque|theolog|islam|религи|имам|мечет|ислам|diniy|imom|masjid/i;
    // Where it is named at all, it is at the person's own request.
    const asked = /own request|по собственной просьбе|iltimosiga koʻra/i;
    expect(finding(modelWords, faith).filter((text) => !asked.test(text))).toEqual([]);
  });

  it('12: words of therapy that could be read for another purpose', () => {
    const therapy = [recordSession, setNextSession, recordScreening];
    const words = /note|text|content|summary|topic|diagnos|observ|answer|words/;
    // Harm that was told on the way goes to a named human as a concern of its own.
    for (const { shape } of therapy) expect(finding(Object.keys(shape), words)).toEqual([]);
    const kinds = [...COMMAND_KINDS.keys()].filter((kind) => /session|screening/.test(kind));
    expect(kinds.toSorted()).toEqual(['record_screening', 'record_session', 'set_next_session']);
  });
});

/** Text of every file that is shipped, by its path. */
function sources(): Record<string, string> {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const shipped = files.filter((file) => /\.(ts|tsx|po)$/.test(file) && !/\.test\.ts$/.test(file));
  return Object.fromEntries(
    shipped.map((file) => [file, readFileSync(join(ROOT, 'src', file), 'utf8')]),
  );
}

/** Keys of objects, wherever they stand in a JSON schema. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(keysOf);
  return Object.entries(schema).flatMap(([key, inner]) =>
    key === 'properties' && typeof inner === 'object' && inner !== null
      ? [...Object.keys(inner), ...keysOf(Object.values(inner))]
      : keysOf(inner),
  );
}

/** All texts in a document, its keys among them. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)]);
}
