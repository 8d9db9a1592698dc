import { z } from 'zod';
import { birth } from '../people/birth.ts';
import { nameKind } from '../people/name.ts';
import { contact, PAPER_KINDS, PAPER_STATES, SEXES } from '../people/person.ts';
import { labels } from '../text.ts';
import { day } from '../time.ts';
import { type PacketField, type Receiver, TOLD_OF_RETURN } from './model-names.ts';
import type { PacketTemplate } from './packet-template.ts';
import type { Referral, refer } from './referral-state.ts';

const nameParts = z.object({
  kind: nameKind.optional(),
  given: z.string().optional(),
  patronymic: z.string().optional(),
  family: z.string().optional(),
  single: z.string().optional(),
});
const telling = z.object({
  channel: z.string(),
  value: z.string(),
  times: contact.shape.safe.shape.times,
  who_may_answer: z.string().optional(),
  /** A word was agreed with the person; it is told by voice, never in writing. */
  code_word_agreed: z.boolean(),
});
const paperState = z.object({ kind: z.enum(PAPER_KINDS), state: z.enum(PAPER_STATES) });

/**
 * What a receiving service reads: first how to get in touch without harm and whether an interpreter is
 * needed, then what the purpose's template names. The sender is neutral: no name of a programme.
 */
export const packetContent = z.object({
  safe_contact: z.object({
    words: z.string().nullable(),
    /** Empty: not to be contacted but through the sender. */
    contacts: z.array(telling),
  }),
  interpreter: z.object({ needed: z.boolean(), language: z.string().nullable() }),
  sender: z.object({ code: z.literal('social_services'), place: labels.nullable() }),
  person: z
    .object({
      name: nameParts,
      former_names: z.array(nameParts),
      birth: birth.nullable(),
      sex: z.enum(SEXES),
      languages: z.array(z.string()),
      citizenships: z.array(z.string()),
      papers: z.array(paperState),
    })
    .partial(),
  guardians: z
    .array(
      z.object({
        kind: z.string(),
        name: nameParts.nullable().optional(),
        contacts: z.array(telling).optional(),
        papers: z.array(paperState).optional(),
      }),
    )
    .optional(),
  household: z.object({ size: z.int(), children: z.int() }).partial().optional(),
  place: labels.nullable().optional(),
  returned: z
    .object({ arrived_on: day.nullable(), from_country: z.string().nullable() })
    .partial()
    .optional(),
  request: z
    .object({
      need: z.string().nullable(),
      urgency: z.enum(['routine', 'urgent']),
      words: z.string().nullable(),
      answer_by: day.nullable(),
      accompanied_by: z.string(),
    })
    .partial(),
  worker: z.object({ name: z.string().nullable() }).partial().optional(),
});
export type PacketContent = z.infer<typeof packetContent>;

/** The rows that a packet is made from, as the server reads them with the rights of the sender. */
export interface PacketSource {
  readonly person: Required<PacketContent['person']>;
  readonly contacts: readonly z.infer<typeof contact>[];
  readonly guardians: readonly {
    readonly kind: string;
    /** Null: the guardian is beyond the reach of whoever sends. */
    readonly name: z.infer<typeof nameParts> | null;
    readonly contacts: readonly z.infer<typeof contact>[];
    readonly papers: z.infer<typeof paperState>[];
  }[];
  readonly household: Required<NonNullable<PacketContent['household']>>;
  readonly place: PacketContent['place'];
  readonly returned: Required<NonNullable<PacketContent['returned']>>;
  readonly need: string | null;
  readonly worker_name: string | null;
}

/** The fields that leave: chosen and in the template; on a law alone, only what the law needs. */
export function fieldsOf(
  chosen: readonly PacketField[],
  template: PacketTemplate,
  byLaw: boolean,
): readonly PacketField[] {
  const allowed = byLaw ? template.fields_by_law : template.fields;
  // How to reach the person without harm, and in which language, is never left out by choice.
  const always: readonly PacketField[] = ['person.contact', 'person.interpreter_needed'];
  return allowed.filter((field) => chosen.includes(field) || always.includes(field));
}

/** Never of the return, but to those who restore papers, whatever a template says. */
function mayBeTold(field: PacketField, receiver: Receiver): boolean {
  return !field.startsWith('return.') || TOLD_OF_RETURN.includes(receiver);
}

type Asked = Pick<
  z.infer<typeof refer>,
  'safe_contact' | 'interpreter' | 'urgency' | 'words' | 'accompanied_by'
> &
  Partial<Pick<Referral, 'answer_due_on'>>;

/** Exactly the named fields out of the rows; whatever is not named is not there, not even as null. */
export function packetOf(
  source: PacketSource,
  asked: Asked,
  fields: readonly PacketField[],
  receiver: Receiver,
): PacketContent {
  const told = new Set(fields.filter((field) => mayBeTold(field, receiver)));
  const pick = <T extends object>(from: T, names: Partial<Record<PacketField, keyof T>>) =>
    Object.fromEntries(
      Object.entries(names).flatMap(([field, key]) =>
        told.has(field as PacketField) ? [[key, from[key as keyof T]]] : [],
      ),
    ) as Partial<T>;
  const household = pick(source.household, {
    'household.size': 'size',
    'household.children': 'children',
  });
  const returned = pick(source.returned, {
    'return.arrived_on': 'arrived_on',
    'return.from_country': 'from_country',
  });
  const { interpreter } = asked;
  return {
    safe_contact: {
      words: told.has('person.contact') ? (asked.safe_contact ?? null) : null,
      contacts: told.has('person.contact') ? source.contacts.flatMap(safely) : [],
    },
    interpreter: told.has('person.interpreter_needed')
      ? { needed: interpreter.needed, language: interpreter.language ?? null }
      : { needed: false, language: null },
    sender: { code: 'social_services', place: source.place ?? null },
    person: pick(source.person, {
      'person.name': 'name',
      'person.former_names': 'former_names',
      'person.birth': 'birth',
      'person.sex': 'sex',
      'person.languages': 'languages',
      'person.citizenships': 'citizenships',
      'person.papers': 'papers',
    }),
    ...(fields.some((field) => field.startsWith('guardian.'))
      ? {
          guardians: source.guardians.map(({ kind, name, contacts, papers }) => ({
            kind,
            ...(told.has('guardian.name') ? { name } : {}),
            ...(told.has('guardian.contact') ? { contacts: contacts.flatMap(safely) } : {}),
            ...(told.has('guardian.papers') ? { papers } : {}),
          })),
        }
      : {}),
    ...(Object.keys(household).length > 0 ? { household } : {}),
    ...(told.has('place.district') ? { place: source.place ?? null } : {}),
    ...(Object.keys(returned).length > 0 ? { returned } : {}),
    request: pick(
      {
        need: source.need,
        urgency: asked.urgency,
        words: asked.words ?? null,
        answer_by: asked.answer_due_on ?? null,
        accompanied_by: asked.accompanied_by,
      },
      {
        'referral.need': 'need',
        'referral.urgent': 'urgency',
        'referral.words': 'words',
        'referral.answer_by': 'answer_by',
        'referral.accompanied': 'accompanied_by',
      },
    ),
    ...(told.has('worker.name') ? { worker: { name: source.worker_name } } : {}),
  };
}

/** A contact with its rule; nothing at all of one that must not be used. */
function safely({ channel, value, safe }: z.infer<typeof contact>): z.infer<typeof telling>[] {
  if (safe.do_not_contact) return [];
  return [
    {
      channel,
      value,
      times: safe.times,
      ...(safe.who_may_answer === undefined ? {} : { who_may_answer: safe.who_may_answer }),
      code_word_agreed: safe.code_word !== undefined,
    },
  ];
}
