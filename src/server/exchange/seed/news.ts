import type pg from 'pg';
import type { Wording } from '#domain/exchange/wording.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { textsOf } from '../news/news-publishing.ts';
import { editionId } from './editions.ts';
import { participantId, told } from './told.ts';

const DAY = 86_400_000;

interface DemoNews {
  readonly code: string;
  readonly kind: 'press_release' | 'communique';
  readonly edition: string;
  readonly days: number;
  readonly title: Wording;
  readonly lead: Wording;
  readonly body: Wording;
  readonly quotations: readonly {
    readonly by: string;
    readonly name: string;
    readonly words: Wording;
    /** Languages in which the speaker said yes. */
    readonly approved: readonly string[];
  }[];
}

const NEWS: readonly DemoNews[] = [
  {
    ...{ code: 'second-dialogue', kind: 'press_release', edition: 'homecoming-2', days: 6 },
    title: told(
      'Ten countries talk about coming home',
      'Десять стран говорят о возвращении домой',
      'Oʻn mamlakat uyga qaytish haqida suhbatlashadi',
    ),
    lead: told(
      'The second dialogue “Homecoming” brings together fifty experts online, in three languages.',
      'Второй диалог «Возвращение домой» соберёт онлайн пятьдесят экспертов, на трёх языках.',
      '“Uyga qaytish” ikkinchi muloqoti ellik nafar ekspertni onlayn, uch tilda jamlaydi.',
    ),
    body: told(
      `For two days practitioners speak about what helped people who came home: papers, housing, school, health and work.

What they agree on becomes recommendations with an owner and a date, and the next dialogue begins with what came of them.`,
      `Два дня практики говорят о том, что помогло вернувшимся людям: о документах, жилье, школе, здоровье и работе.

То, о чём они договорятся, станет рекомендациями с ответственным и сроком, а следующий диалог начнётся с того, что из них вышло.`,
      `Ikki kun davomida amaliyotchilar uyga qaytgan odamlarga nima yordam bergani haqida gaplashadi: hujjatlar, uy-joy, maktab, sogʻliq va ish.

Kelishilgan fikrlar masʼuli va muddati bor tavsiyalarga aylanadi, keyingi muloqot esa ulardan nima chiqqanidan boshlanadi.`,
    ),
    quotations: [],
  },
  {
    ...{ code: 'first-communique', kind: 'communique', edition: 'homecoming-1', days: 320 },
    title: told(
      'Communiqué of the first dialogue: back at school within weeks',
      'Коммюнике первого диалога: снова в школе за несколько недель',
      'Birinchi muloqot kommyunikesi: bir necha haftada yana maktabda',
    ),
    lead: told(
      'Participants agreed that a seat at school should not wait for the last paper.',
      'Участники согласились: место в школе не должно ждать последнего документа.',
      'Ishtirokchilar kelishdi: maktabdagi joy oxirgi hujjatni kutmasligi kerak.',
    ),
    body: told(
      `The participants recommend that schools take children in at once, that a placement test follows later, and that teachers are prepared before the first day.

They thank the hosts and agree to meet again within a year.`,
      `Участники рекомендуют школам принимать детей сразу, проверку подходящего класса проводить позже, а учителей готовить до первого дня.

Они благодарят организаторов и договариваются встретиться снова в течение года.`,
      `Ishtirokchilar maktablarga bolalarni darhol qabul qilishni, qaysi sinf mosligini keyin aniqlashni va oʻqituvchilarni birinchi kungacha tayyorlashni tavsiya etadi.

Ular mezbonlarga minnatdorlik bildiradi va bir yil ichida yana uchrashishga kelishadi.`,
    ),
    quotations: [
      {
        ...{ by: 'priya', name: 'Priya Raman', approved: ['en', 'ru'] },
        words: told(
          'A child needs a school, not a label.',
          'Ребёнку нужна школа, а не ярлык.',
          'Bolaga yorliq emas, maktab kerak.',
        ),
      },
      {
        ...{ by: 'aigerim', name: 'Aigerim Seitova', approved: [] },
        words: told('We have begun with the teachers, and it shows in every class.'),
      },
    ],
  },
];

/** A press release and a communiqué, out; one quotation is approved, one waits for its speaker. */
export async function seedNews(owner: pg.ClientBase, _today: string, now: Date): Promise<void> {
  for (const one of NEWS) await seedOne(owner, one, now);
}

async function seedOne(owner: pg.ClientBase, news: DemoNews, now: Date): Promise<void> {
  const id = fixedId(`exchange:news:${news.code}`);
  const at = new Date(now.getTime() - news.days * DAY);
  const { title, lead, body, code, kind } = news;
  const quotations = news.quotations.map((one) => ({
    ...one,
    id: fixedId(`exchange:quotation:${code}:${one.by}`),
  }));
  const copy = {
    ...{ version: 1, title, lead, body },
    quotations: quotations.map(({ id: quotation, words }) => ({ id: quotation, words })),
  };
  const nodira = participantId('nodira');
  await owner.query(
    `insert into exchange.news (id, slug, edition_id, kind, title, lead, body, published, published_at,
       created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9)`,
    [
      ...[id, code, editionId(news.edition), kind, JSON.stringify(title), JSON.stringify(lead)],
      ...[JSON.stringify(body), JSON.stringify(copy), at, nodira],
    ],
  );
  for (const { id: quotation, by, name, words, approved } of quotations) {
    await owner.query(
      `insert into exchange.quotation (id, news_id, participant_id, speaker, institution, news_title, words,
         created_by, created_at)
       select $1, $2, p.id, $4, o.name, $5, $6, $7, $8 from exchange.participant p
       left join exchange.institution o on o.id = p.institution_id where p.id = $3`,
      [
        ...[quotation, id, participantId(by), name, JSON.stringify(title), JSON.stringify(words)],
        ...[nodira, at],
      ],
    );
    for (const lang of approved) {
      await owner.query(
        `insert into exchange.quotation_approval (quotation_id, lang, words, approved, participant_id, at)
         values ($1, $2, $3, true, $4, $5)`,
        [quotation, lang, words.versions[lang]?.text, participantId(by), at],
      );
    }
  }
  const texts = {
    ...{ ...textsOf('title', title), ...textsOf('lead', lead), ...textsOf('body', body) },
    ...Object.assign({}, ...quotations.map(({ words }, n) => textsOf(`quotation${n + 1}`, words))),
  };
  await publishedBySecond(owner, ['news', id, title.versions.en?.text ?? code, texts], at);
}

/** The row of a publication that Nodira asked for and Dilnoza decided on. */
export async function publishedBySecond(
  owner: pg.ClientBase,
  [kind, subject, title, texts]: readonly [
    kind: string,
    subject: string,
    title: string,
    texts: Readonly<Record<string, string>>,
  ],
  at: Date,
): Promise<void> {
  await owner.query(
    `insert into exchange.publication (id, subject_kind, subject_id, version, title, asked_by, asked_at,
       texts, findings, state, decided_by, decided_at)
     values ($1, $2, $3, 1, $4, $5, $6, $8, '[]', 'published', $7, $6)`,
    [
      ...[fixedId(`exchange:publication:${kind}:${subject}`), kind, subject, title],
      ...[participantId('nodira'), at, participantId('dilnoza'), JSON.stringify(texts)],
    ],
  );
}
