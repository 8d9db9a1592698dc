import { verifyCases } from '#server/case/verify.ts';
import { withClient } from '#server/postgres/roles.ts';
import { type Command, helpFirst, WrongUsage } from './command.ts';
import { openGround } from './ground.ts';

const USAGE = `homeward verify [--json]
Checks every hash and rebuilds every list; exit code 1 and the file where something differs.`;

/**
 * `homeward verify`: checks every hash of every file, rebuilds every list from the facts and names what
 * differs: the file, the fact where one can be named, and what. Changes nothing. Exit code 1 on a fault.
 */
export const verifyCommand: Command = async (args, config, output) => {
  helpFirst(args, USAGE);
  if (args.length > 0) throw new WrongUsage(USAGE);
  const ground = await openGround(config, output.note);
  try {
    if (ground.urls.owner === undefined) {
      throw new WrongUsage('DATABASE_OWNER_URL: files are verified as the owner of the database');
    }
    const verified = await withClient(ground.urls.owner, verifyCases);
    const lines = verified.faults.map((fault) =>
      [
        fault.what,
        `file ${fault.case_id}`,
        ...(fault.fact_id ? [`fact ${fault.fact_id}`] : []),
      ].join('  '),
    );
    const sum = `${verified.cases} files, ${verified.facts} facts, ${lines.length} faults`;
    output.result(verified, [...lines, sum].join('\n'));
    return lines.length === 0 ? 0 : 1;
  } finally {
    await ground.close();
  }
};
