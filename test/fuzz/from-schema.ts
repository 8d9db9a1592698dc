import fc from 'fast-check';

/** The parts of JSON Schema that our own descriptions use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Ids that exist in the world of the test, so that a request sometimes meets something. */
export interface Pool {
  readonly ids: readonly string[];
  readonly codes: readonly string[];
}

/** Values that a schema allows; where it says less than it means (a pattern), sometimes not quite. */
export function valid(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const several = schema.anyOf ?? schema.oneOf;
  if (several !== undefined) return fc.oneof(...several.map((one) => valid(one, pool)));
  if (schema.allOf !== undefined) return valid(Object.assign({}, ...schema.allOf), pool);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return object(schema, pool);
    case 'array':
      return fc.array(valid(schema.items ?? {}, pool), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    case 'integer':
      return fc.integer(range(schema));
    case 'number':
      return fc.double({ ...range(schema), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return text(schema, pool);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function range(schema: Schema) {
  return { min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 2 ** 31) };
}

function object(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0 && typeof schema.additionalProperties === 'object') {
    return fc.dictionary(
      fc.constantFrom('en', 'ru', 'uz'),
      valid(schema.additionalProperties, pool),
    );
  }
  const model = Object.fromEntries(properties.map(([name, inner]) => [name, valid(inner, pool)]));
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])] });
}

function text(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid')
    return fc.oneof(fc.constantFrom(...pool.ids), fc.uuid({ version: 7 }));
  if (schema.format === 'date') {
    return fc.constantFrom('2026-11-24', '1990-01-01', '2026-02-28', '2024-02-29');
  }
  if (schema.format === 'date-time') return fc.constant('2026-11-24T08:00:00.000Z');
  const maxLength = Math.min(schema.maxLength ?? 40, 40);
  const words = fc.string({ minLength: schema.minLength ?? 0, maxLength, unit: 'grapheme' });
  return fc.oneof(fc.constantFrom(...pool.codes), words);
}

/** Puts one thing wrong, somewhere inside: another type, a hostile text, a missing or an extra field. */
export function spoiled(value: unknown, hostile: readonly string[]): fc.Arbitrary<unknown> {
  const bad = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      -1,
      1e308,
      0.1,
      [],
      {},
      '',
      '\u0000',
      '\ud800',
      'x'.repeat(300_000),
    ),
    fc.constantFrom(...hostile),
    fc.jsonValue({ maxDepth: 3 }),
  );
  if (Array.isArray(value) && value.length > 0) {
    return fc
      .tuple(fc.nat({ max: value.length - 1 }), fc.boolean())
      .chain(([at, deeper]) =>
        (deeper ? spoiled(value[at], hostile) : bad).map((wrong) => value.with(at, wrong)),
      );
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const keys = Object.keys(value);
    return fc.tuple(fc.constantFrom(...keys), fc.nat({ max: 9 })).chain(([key, what]) => {
      const inner = (value as Record<string, unknown>)[key];
      if (what === 0)
        return fc.constant(Object.fromEntries(Object.entries(value).filter(([k]) => k !== key)));
      if (what === 1) return bad.map((wrong) => ({ ...value, [`${key}_`]: wrong }));
      return (what < 6 ? spoiled(inner, hostile) : bad).map((wrong) => ({
        ...value,
        [key]: wrong,
      }));
    });
  }
  return bad;
}
