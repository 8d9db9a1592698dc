import type { CommandBodies } from '#domain/case/nouns.ts';
import type { DemoName } from '../accounts.ts';
import type { Ground } from './parts.ts';
import type { When } from './telling.ts';

type PaperCommand = Extract<keyof CommandBodies, `${string}_document` | 'take_document_to_court'>;
type Given<K extends PaperCommand> = Omit<
  CommandBodies[K],
  'document_id' | 'compartment' | 'on' | 'kind'
>;

/** One paper of a story, step by step: `on` is the day on which it is said. */
export interface PaperTold {
  begun(when: When): Promise<string>;
  step<K extends Exclude<PaperCommand, 'begin_document'>>(
    when: When,
    command: K,
    said: Given<K>,
  ): Promise<string>;
}

/** A paper of somebody, by its kind in the programme model; a legal one is told by its specialist. */
export function paperOf(
  { tell, file, worker }: Ground,
  kind: string,
  legal?: { readonly by: DemoName },
): PaperTold {
  const named = {
    document_id: tell.id(`document:${file.case}:${kind}`),
    compartment: legal === undefined ? ('general' as const) : ('legal' as const),
  };
  const by = legal?.by ?? worker;
  return {
    begun: (when) => tell.say(file, by, when, 'begin_document', { ...named, kind }),
    step: (when, command, said) => {
      const on = tell.day(typeof when === 'number' ? when : when[0]);
      // Each command has its own body: what is common to all is laid under it here.
      const body = { ...named, on, ...said } as unknown as CommandBodies[typeof command];
      return tell.say(file, by, when, command, body);
    },
  };
}
