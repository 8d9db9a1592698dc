// npm run messages                     collects the words of all screens into src/web/locales/*.po
//                                      and of the public pages into src/server/exchange/words/*.po
// npm run messages -- words.json …     and fills in translations: { "English": { "ru": "…", "uz": "…" } }
//
// Several people may run it at once: one after the other, by a lock directory. Prints what is missing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { formatter } from '@lingui/format-po';

const LOCK = 'src/web/locales/.lock';
const format = formatter({ lineNumbers: false, origins: false, printLinguiId: false });

for (let tries = 0; ; tries += 1) {
  try {
    mkdirSync(LOCK);
    break;
  } catch (error) {
    if (error.code !== 'EEXIST' || tries > 240) throw error;
    await wait(250);
  }
}
try {
  const npx = ['--no-install', 'lingui', 'extract', '--clean'];
  const extracted = spawnSync('npx', npx, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (extracted.status !== 0) throw new Error('the words could not be collected');
  const words = Object.assign({}, ...process.argv.slice(2).map(readWords));
  const missing = [];
  for (const folder of ['src/web/locales', 'src/server/exchange/words'])
    for (const locale of ['ru', 'uz']) missing.push(...(await fill(folder, locale, words)));
  for (const line of missing) console.log(line);
  console.log(missing.length === 0 ? 'complete' : `${missing.length} missing`);
} finally {
  rmdirSync(LOCK);
}

function readWords(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function fill(folder, locale, words) {
  const path = `${folder}/${locale}.po`;
  const context = { locale, sourceLocale: 'en', filename: path };
  const existing = readFileSync(path, 'utf8');
  const catalog = await format.parse(existing, context);
  const missing = [];
  for (const [id, entry] of Object.entries(catalog)) {
    const given = words[entry.message ?? id]?.[locale];
    if (given !== undefined) entry.translation = given;
    if (!entry.translation) missing.push(`${locale}: ${entry.message ?? id}`);
  }
  writeFileSync(path, await format.serialize(catalog, { ...context, existing }));
  return missing;
}
