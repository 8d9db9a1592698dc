import type pg from 'pg';
import type { ExpertField } from '#domain/exchange/expert/expert.ts';
import type { Theme } from '#domain/exchange/practice/vocabulary.ts';
import { participantId, SEED_TIME } from './told.ts';

type Entry = readonly [
  username: string,
  shown: readonly ExpertField[],
  themes: readonly Theme[],
  names?: Readonly<Record<string, string>>,
];
const ALL: readonly ExpertField[] = ['institution', 'country', 'languages', 'themes'];

/** Whoever agreed to stand in the directory, some with less than all; the others of the fifty did not. */
const ENTRIES: readonly Entry[] = [
  ['nodira', ALL, ['case_management', 'community'], { ru: 'Нодира Юсупова' }],
  ['priya', ALL, ['education', 'psychosocial'], { ru: 'Прия Раман' }],
  ['aigerim', ALL, ['legal_identity', 'housing'], { ru: 'Айгерим Сеитова' }],
  ['anneke', ['institution', 'languages', 'themes'], ['safety', 'values_and_faith']],
  ['ravshan', ['country', 'themes'], ['livelihood'], { ru: 'Равшан Одилов' }],
  ['katrin.vogel', ALL, ['health', 'psychosocial']],
  ['bermet.asanova', ['institution', 'country'], []],
  ['elena.petrova', ALL, ['education', 'case_management'], { ru: 'Елена Петрова' }],
  ['sunita.rao', ['themes'], ['livelihood', 'housing']],
];

/** The directory of experts of the demo. */
export async function seedExpertEntries(owner: pg.ClientBase): Promise<void> {
  for (const [username, shown, themes, names = {}] of ENTRIES) {
    await owner.query(
      `insert into exchange.expert (participant_id, shown, names, themes, consented_at)
       values ($1, $2, $3, $4, $5)`,
      [participantId(username), shown, names, themes, SEED_TIME],
    );
  }
}
