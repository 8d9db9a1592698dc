import type pg from 'pg';
import { fixedId } from './fixed-id.ts';

/** Where an organisation of the demo world can be visited; invented streets of real towns. */
interface Visit {
  readonly organisation: string;
  readonly street: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly phone: string;
  readonly days: string;
  readonly opens_at: string;
  readonly closes_at: string;
}

const OFFICE = ['MO,TU,WE,TH,FR', '09:00', '18:00'] as const;
const MORNINGS = ['MO,TU,WE,TH,FR,SA', '08:00', '14:00'] as const;
const SCHOOL = ['MO,TU,WE,TH,FR,SA', '08:00', '17:00'] as const;
const EVERY_DAY = ['MO,TU,WE,TH,FR,SA,SU', '08:00', '20:00'] as const;

const visit = (
  organisation: string,
  [street, city]: readonly [string, string],
  [latitude, longitude]: readonly [number, number],
  phone: string,
  [days, opens_at, closes_at]: readonly [string, string, string] = OFFICE,
): Visit => ({
  ...{ organisation, street, city, latitude, longitude, phone },
  ...{ days, opens_at, closes_at },
});

const VISITS: readonly Visit[] = [
  visit(
    'polyclinic',
    ['12 Apricot street', 'Tashkent'],
    [41.364, 69.288],
    '+998 71 000 01 12',
    MORNINGS,
  ),
  visit('school', ['3 Mulberry lane', 'Tashkent'], [41.358, 69.293], '+998 71 000 01 14', SCHOOL),
  visit('registry', ['40 Fountain square', 'Tashkent'], [41.351, 69.283], '+998 71 000 01 40'),
  visit('training', ['7 Weavers street', 'Tashkent'], [41.37, 69.3], '+998 71 000 01 07'),
  visit('employment', ['21 Poplar avenue', 'Tashkent'], [41.347, 69.297], '+998 71 000 01 21'),
  visit('legal_aid', ['5 Old gate', 'Tashkent'], [41.355, 69.275], '+998 71 000 01 05'),
  visit(
    'family_centre',
    ['16 Quince street', 'Tashkent'],
    [41.361, 69.279],
    '+998 71 000 01 16',
    EVERY_DAY,
  ),
  visit('andijan_women', ['9 Silk street', 'Asaka'], [40.641, 72.238], '+998 74 000 02 09'),
  visit('fergana_crafts', ['2 Potters street', 'Rishton'], [40.357, 71.285], '+998 73 000 03 02'),
  visit('samarkand_clinic', ['31 Garden street', 'Urgut'], [39.402, 67.243], '+998 66 000 04 31'),
];

interface Known {
  readonly staff?: 'women' | 'men' | 'both';
  readonly serves?: 'women' | 'men';
  readonly childcare?: boolean;
  readonly ages?: readonly [number | null, number | null];
  /** Taken at once, free, days one waits. */
  readonly places?: readonly [number, number, number];
  readonly papers?: readonly string[];
  readonly cost?: string;
}

const KNOWN: Readonly<Record<string, Known>> = {
  family_doctor: { staff: 'both', places: [40, 12, 2], cost: 'Free' },
  vaccination: { staff: 'women', ages: [0, 17], places: [30, 8, 1], cost: 'Free' },
  dentist: { staff: 'men', places: [8, 0, 21], cost: 'Children free; adults pay for fillings' },
  school_place: { staff: 'both', ages: [6, 17], places: [25, 4, 0] },
  catch_up_class: { staff: 'women', ages: [7, 17], places: [12, 3, 7] },
  birth_certificate: { staff: 'women', places: [10, 10, 5], papers: ['A paper of the mother'] },
  identity_paper: { staff: 'both', ages: [16, null], papers: ['Birth certificate'] },
  sewing_course: { staff: 'women', childcare: true, ages: [16, null], places: [15, 2, 30] },
  computer_course: { staff: 'both', ages: [15, null], places: [12, 0, 45] },
  baking_course: { staff: 'women', childcare: true, ages: [16, null], places: [10, 5, 14] },
  job_search: { staff: 'both', ages: [16, null], places: [50, 20, 3] },
  own_business: { staff: 'men', ages: [18, null] },
  legal_advice: { staff: 'both', places: [6, 1, 7], cost: 'Free' },
  guardianship_papers: { staff: 'women', places: [4, 0, 14] },
  parents_group: { staff: 'women', childcare: true, places: [14, 6, 7] },
  day_care: { staff: 'women', childcare: true, ages: [1, 6], places: [20, 1, 10] },
  talks: { staff: 'women', childcare: true, places: [8, 2, 9], cost: 'Free' },
  safe_house: { staff: 'women', serves: 'women', childcare: true, places: [6, 1, 0] },
  home_visits: { staff: 'women', places: [10, 4, 3], cost: 'Free' },
  asaka_talks: { staff: 'women', serves: 'women', childcare: true, places: [6, 3, 5] },
  asaka_sewing: { staff: 'women', serves: 'women', ages: [16, null], places: [12, 4, 20] },
  rishton_pottery: { staff: 'both', ages: [15, null], places: [10, 6, 10] },
  rishton_market: { staff: 'both', ages: [18, null] },
  urgut_doctor: { staff: 'both', places: [20, 9, 2], cost: 'Free' },
  urgut_children: { staff: 'women', ages: [0, 17], places: [12, 2, 6], cost: 'Free' },
};

/** What the demo directory says beside names: hours, places, capacity, one confidential address. */
export async function addDirectory(owner: pg.ClientBase, now: Date): Promise<void> {
  for (const [code, known] of Object.entries(KNOWN)) {
    const id = fixedId(`service:${code}`);
    await owner.query(
      `update service set staff = $2, serves = $3, childcare = $4, minimum_age = $5,
         maximum_age = $6, document = $7 where id = $1`,
      [
        ...[id, known.staff ?? null, known.serves ?? 'everybody', known.childcare ?? false],
        ...[known.ages?.[0] ?? null, known.ages?.[1] ?? null, documentOf(code, known)],
      ],
    );
    const [capacity, free, waiting] = known.places ?? [];
    if (capacity === undefined) continue;
    // Made sure of between a day and seven weeks ago.
    const days = (code.length * 5) % 49;
    await owner.query(
      `insert into service_capacity (service_id, capacity, places_free, waiting_days, assured_on)
       values ($1, $2, $3, $4, $5::date - $6::int)`,
      [id, capacity, free, waiting, now.toISOString().slice(0, 10), days],
    );
  }
  for (const one of VISITS) await addVisit(owner, one);
  await hide(owner);
}

function documentOf(code: string, known: Known): object {
  return {
    ...(known.cost === undefined ? {} : { fees_description: known.cost }),
    ...(known.papers === undefined
      ? {}
      : {
          required_documents: known.papers.map((document, index) => ({
            id: fixedId(`paper:${code}:${index}`),
            document,
          })),
        }),
  };
}

async function addVisit(owner: pg.ClientBase, one: Visit): Promise<void> {
  const organisation = fixedId(`organisation:${one.organisation}`);
  const location = fixedId(`location:${one.organisation}`);
  const address = {
    ...{ id: fixedId(`address:${one.organisation}`), address_1: one.street, city: one.city },
    ...{ state_province: '', postal_code: '', country: 'UZ', address_type: 'physical' },
  };
  await owner.query(`insert into location (id, organisation_id, document) values ($1, $2, $3)`, [
    ...[location, organisation],
    {
      ...{ location_type: 'physical', name: one.street, addresses: [address] },
      ...{ latitude: one.latitude, longitude: one.longitude },
    },
  ]);
  const { rows } = await owner.query<{ id: string }>(
    'select id from service where organisation_id = $1 and id <> $2',
    [organisation, fixedId('service:safe_house')],
  );
  for (const { id } of rows) {
    const schedule = {
      ...{ id: fixedId(`hours:${id}`), freq: 'WEEKLY', byday: one.days },
      ...{ opens_at: one.opens_at, closes_at: one.closes_at },
    };
    const phone = { id: fixedId(`phone:${id}`), number: one.phone, type: 'voice' };
    await owner.query('update service set document = document || $2 where id = $1', [
      ...[id, { schedules: [schedule], phones: [phone] }],
    ]);
    await owner.query(
      'insert into service_at_location (id, service_id, location_id) values ($1, $2, $3)',
      [fixedId(`at:${id}`), id, location],
    );
  }
}

/** A house whose address only those who refer may read. */
async function hide(owner: pg.ClientBase): Promise<void> {
  const id = fixedId('location:safe_house');
  await owner.query(
    `insert into location (id, organisation_id, confidential, document)
     values ($1, $2, true, '{"location_type": "physical", "name": "The house"}')`,
    [id, fixedId('organisation:family_centre')],
  );
  await owner.query('insert into confidential_address (location_id, address) values ($1, $2)', [
    ...[id, '8 Hidden orchard, ask for the gardener'],
  ]);
  await owner.query(
    'insert into service_at_location (id, service_id, location_id) values ($1, $2, $3)',
    [fixedId('at:safe_house'), fixedId('service:safe_house'), id],
  );
}
