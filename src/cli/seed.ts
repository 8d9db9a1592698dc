import type pg from 'pg';
import { withClient } from '#server/postgres/roles.ts';
import { type Command, helpFirst, WrongUsage } from './command.ts';
import { isEmpty, openGround, world } from './ground.ts';

const USAGE = `homeward seed [--json]
Loads the demo world into an empty database, in trial mode only.`;

/**
 * `homeward seed`: loads the demo world into an empty database, in trial mode only. Says what it loaded, or
 * names why it does not; nothing is added to a database that holds anything.
 */
export const seedCommand: Command = async (args, config, output) => {
  helpFirst(args, USAGE);
  if (args.length > 0) throw new WrongUsage(USAGE);
  // Before the database is touched: invented people never stand among real ones.
  if (config.mode !== 'trial') {
    throw new Error('live mode: the demo world is loaded in trial mode only (HOMEWARD_MODE=trial)');
  }
  const ground = await openGround(config, output.note);
  try {
    const { owner, ...urls } = ground.urls;
    if (owner === undefined) {
      throw new WrongUsage('DATABASE_OWNER_URL: the demo world is loaded as the owner');
    }
    if (!ground.seeded) {
      if (!(await isEmpty(owner))) {
        throw new Error('the database is not empty: nothing was loaded (it has accounts or files)');
      }
      const demo = await world();
      if (demo === null) throw new Error('this copy of Homeward has no demo world');
      output.note('loading the demo world …');
      await demo.seedDemo({ owner, ...urls });
    }
    const loaded = await withClient(owner, countsOf);
    const text = Object.entries(loaded).map(([what, count]) => `${count} ${what}`);
    output.result({ loaded }, `loaded the demo world: ${text.join(', ')}`);
    return 0;
  } finally {
    await ground.close();
  }
};

async function countsOf(owner: pg.ClientBase): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, number>>(
    `select (select count(*)::int from auth.account) as accounts,
       (select count(*)::int from place) as places,
       (select count(*)::int from organisation) as organisations,
       (select count(*)::int from service) as services,
       (select count(*)::int from person) as people,
       (select count(*)::int from case_file) as files,
       (select count(*)::int from arrival_list) as "arrival lists"`,
  );
  return rows[0] ?? {};
}
