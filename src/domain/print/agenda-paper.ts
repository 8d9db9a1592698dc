import type { ProgrammeModel } from '../case/model.ts';
import type { Day } from '../time.ts';
import type { PrintContent } from './sheet.ts';

interface Session {
  readonly commission: string;
  readonly session_on: Day;
  /** Numbers of files in their order; a file may stand there twice, with two steps. */
  readonly numbers: readonly string[];
}

/** The agenda as it goes out to a commission: numbers of files, nobody's name, and not what is asked. */
export function agendaPaper(
  model: Pick<ProgrammeModel, 'commissions'>,
  { commission, session_on, numbers }: Session,
): PrintContent {
  const held = model.commissions?.commissions.find(({ code }) => code === commission);
  return {
    fields: {
      ...(held === undefined ? {} : { session_of: { as: 'labels', labels: held.labels } }),
      session_on: { as: 'day', day: session_on },
    },
    tables: {
      files: [
        {
          rows: numbers.map((number, at) => ({
            at: { as: 'number', number: at + 1 },
            number: { as: 'text', text: number },
          })),
        },
      ],
    },
  };
}
