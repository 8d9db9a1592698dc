import { createHash } from 'node:crypto';
import type pg from 'pg';
import { fixedId } from '../../seed/fixed-id.ts';
import { textsOf } from '../news/news-publishing.ts';
import { textsOfProceedings } from '../proceedings/proceedings-publishing.ts';
import { editionId } from './editions.ts';
import { publishedBySecond } from './news.ts';
import { participantId, SEED_TIME, told } from './told.ts';

const DAY = 86_400_000;
const FIRST = editionId('homecoming-1');
const SECOND = editionId('homecoming-2');

/** Who speaks of her own life appears under this name; the other one is kept apart. */
export const DEMO_ALIAS = {
  username: 'madina.ospan',
  alias: 'A mother from the steppe',
} as const;

const SESSIONS = [
  {
    ...{ code: 'first-school', rule: 'public', people: ['priya', 'bermet.asanova'] },
    title: told('A seat at school', 'Место в школе', 'Maktabdagi joy'),
    abstract: told(
      'How schools of four countries took children in before the last paper was there.',
      'Как школы четырёх стран принимали детей, не дожидаясь последнего документа.',
      'Toʻrt mamlakat maktablari oxirgi hujjatni kutmay bolalarni qanday qabul qilgani.',
    ),
  },
  {
    ...{ code: 'first-voice', rule: 'public', people: [DEMO_ALIAS.username] },
    title: told('In our own words', 'Своими словами', 'Oʻz soʻzimiz bilan'),
    abstract: told(
      'A mother tells what helped her children in the first weeks, and what did not.',
      'Мать рассказывает, что помогло её детям в первые недели, а что нет.',
      'Ona dastlabki haftalarda bolalariga nima yordam bergani va nima bermagani haqida soʻzlaydi.',
    ),
  },
  {
    ...{ code: 'first-teachers', rule: 'chatham_house', people: ['anneke', 'firuza.davlatova'] },
    title: told('What teachers fear', 'Чего боятся учителя', 'Oʻqituvchilar nimadan choʻchiydi'),
    abstract: told(
      'Teachers spoke openly of the first day, and of what they wished they had known.',
      'Учителя открыто говорили о первом дне и о том, что хотели бы знать заранее.',
      'Oʻqituvchilar birinchi kun va oldindan bilishni istagan narsalari haqida ochiq gapirdi.',
    ),
  },
] as const;

/** The first dialogue with its proceedings, a speaker under an alias, materials, agreements, requests. */
export async function seedAgreements(
  owner: pg.ClientBase,
  _today: string,
  now: Date,
): Promise<void> {
  await seedAlias(owner);
  await seedFirstEdition(owner);
  await seedProceedings(owner, now);
  await seedMaterials(owner, now);
  await seedSigned(owner, now);
}

async function seedAlias(owner: pg.ClientBase): Promise<void> {
  const who = participantId(DEMO_ALIAS.username);
  await owner.query(
    `insert into exchange.kept_name (participant_id, name, voice_only, at)
     select id, name, true, $2 from exchange.participant where id = $1`,
    [who, SEED_TIME],
  );
  await owner.query(
    'update exchange.participant set name = $2, institution_id = null where id = $1',
    [who, DEMO_ALIAS.alias],
  );
  await owner.query('update exchange_auth.account set name = $2 where id = $1', [
    ...[who, DEMO_ALIAS.alias],
  ]);
}

async function seedFirstEdition(owner: pg.ClientBase): Promise<void> {
  for (const [at, { code, rule, people, title, abstract }] of SESSIONS.entries()) {
    const session = fixedId(`exchange:session:${code}`);
    await owner.query(
      `insert into exchange.session (id, edition_id, title, abstract, kind, starts_at, minutes, rule, state,
         do_not_record, created_at)
       select $1, e.id, $3, $4, 'talk', e.starts_on + make_interval(hours => $5), 45, $6, 'published', $7, $8
       from exchange.edition e where e.id = $2`,
      [
        ...[session, FIRST, JSON.stringify(title), JSON.stringify(abstract), 9 + at, rule],
        ...[rule !== 'public' || code === 'first-voice', SEED_TIME],
      ],
    );
    for (const [standing, username] of people.entries()) {
      await owner.query(
        `insert into exchange.session_speaker (session_id, edition_id, participant_id, part, name, alias, standing)
         select $1, $2, p.id, 'speaker', p.name, $4, $5 from exchange.participant p where p.id = $3`,
        [...[session, FIRST, participantId(username), username === DEMO_ALIAS.username], standing],
      );
    }
  }
}

async function seedProceedings(owner: pg.ClientBase, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 200 * DAY);
  const abstract = told(
    'Abstracts of the first dialogue “Homecoming”, which was about children who came home and went to school again.',
    'Тезисы первого диалога «Возвращение домой» — о детях, которые вернулись и снова пошли в школу.',
    '“Uyga qaytish” birinchi muloqotining tezislari: uyga qaytib, yana maktabga borgan bolalar haqida.',
  );
  const { rows } = await owner.query(
    `select e.title, e.starts_on, e.ends_on, o.name as host, o.country,
       (select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'abstract', s.abstract, 'people',
          case when s.rule <> 'public' then '[]' else coalesce((select jsonb_agg(jsonb_build_object('name', x.name,
            'affiliation', case when x.alias then null else i.name end) order by x.standing)
            from exchange.session_speaker x join exchange.participant p on p.id = x.participant_id
            left join exchange.institution i on i.id = p.institution_id where x.session_id = s.id), '[]') end)
          order by s.starts_at) from exchange.session s where s.edition_id = e.id) as sessions
     from exchange.edition e, exchange.institution o where e.id = $1 and o.slug = 'registan'`,
    [FIRST],
  );
  const copy = { ...rows[0], version: 1, abstract, licence: 'CC-BY-4.0', doi: null };
  await owner.query(
    `insert into exchange.proceedings (edition_id, abstract, licence, published, published_at)
     values ($1, $2, 'CC-BY-4.0', $3, $4)`,
    [FIRST, JSON.stringify(abstract), JSON.stringify(copy), at],
  );
  const title = copy.title.versions.en?.text ?? 'Proceedings';
  await publishedBySecond(owner, ['proceedings', FIRST, title, textsOfProceedings(copy)], at);
}

const MATERIALS = [
  {
    ...{
      code: 'seat-slides',
      edition: FIRST,
      session: 'first-school',
      access: 'public',
      out: true,
    },
    title: told('Slides: a seat at school', 'Слайды: место в школе', 'Slaydlar: maktabdagi joy'),
  },
  {
    ...{ code: 'reader', edition: SECOND, session: null, access: 'registered', out: true },
    title: told(
      'Reader for participants',
      'Материалы для участников',
      'Ishtirokchilar uchun toʻplam',
    ),
  },
  {
    ...{ code: 'run-sheet', edition: SECOND, session: null, access: 'organisers', out: false },
    title: told('Run sheet of both days', 'План проведения двух дней', 'Ikki kunlik ish rejasi'),
  },
] as const;

async function seedMaterials(owner: pg.ClientBase, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 5 * DAY);
  for (const { code, edition, session, access, out, title } of MATERIALS) {
    const id = fixedId(`exchange:material:${code}`);
    const file = fixedId(`exchange:file:${code}`);
    const bytes = Buffer.from(demoPdf(title.versions.en?.text ?? code), 'latin1');
    const nodira = participantId('nodira');
    await owner.query(
      `insert into exchange.file (id, sha256, media_type, size, bytes, added_by, added_at)
       values ($1, $2, 'application/pdf', $3, $4, $5, $6)`,
      [file, createHash('sha256').update(bytes).digest(), bytes.length, bytes, nodira, at],
    );
    await owner.query(
      `insert into exchange.material (id, edition_id, session_id, title, language, access, file_id, created_by,
         created_at) values ($1, $2, $3, $4, 'en', $5, $6, $7, $8)`,
      [
        ...[id, edition, session === null ? null : fixedId(`exchange:session:${session}`)],
        ...[JSON.stringify(title), access, file, nodira, at],
      ],
    );
    const name = title.versions.en?.text ?? code;
    if (out) await publishedBySecond(owner, ['material', id, name, textsOf('title', title)], at);
  }
}

/** A page with one line: the least that every reader of PDF opens. */
function demoPdf(line: string): string {
  const text = `BT /F1 24 Tf 60 500 Td (${line.replace(/[()\\]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let made = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = made.length;
    made += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const rows = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  return `${made}xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${made.length}\n%%EOF\n`;
}

/** Who signed for the coming dialogue, and what its sessions asked of the technicians. */
async function seedSigned(owner: pg.ClientBase, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 4 * DAY);
  await owner.query(
    `insert into exchange.agreement (session_id, participant_id, recording, publication, materials, signed, at)
     select x.session_id, x.participant_id, true, x.participant_id = $2, true, x.name, $3
     from exchange.session_speaker x join exchange.session s on s.id = x.session_id
     where s.edition_id = $1 and x.part = 'speaker' and x.participant_id <> $4 and s.rule = 'public'
     order by s.starts_at, x.standing limit 5`,
    [SECOND, participantId('nodira'), at, participantId('priya')],
  );
  // Whoever spoke on a seat at school has given on the slides.
  await owner.query(
    `insert into exchange.agreement (session_id, participant_id, recording, publication, materials, signed, at)
     select x.session_id, x.participant_id, false, false, true, x.name, $2
     from exchange.session_speaker x where x.session_id = $1 and x.part = 'speaker'`,
    [fixedId('exchange:session:first-school'), SEED_TIME],
  );
  const asked = [
    ['opening', 'interpretation', 'ru', 'uz-Latn', 'accepted', null],
    ['opening', 'recording', null, null, 'asked', null],
    [
      'closing',
      'captions',
      null,
      'en',
      'declined',
      'Nobody is free to write captions on that day.',
    ],
    [
      'school',
      'technical_rehearsal',
      null,
      null,
      'changed',
      'A day earlier, at ten in the morning.',
    ],
  ] as const;
  for (const [session, kind, from, to, state, answer] of asked) {
    await owner.query(
      `insert into exchange.service_request (id, session_id, kind, from_language, to_language, state, answer,
         asked_by, asked_at, answered_by, answered_at)
       select $1, s.id, $3, $4, $5, $6, $7, $8, $9, $10, $11 from exchange.session s where s.id = $2`,
      [
        ...[
          fixedId(`exchange:service-request:${session}:${kind}`),
          fixedId(`exchange:session:${session}`),
        ],
        ...[kind, from, to, state, answer, participantId('meilin'), at],
        ...(state === 'asked' ? [null, null] : [participantId('nodira'), now]),
      ],
    );
  }
}
