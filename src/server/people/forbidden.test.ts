import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND_KINDS } from '#domain/case/nouns.ts';
import { person } from '#domain/people/person.ts';
import { REGISTER_KINDS } from '#domain/people/register.ts';
import { testDatabase } from '#test/database.ts';

const database = await testDatabase({ seeded: false });

/** What no field may hold (practice 5.4); parts of names of columns and of schema keys. */
const FORBIDDEN =
  /photo|picture|portrait|selfie|face|religi|faith|mosque|ideolog|radical|loyal|extrem|ethnic|nationality|tribe|race$|clan|criminal|convict|offen[cs]e|sentence|terror|dna|genetic|biometr|fingerprint|iris|risk_score|security_note/i;

/** Pictures of a conference and of its experts, by their own consent; no person of a programme is there. */
const OF_THE_EXCHANGE = 'exchange.picture.';

/** Words of the field that only look alike. */
const ALLOWED = new Set<string>(['ethnic_return']);

describe('no field exists for what the programme refuses to hold', () => {
  // To see it fail: `alter table person add religion text` and with `photo: line` in the schema.
  it('in the database', async () => {
    const { rows } = await database.pool('superuser').query<{ at: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as at
       from information_schema.columns where table_schema in ('public', 'auth', 'exchange', 'exchange_auth')`,
    );
    expect(rows.length).toBeGreaterThan(150);
    const columns = rows.map(({ at }) => at.replace(OF_THE_EXCHANGE, 'exchange.'));
    expect(columns.filter((at) => FORBIDDEN.test(at))).toEqual([]);
  });

  it('in the schemas of people and of case files', () => {
    const schemas: [string, z.ZodType][] = [
      ['person', person],
      ...Object.entries(REGISTER_KINDS).map(([kind, { body }]): [string, z.ZodType] => [
        kind,
        body,
      ]),
      ...[...COMMAND_KINDS].map(([kind, { body }]): [string, z.ZodType] => [kind, body]),
    ];
    const words = schemas.flatMap(([kind, schema]) => {
      const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
      return [kind, ...names(json).map((name) => `${kind}: ${name}`)];
    });
    expect(words.length).toBeGreaterThan(200);
    const wrong = words.filter(
      (word) => FORBIDDEN.test(word) && !ALLOWED.has(word.split(': ').at(-1) ?? ''),
    );
    expect(wrong).toEqual([]);
  });
});

/** Keys of objects and the values of enumerations, wherever they stand. */
function names(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap(names);
  return Object.entries(schema).flatMap(([key, inner]) => {
    if (key === 'properties')
      return [...Object.keys(inner as object), ...names(Object.values(inner as object))];
    if (key === 'enum') return (inner as unknown[]).map(String);
    return names(inner);
  });
}
