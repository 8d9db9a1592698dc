import { setupI18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { modelSchema } from '#domain/case/model.ts';
import { money } from '#domain/money.ts';
import { MODEL_PARTS, NOT_EDITED } from './model-parts.ts';
import { fieldAt, placeWords } from './model-place.ts';

/** Every place of a programme model that holds a value of its own, without the numbers of entries. */
function places(schema: z.core.$ZodType, path: string): string[] {
  const kept = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable;
  if (kept) return places(schema.unwrap(), path);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, inner]) =>
      places(inner as z.core.$ZodType, path === '' ? key : `${path}.${key}`),
    );
  }
  if (schema instanceof z.ZodPipe) return places(schema.in, path);
  // Kinds of blocks and of papers: all their places together.
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return [...new Set(schema.options.flatMap((one) => places(one, path)))];
  }
  if (schema instanceof z.ZodArray && holdsEntries(schema.element)) {
    return places(schema.element, path);
  }
  return [path];
}

function holdsEntries(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodPipe) return holdsEntries(schema.in);
  return schema instanceof z.ZodObject || schema instanceof z.ZodDiscriminatedUnion;
}

/** The same place as a path of a document: the first entry of each list. */
function inDocument(place: string): string {
  const part = MODEL_PARTS.filter(
    ({ path, list }) => list !== undefined && place.startsWith(`${path}.`),
  ).toSorted((a, b) => b.path.length - a.path.length)[0];
  return part === undefined ? place : `${part.path}.0${place.slice(part.path.length)}`;
}

describe('the forms of the model editor', () => {
  it('reach everything that a model holds, or say why not', () => {
    const all = places(modelSchema, '');
    expect(all.length).toBeGreaterThan(150);
    const told = Object.keys(NOT_EDITED);
    const unreached = all.filter(
      (place) =>
        fieldAt(inDocument(place)) === undefined &&
        !told.some((one) => place === one || place.startsWith(`${one}.`)),
    );
    expect(unreached).toEqual([]);
  });

  it('say which entry a fault is in, and mark no amount for a wrong currency', () => {
    const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
    const places = [0, 1].map((at) =>
      placeWords(i18n, `assistance.limits.${at}.limit.currency`, [{}]),
    );
    expect(new Set(places).size).toBe(2);
    const faults = money.safeParse({ amount: '5000000', currency: 'SUM' }).error?.issues;
    expect(faults?.map(({ path }) => path.join('.'))).toEqual(['currency']);
  });

  it('have an address each', () => {
    const addresses = MODEL_PARTS.map(({ path }) => path);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
