import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { CARD_TEXTS, type CardFact, type CardText } from '#domain/exchange/practice/card.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import type { WholePractice } from './use-practice.ts';

type Field = CardText | CardFact;
interface Edit {
  readonly value: unknown;
  /** What stood there when its author began to write. */
  readonly was: unknown;
}
const answer = z.object({ answer: z.enum(['saved', 'changed_meanwhile']), version: z.number() });

/**
 * A card as it is being written. What is typed lives here until it is saved; all else is the server's. Each
 * save says what stood there before, so that two authors never write over each other.
 */
export function useCard(whole: WholePractice, lang: string) {
  const queries = useQueryClient();
  const [edits, setEdits] = useState<Readonly<Record<string, Edit>>>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);

  const isText = (field: Field): field is CardText => field in CARD_TEXTS;
  const key = (field: Field) => (isText(field) ? `${field}.${lang}` : field);
  const standing = (field: Field): unknown =>
    isText(field) ? (whole.texts[field]?.versions[lang]?.text ?? '') : whole.facts[field];
  const shown = (field: Field): unknown => {
    const edit = edits[key(field)];
    return edit === undefined ? standing(field) : edit.value;
  };

  function write(field: Field, value: unknown) {
    setSaved(false);
    setEdits((now) => ({
      ...now,
      [key(field)]: { value, was: now[key(field)]?.was ?? standing(field) },
    }));
  }

  /** Sends one field; `value` where it was chosen a moment ago. */
  async function save(field: Field, value?: unknown) {
    const edit =
      value === undefined
        ? edits[key(field)]
        : { value, was: edits[key(field)]?.was ?? standing(field) };
    if (edit === undefined || JSON.stringify(edit.value) === JSON.stringify(edit.was)) return;
    if (value !== undefined) write(field, value);
    setBusy(true);
    const part = { [field]: { value: edit.value, was: edit.was } };
    const reply = await call(`/api/exchange/practices/${whole.id}`, answer, {
      method: 'PUT',
      body: {
        ...{ seen: whole.version, language: lang },
        ...(isText(field) ? { texts: part, facts: {} } : { texts: {}, facts: part }),
      },
    });
    setBusy(false);
    if (!reply.ok) {
      setProblem(reply.problem);
      return;
    }
    setProblem(reply.value.answer === 'saved' ? undefined : { code: 'changed_meanwhile' });
    setSaved(reply.value.answer === 'saved');
    await queries.invalidateQueries({ queryKey: ['exchange'] });
    // What was typed on meanwhile stays; both texts of a clash stand in the row.
    setEdits((now) =>
      now[key(field)]?.value === edit.value
        ? Object.fromEntries(Object.entries(now).filter(([name]) => name !== key(field)))
        : now,
    );
  }
  return { shown, write, save, problem, busy, saved, open: whole.may.write };
}
export type Card = ReturnType<typeof useCard>;
