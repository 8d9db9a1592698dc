import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import { chance } from '../seed/chance.ts';
import { http, load } from './load.ts';
import { print, ratio } from './print.ts';

const SERVICES = 20_000;
/** Services that one organisation offers. */
const EACH = 20;
const NEEDS = ['health', 'education', 'wellbeing', 'vocational_training', 'employment'];
const SPOKEN = ['uz', 'ru', 'kaa', 'tg'];

/** A directory of 20,000 services brought in by a coordinator, then searched by two caseworkers at once. */
export async function directory(
  url: string,
  coordinator: string,
  caseworker: string,
  bare: pg.Pool,
): Promise<void> {
  const text = JSON.stringify(records());
  const began = performance.now();
  const { status, text: said } = await http('POST', `${url}/api/directory/import`, coordinator, {
    ...{ files: [{ name: 'directory.json', text }], trial: false },
    ...{ need_domain: 'health', purpose: 'health_care' },
  });
  if (status !== 200) throw new Error(`directory: ${status} ${said.slice(0, 300)}`);
  const seconds = (performance.now() - began) / 1000;
  const copying = performance.now();
  await bare.query('create table if not exists bench_service (id uuid primary key, body jsonb)');
  await bare.query(
    'insert into bench_service select gen_random_uuid(), one from jsonb_array_elements($1) one',
    [text],
  );
  const copied = (performance.now() - copying) / 1000;
  const rate = (SERVICES / seconds).toFixed(0);
  print('directory, import', `${rate} rows/s (${SERVICES} in ${seconds.toFixed(1)} s)`);
  print('  beside the same records inserted bare', `${(SERVICES / copied).toFixed(0)} rows/s`);
  print('  ratio', `${(seconds / copied).toFixed(1)}x`);

  const place = placeId(DEMO_PLACES.district);
  const kinds = [
    ['area, place and language', `need=health&place=${place}&language=ru`],
    ['a word of its name', 'text=house%20777'],
    ['who works there, children', 'staff=women&childcare=true'],
    ['open now, in an area', 'need=health&open=true'],
    ['nothing asked', ''],
  ] as const;
  for (const [what, asked] of kinds) {
    const one = async () => {
      const found = await http('GET', `${url}/api/directory?${asked}`, caseworker);
      if (found.status !== 200) throw new Error(`directory: ${found.status} ${found.text}`);
    };
    await load(2, 5, one);
    const figures = await load(2, 60, one);
    const scanned = await load(2, 60, async () => {
      await bare.query(`select id from service where name::text ilike '%house 777%' limit 100`);
    });
    const reference = 'a scan of all names, bare';
    ratio(`directory, ${what}`, figures, reference, scanned, 'p95 ≤ 100 ms');
  }
}

function records() {
  const luck = chance(11);
  const owners = Array.from({ length: SERVICES / EACH }, (_, index) => ({
    ...{ id: randomUUID(), name: `House ${index}`, description: 'A house that helps' },
  }));
  return owners.flatMap((organization) =>
    Array.from({ length: EACH }, (_, index) => ({
      ...{ id: randomUUID(), name: `Service ${index} of ${organization.name}`, status: 'active' },
      organization,
      description: 'For whoever comes and asks',
      languages: [{ id: randomUUID(), code: luck.pick(SPOKEN) }],
      schedules: [
        {
          ...{ id: randomUUID(), freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR' },
          ...{ opens_at: '09:00', closes_at: '18:00' },
        },
      ],
      x_directory: {
        names: { en: `Service ${index} of ${organization.name}` },
        ...{ need_domain: luck.pick(NEEDS), purpose: 'health_care' },
        ...{ staff: luck.pick(['women', 'men', 'both'] as const), childcare: index % 3 === 0 },
        ...{ waiting_days: index, ...(index % 2 === 0 ? { place: DEMO_PLACES.district } : {}) },
      },
    })),
  );
}
