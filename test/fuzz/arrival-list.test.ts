import { describe, expect, it } from 'vitest';
import { carriedOut, uploaded } from '#test/arrival-upload.ts';
import { lacksShared, report, sharedText } from '#test/data/names/read.ts';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';

const PEOPLE = 'names/people-multiscript/negatives_global.csv';

describe('50,000 people in many scripts', () => {
  it.skipIf(lacksShared(PEOPLE))('are checked and imported through the door', async () => {
    const database = await testDatabase();
    const server = await testServer(database);
    const dilnoza = await signIn(server, 'dilnoza');
    const idle = process.memoryUsage().rss;
    let most = idle;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 100);
    const list = await uploaded(dilnoza, server.app, sharedText(PEOPLE), {
      first_of_january: 'as_written',
      date_order: 'day_first',
    });
    const from = performance.now();
    const checked = await carriedOut(dilnoza, list, 'check', 200);
    const between = performance.now();
    expect(checked.problem).toBeNull();
    expect(checked.report?.counts).toMatchObject({ rows: 50_000 });
    expect(checked.report?.can_import).toBe(true);
    const imported = await carriedOut(dilnoza, list, 'import', 250);
    const seconds = (performance.now() - between) / 1000;
    clearInterval(watch);
    expect(imported).toMatchObject({ state: 'imported', problem: null });
    const per = (took: number) => Math.round(imported.rows_done / took);
    report(
      `arrival list: ${imported.rows_done} people; check ${per((between - from) / 1000)} rows/s, ` +
        `import (reads and compares again) ${per(seconds)} rows/s in ${seconds.toFixed(1)} s; ` +
        `memory +${Math.round((most - idle) / 1e6)} MB`,
    );
  });
});
