import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factStory } from '#test/fact-story.ts';

// Run after a new kind of fact, or a new version of one: `node scripts/record-facts.ts`. It adds what
// is missing in test/facts and never touches what is there: those files stand for real ones out there.
const folder = join(import.meta.dirname, '../test/facts');
for (const fact of factStory()) {
  const path = join(folder, `${fact.kind}-v${fact.version}.json`);
  if (existsSync(path)) continue;
  writeFileSync(path, `${JSON.stringify(fact, null, 2)}\n`);
  console.log(path);
}
