import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#server/config.ts';
import { report } from '#test/data/names/read.ts';
import { assignCommand } from './assign.ts';
import type { Command, Output } from './command.ts';
import { matchCommand } from './match.ts';

const GAP = fileURLToPath(new URL('../../../shared/data/work/gap/data/', import.meta.url));
const absent = !existsSync(GAP);
if (absent) report('assignment: published cases skipped, ../shared/data is not here');

const folder = mkdtempSync(join(tmpdir(), 'homeward-match-'));
/** A command as it is called, in this process: what it says, or the fault it names. */
async function call(command: Command, content: unknown, ...args: string[]) {
  const path = join(folder, 'in.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return run(command, path, ...args);
}
async function run(command: Command, ...args: string[]) {
  const { config } = readConfig({ HOMEWARD_SECRET: 'a secret that is long enough for a test' });
  if (config === undefined) throw new Error('no configuration');
  const said: unknown[] = [];
  const output: Output = { json: true, result: (value) => said.push(value), note: () => {} };
  try {
    return { code: await command(args, config, output), said: said[0], fault: '' };
  } catch (error) {
    expect(said).toEqual([]);
    return {
      code: 1,
      said: undefined,
      fault: (error as Error).message.replaceAll(`${folder}/`, ''),
    };
  }
}

const ROUND = {
  ...{ seed: 's', priorities: ['waited_days'], courses: [{ id: 'sewing', seats: 1 }] },
  people: [
    { id: 'A', wishes: ['sewing'], waited_days: 3 },
    { id: 'B', wishes: ['sewing'], waited_days: 4 },
  ],
};

describe('homeward match', () => {
  it('reads a round or a list of them, and names the place of what is wrong', async () => {
    const { code, said } = await call(matchCommand, ROUND);
    expect(code).toBe(0);
    expect(said).toMatchObject({ courses: [{ id: 'sewing', seated: ['B'], waiting: ['A'] }] });
    expect((await call(matchCommand, [ROUND, ROUND])).said).toHaveLength(2);

    const [first] = ROUND.people;
    const wrong = { ...ROUND, people: [{ ...first, wishes: ['sewing', 'cooking', 'sewing'] }] };
    expect((await call(matchCommand, wrong)).fault).toBe(
      'in.json: people[0].wishes[2]: this wish stands here twice ("sewing")\n' +
        'in.json: people[0].wishes[1]: there is no such course ("cooking")',
    );
    const fewer = { ...ROUND, courses: [{ id: 'sewing', seats: -1 }] };
    expect((await call(matchCommand, [ROUND, fewer])).fault).toBe(
      'in.json: [1].courses[0].seats: is smaller than is possible (0)',
    );
    expect((await call(matchCommand, '{"seed":')).fault).toMatch(/^in\.json: this is not JSON/);
    expect((await run(matchCommand, join(folder, 'none.json'))).fault).toMatch(/no such file$/);
  });
});

describe('homeward assign', () => {
  const task = {
    helpers: [
      { id: 'm1', capacity: 1 },
      { id: 'm2', capacity: 2 },
    ],
    requests: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    pairs: [
      { helper: 'm1', request: 'a', cost: 1 },
      { helper: 'm1', request: 'b', cost: 1.5 },
      { helper: 'm2', request: 'a', cost: 3 },
      { helper: 'm2', request: 'b', cost: 2, load: 2 },
    ],
  };

  it('says who waits, and what nobody can take on', async () => {
    const { code, said } = await call(assignCommand, { ...task, waiting_cost: 100 });
    expect(code).toBe(0);
    expect(said).toMatchObject({
      ...{ status: 'optimal', total: 103, waiting: ['c'], without_helper: ['c'] },
      assigned: [
        { request: 'a', helper: 'm1', cost: 1, load: 1 },
        { request: 'b', helper: 'm2', cost: 2, load: 2 },
      ],
    });
    expect(await call(assignCommand, task)).toMatchObject({
      ...{ code: 1, said: { status: 'impossible', total: null, without_helper: ['c'] } },
    });
  });

  it('names the place of what is wrong', async () => {
    const helpers = [...task.helpers, { id: 'm1', capacity: 1 }];
    const pairs = [{ helper: 'm3', request: 'a', cost: 1 }, task.pairs[0], task.pairs[0]];
    expect((await call(assignCommand, { ...task, helpers, pairs })).fault).toBe(
      'in.json: helpers[2].id: this helper stands here twice ("m1")\n' +
        'in.json: pairs[0].helper: there is no such helper ("m3")\n' +
        'in.json: pairs[2]: this pair stands here twice, by its request ("a")',
    );
    expect((await call(assignCommand, '2 2\n1 2 3')).fault).toMatch(/breaks off/);
  });

  // Seen to fail with the capacities left out of the model.
  it.skipIf(absent)('reaches the proven optimum of published problems', async () => {
    const totals = [];
    for (const [name, ...more] of [['c0515_1'], ['c0515_1', '--most']]) {
      const { said } = await run(assignCommand, `${GAP}${name}`, ...more);
      totals.push(said);
    }
    expect(totals).toMatchObject([261, 336].map((total) => ({ status: 'optimal', total })));
  });
});
