import type { ProgrammeModel } from '../case/model.ts';
import type { PacketContent } from '../case/packet.ts';
import type { Labels } from '../text.ts';
import { known, type PrintContent, type PrintValue } from './sheet.ts';

/** To whom a referral goes on paper. */
export interface PaperReceiver {
  readonly service: Labels | null;
  readonly organisation: Labels | null;
}

type Papers = NonNullable<PacketContent['person']['papers']>;
type Guardian = NonNullable<PacketContent['guardians']>[number];
type Contacts = PacketContent['safe_contact']['contacts'];

/**
 * A referral for a service that reads paper: exactly what its packet holds, field by field, and the sender
 * as neutral as there. What the packet leaves out has no line.
 */
export function packetPaper(
  content: PacketContent,
  { need_domains }: Pick<ProgrammeModel, 'need_domains'>,
  to: PaperReceiver,
): PrintContent {
  const { person, request, household, returned, interpreter, safe_contact, guardians } = content;
  const need = need_domains.find(({ code }) => code === request.need)?.labels;
  return {
    fields: known({
      service: labels(to.service),
      organisation: labels(to.organisation),
      sender: list([{ as: 'word', word: 'social_services' }, labels(content.sender.place)]),
      worker: content.worker?.name
        ? { as: 'name', spellings: [{ single: content.worker.name }] }
        : undefined,
      answer_by: request.answer_by ? { as: 'day', day: request.answer_by } : undefined,
      urgency:
        request.urgency === undefined
          ? undefined
          : { as: 'code', list: 'urgency', code: request.urgency },
      need: need === undefined ? undefined : labels(need),
      company: request.accompanied_by
        ? { as: 'code', list: 'company', code: request.accompanied_by }
        : undefined,
      name: person.name === undefined ? undefined : { as: 'name', spellings: [person.name] },
      former_names: list(
        (person.former_names ?? []).map((one) => ({ as: 'name', spellings: [one] })),
      ),
      born: person.birth
        ? { as: 'partial', date: person.birth.date, precision: person.birth.precision }
        : undefined,
      sex: person.sex === undefined ? undefined : { as: 'code', list: 'sex', code: person.sex },
      languages: list((person.languages ?? []).map((tag) => ({ as: 'language', tag }))),
      citizenships: list((person.citizenships ?? []).map((code) => ({ as: 'country', code }))),
      papers: list((person.papers ?? []).map(paper), true),
      guardians: list((guardians ?? []).map(guardian), true),
      household_size: number(household?.size),
      household_children: number(household?.children),
      district: labels(content.place),
      arrived_on: returned?.arrived_on ? { as: 'day', day: returned.arrived_on } : undefined,
      from_country: returned?.from_country
        ? { as: 'country', code: returned.from_country }
        : undefined,
      contacts: contactsOf(safe_contact.contacts, guardians ?? []),
      interpreter: interpreter.needed
        ? { as: 'interpreter', tag: interpreter.language }
        : { as: 'word', word: 'no_interpreter' },
    }),
    words: known({
      safe_contact: safe_contact.words ? { as: 'text', text: safe_contact.words } : undefined,
      request: request.words ? { as: 'text', text: request.words } : undefined,
    }),
  };
}

/** Nobody may be called but as it stands there; where nothing stands there, nobody may be called. */
function contactsOf(own: Contacts, guardians: readonly Guardian[]): PrintValue {
  const values = own.map((contact): PrintValue => ({ as: 'contact', contact }));
  if (values.length > 0) return { as: 'list', values, below: true };
  const others = guardians.some(({ contacts }) => (contacts ?? []).length > 0);
  return { as: 'word', word: others ? 'through_guardian' : 'no_contact' };
}

function guardian({ name, contacts = [], papers = [] }: Guardian): PrintValue {
  const who: PrintValue = name
    ? { as: 'name', spellings: [name] }
    : { as: 'word', word: 'not_named' };
  const held = list(papers.map(paper));
  const reached = contacts.map((contact): PrintValue => ({ as: 'contact', contact }));
  return { as: 'list', values: [who, ...reached, ...(held === undefined ? [] : [held])] };
}

function paper({ kind, state }: Papers[number]): PrintValue {
  return {
    as: 'list',
    values: [
      { as: 'code', list: 'paper', code: kind },
      { as: 'code', list: 'paper_state', code: state },
    ],
  };
}

function labels(given: Labels | null | undefined): PrintValue | undefined {
  return given ? { as: 'labels', labels: given } : undefined;
}

function number(given: number | undefined): PrintValue | undefined {
  return given === undefined ? undefined : { as: 'number', number: given };
}

function list(given: readonly (PrintValue | undefined)[], below = false): PrintValue | undefined {
  const values = given.filter((one) => one !== undefined);
  return values.length === 0 ? undefined : { as: 'list', values, below };
}
