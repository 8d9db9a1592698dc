import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFields, replaceEntry, sameValue } from './field-conflict.ts';

const FIELDS = ['name', 'called', 'sex'] as const;
type Values = Record<(typeof FIELDS)[number], string>;

describe('merging what two devices said', () => {
  // To see it fail: `losing` never filled: the second device's value was nowhere.
  it('loses nothing: each value stands, or is kept beside, or was replaced by who had seen it', () => {
    const change = fc.record({
      device: fc.integer({ min: 0, max: 1 }),
      field: fc.constantFrom(...FIELDS),
      value: fc.constantFrom('a', 'b', 'c', 'd'),
      /** Whether the device pulls before it says this. */
      pulls: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (said) => {
        let standing: Values = { name: '-', called: '-', sex: '-' };
        let version = 1;
        const log: { version: number; device: number; field: string }[] = [];
        const seen = [1, 1];
        const kept: string[] = [];
        for (const { device, field, value, pulls } of said) {
          if (pulls) seen[device] = version;
          const from = seen[device] ?? 1;
          const since = log.filter((one) => one.version > from && one.device !== device);
          const { set, losing } = mergeFields(
            standing,
            { [field]: value },
            new Set(since.map((one) => one.field)),
          );
          const unseen = since.some((one) => one.field === field);
          if (standing[field] === value) expect({ set, losing }).toEqual({ set: {}, losing: {} });
          else if (unseen) expect({ set, losing }).toEqual({ set: {}, losing: { [field]: value } });
          else expect({ set, losing }).toEqual({ set: { [field]: value }, losing: {} });
          if (Object.keys(set).length > 0) {
            standing = { ...standing, ...set };
            version += 1;
            log.push({ version, device, field });
          }
          kept.push(...Object.values(losing));
          expect(standing[field] === value || kept.includes(value)).toBe(true);
        }
      }),
    );
  });

  it('is not in the way of other fields', () => {
    const { set, losing } = mergeFields(
      { called: 'A', sex: 'female' },
      { called: 'B', sex: 'male' },
      new Set(['called']),
    );
    expect([set, losing]).toEqual([{ sex: 'male' }, { called: 'B' }]);
  });
});

describe('replacing an entry', () => {
  const paper = (state: string) => ({ kind: 'passport', state });
  it('adds, replaces, removes, and says where the entry is gone', () => {
    const list = [paper('lost')];
    expect(replaceEntry(list, null, paper('held'))).toHaveLength(2);
    expect(replaceEntry(list, null, paper('lost'))).toBe(list);
    expect(replaceEntry(list, paper('lost'), paper('held'))).toEqual([paper('held')]);
    expect(replaceEntry(list, paper('lost'), null)).toEqual([]);
    expect(replaceEntry(list, paper('applied'), paper('held'))).toBeUndefined();
  });

  it('compares content, not the order of keys', () => {
    expect(sameValue({ a: 1, b: [1] }, { b: [1], a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(sameValue({ a: [1] }, { a: [1, 2] })).toBe(false);
    expect(sameValue(null, undefined)).toBe(true);
  });
});
