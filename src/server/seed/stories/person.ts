import type { RegisterBodies } from '#domain/people/register.ts';
import type { DemoName } from '../accounts.ts';
import { fixedId } from '../fixed-id.ts';
import type { Telling, Told, When } from './telling.ts';

type Register = RegisterBodies['register_person'];
type Name = Register['person']['name'];

/** Somebody as a story names them; everything else is as it usually is. */
export interface Somebody {
  readonly name: Omit<Name, 'kind'>;
  /** A day, or a year where no more is known. */
  readonly born: string;
  readonly sex?: 'female' | 'male';
  readonly kind?: 'participant' | 'relative';
  readonly languages?: readonly string[];
  readonly interpreter?: boolean;
  readonly former?: readonly Omit<Name, 'kind'>[];
  readonly papers?: Register['person']['papers'];
  readonly telephone?: string;
  readonly called?: string;
  /** The household of that name: who begins it is its head. */
  readonly home?: {
    readonly of: string;
    readonly as: NonNullable<Register['household']>['relation'];
  };
  /** Relatives by their keys in the story: what each is to the person. */
  readonly ties?: Readonly<Record<string, Omit<Register['kinship'][number], 'id' | 'relative_id'>>>;
  /** A guardian by key, and on what the guardianship stands. */
  readonly guardian?: { readonly is: string; readonly kind: 'authority' | 'customary' | 'court' };
  readonly return?: {
    readonly daysAgo: number;
    readonly context?: 'conflict_zone' | 'labour_migration' | 'ethnic_return' | 'other';
    readonly from?: string;
  };
}

/** The ids of somebody of the stories, by key: `zuhra` and the file about her. */
export function told(key: string): Told {
  return { person: fixedId(`story:person:${key}`), case: fixedId(`story:case:${key}`) };
}

/** Registers somebody as a worker does, with household, ties and the way home. */
export function register(
  tell: Telling,
  key: string,
  by: DemoName,
  when: When,
  who: Somebody,
  place: string,
): Promise<void> {
  const day = tell.moment(when).toISOString().slice(0, 10);
  const ties = Object.entries(who.ties ?? {});
  return tell.register(by, when, {
    person: {
      ...{ id: told(key).person, kind: who.kind ?? 'participant' },
      ...{ name: { kind: 'current', ...who.name }, sex: who.sex ?? 'female' },
      former_names: (who.former ?? []).map((name) => ({ kind: 'former', ...name })),
      birth: birth(who.born),
      ...{ languages: [...(who.languages ?? ['uz'])], citizenships: ['UZ'] },
      ...{ interpreter_needed: who.interpreter ?? false, papers: [...(who.papers ?? [])] },
      contacts: who.telephone === undefined ? [] : [safely(who.telephone)],
      ...(who.called === undefined ? {} : { called: who.called }),
    },
    ...(who.home === undefined
      ? {}
      : {
          household: {
            ...{
              member_id: tell.id(`member:${key}`),
              household_id: tell.id(`home:${who.home.of}`),
            },
            ...{ begins: who.home.as === 'head', relation: who.home.as, from: day },
            ...(who.home.as === 'head' ? { place_id: place } : {}),
          },
        }),
    kinship: ties.map(([other, tie]) => ({
      ...{ id: tell.id(`tie:${key}:${other}`), ...tie },
      relative_id: told(other).person,
    })),
    guardianship:
      who.guardian === undefined
        ? []
        : [
            {
              ...{ id: tell.id(`guardian:${key}`), kind: who.guardian.kind, from: day },
              guardian: { person_id: told(who.guardian.is).person },
            },
          ],
    ...(who.return === undefined
      ? {}
      : {
          return: {
            ...{ id: tell.id(`return:${key}`), context: who.return.context ?? 'conflict_zone' },
            arrived_on: tell.day(who.return.daysAgo),
            ...(who.return.from === undefined ? {} : { from_country: who.return.from }),
          },
        }),
  });
}

function birth(born: string): NonNullable<Register['person']['birth']> {
  const year = born.length === 4;
  return {
    ...{ date: year ? `${born}-01-01` : born, precision: year ? 'year' : 'day' },
    estimated: year,
  };
}

/** A telephone with the usual rule: in the day, to the person alone. */
function safely(value: string): Register['person']['contacts'][number] {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
  return {
    ...{ channel: 'telephone', value },
    safe: { times: [{ days: [...days], from: '10:00', to: '17:00' }], do_not_contact: false },
  };
}
