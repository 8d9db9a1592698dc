import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { EvidenceChart } from '#domain/exchange/evidence/chart.ts';
import { checkEvidence } from '#domain/exchange/evidence/check-evidence.ts';
import { describedIn, publishedCells } from '#domain/exchange/evidence/evidence-file.ts';
import { mayBePublished } from '#domain/exchange/evidence/finding.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { readEvidenceFile } from '../evidence/read-file.ts';
import { toLookAt } from '../evidence/upload-evidence.ts';
import { publishedBySecond } from './news.ts';
import { participantId, SEED_TIME, told } from './told.ts';

type Translated = readonly [ru: string, uz: string];

interface DemoTable {
  readonly slug: string;
  readonly file: string;
  readonly charts: readonly EvidenceChart[];
  readonly title: Translated;
  readonly method: Translated;
  readonly denominators: Translated;
}

const TABLES: readonly DemoTable[] = [
  {
    slug: 'returns-2018-2025',
    file: 'unhcr-returns.csv',
    charts: [
      { kind: 'line', along: 'A', value: 'D', series: 'B' },
      { kind: 'line', along: 'A', value: 'E', series: 'B' },
    ],
    title: [
      'Возвращение беженцев и перемещённых лиц в Афганистан, Ирак и Сирию, 2018–2025 годы',
      'Afgʻoniston, Iroq va Suriyaga qaytgan qochqinlar va koʻchirilganlar, 2018–2025-yillar',
    ],
    method: [
      'Данные, которые правительства и отделения УВКБ сообщают за каждый год. Возвращения беженцев сложены по всем странам, откуда они приехали (УВКБ показывает от 1 до 4 человек как 5, поэтому суммы могут быть немного завышены). Пустая ячейка значит, что ничего не сообщили, а не то, что никто не вернулся.',
      'Hukumatlar va BMT Qochqinlar ishlari boʻyicha Oliy komissari boshqarmasi boʻlimlari har yil uchun maʼlum qilgan sonlar. Qochqinlarning qaytishi ular kelgan barcha mamlakatlar boʻyicha qoʻshilgan (1 dan 4 gacha kishi 5 deb berilgani uchun yigʻindi biroz ortiq boʻlishi mumkin). Boʻsh katak hech narsa maʼlum qilinmaganini bildiradi, hech kim qaytmaganini emas.',
    ],
    denominators: [
      'Все, о чьём возвращении в этом году сообщили. Сколько людей хотели вернуться или снова уехали, из этой таблицы не видно.',
      'Shu yili qaytgani maʼlum qilingan barcha odamlar. Qancha odam qaytishni xohlagani yoki yana ketgani bu jadvaldan koʻrinmaydi.',
    ],
  },
  {
    slug: 'mentors-and-work',
    file: 'mentors-and-work.csv',
    charts: [{ kind: 'bars', along: 'A', value: 'D', series: 'B' }],
    title: [
      'Работают через год после первых курсов: с наставником и без наставника',
      'Birinchi kursdan bir yil oʻtib ishlayotganlar: ustoz bilan va ustozsiz',
    ],
    method: [
      'Взрослых, которые окончили курсы в 2025 году, через год спросили, работали ли они в последний месяц. Те, с кем не удалось связаться, не посчитаны. Группы не составляли по жребию: люди с наставником жили ближе к городу.',
      '2025-yilda kursni tugatgan kattalardan bir yildan keyin oxirgi oyda ishlagan-ishlamagani soʻraldi. Bogʻlanib boʻlmaganlar hisobga kirmagan. Guruhlar qurʼa bilan tuzilmagan: ustozi borlar shaharga yaqinroq yashagan.',
    ],
    denominators: [
      'Взрослые, которые окончили курсы и с которыми удалось связаться через год, — по регионам и по тому, был ли у них наставник полгода или дольше.',
      'Kursni tugatgan va bir yildan keyin bogʻlanishga erishilgan kattalar: hududlar hamda olti oy va undan uzoq ustozi boʻlgan-boʻlmagani boʻyicha.',
    ],
  },
];

/** Two tables of the demo, uploaded by the organiser and published by the editor; through the same check as any. */
export async function seedEvidence(owner: pg.ClientBase): Promise<void> {
  for (const table of TABLES) await seedTable(owner, table);
}

async function seedTable(owner: pg.ClientBase, table: DemoTable): Promise<void> {
  const bytes = readFileSync(new URL(`../../../../seed/exchange/${table.file}`, import.meta.url));
  const read = readEvidenceFile(bytes);
  if ('code' in read) throw new Error(`${table.file}: ${read.code}`);
  const findings = checkEvidence(read);
  if (!mayBePublished(findings)) throw new Error(`${table.file}: ${JSON.stringify(findings)}`);
  const said = describedIn(read);
  const { title = '', method = '', denominators = '', source = '', period = '' } = said;
  const { geography = '' } = said;
  const description = { title, method, denominators, source, period, geography };
  const words = (en: string, [ru, uz]: Translated) => JSON.stringify(told(en, ru, uz));
  const id = fixedId(`exchange:evidence:${table.slug}`);
  const version = fixedId(`exchange:evidence-version:${table.slug}`);
  await owner.query(
    `insert into exchange.evidence_table (id, slug, title, method, denominators, shown_version_id,
       created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[id, table.slug, words(title, table.title), words(method, table.method)],
      ...[words(denominators, table.denominators), version, participantId('nodira'), SEED_TIME],
    ],
  );
  await owner.query(
    `insert into exchange.evidence_version (id, evidence_table_id, number, state, said, source, period,
       geography, cells, charts, findings, uploaded_by, uploaded_at, decided_by, decided_at)
     values ($1, $2, 1, 'published', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11)`,
    [
      ...[version, id, JSON.stringify({ lang: 'en', title, method, denominators }), source],
      ...[period, geography, JSON.stringify(publishedCells(read)), JSON.stringify(table.charts)],
      ...[JSON.stringify(findings), participantId('nodira'), SEED_TIME, participantId('dilnoza')],
    ],
  );
  const texts = toLookAt({ lang: 'en', description }, read);
  await publishedBySecond(owner, ['evidence', id, title, texts], SEED_TIME);
  await owner.query(
    'insert into exchange.evidence_file (evidence_version_id, bytes) values ($1, $2)',
    [version, bytes],
  );
}
