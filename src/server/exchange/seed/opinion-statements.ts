import type { Vote } from '#domain/exchange/opinion/vote.ts';

/** What most of either mind say: those who would place families with relatives at once, and those who would not. */
export interface DemoStatement {
  readonly said: readonly [en: string, ru: string, uz: string];
  readonly minds: readonly [Vote | null, Vote | null];
}

const one = (
  minds: DemoStatement['minds'],
  ...said: [en: string, ru: string, uz: string]
): DemoStatement => ({ minds, said });

/** The poll of the demo that has been voted on: four statements unite, five divide, the others are open. */
export const FIRST_WEEKS: readonly DemoStatement[] = [
  one(
    ['agree', 'agree'],
    'Every child should be back at school within a month of arrival.',
    'Каждый ребёнок должен вернуться в школу в течение месяца после прибытия.',
    'Har bir bola kelganidan keyin bir oy ichida maktabga qaytishi kerak.',
  ),
  one(
    ['agree', 'disagree'],
    'Families should live with relatives at once, without weeks in a centre.',
    'Семьи должны сразу жить у родственников, без недель в центре.',
    'Oilalar markazda haftalab turmasdan, darhol qarindoshlari bilan yashashi kerak.',
  ),
  one(
    ['agree', 'agree'],
    'Identity papers should be restored before anything else is asked of a family.',
    'Документы нужно восстановить прежде, чем что-либо требовать от семьи.',
    'Oiladan biror narsa talab qilishdan oldin shaxsini tasdiqlovchi hujjatlarini tiklash kerak.',
  ),
  one(
    ['disagree', 'agree'],
    'The first weeks are best spent together in one place, with a doctor and a psychologist.',
    'Первые недели лучше провести вместе в одном месте, с врачом и психологом.',
    'Birinchi haftalarni birgalikda, bir joyda, shifokor va psixolog bilan oʻtkazgan maʼqul.',
  ),
  one(
    ['agree', 'agree'],
    'Nobody should have to tell the same story to more than one office.',
    'Никто не должен рассказывать одно и то же в нескольких ведомствах.',
    'Hech kim bir gapni bir necha idorada qayta-qayta aytib berishga majbur boʻlmasligi kerak.',
  ),
  one(
    ['agree', 'disagree'],
    'Money helps a family more than goods do.',
    'Деньги помогают семье больше, чем вещи.',
    'Oilaga buyumlardan koʻra pul koʻproq yordam beradi.',
  ),
  one(
    [null, null],
    'Vocational training should begin within the first three months.',
    'Профессиональное обучение должно начинаться в первые три месяца.',
    'Kasbga oʻqitish dastlabki uch oy ichida boshlanishi kerak.',
  ),
  one(
    ['disagree', 'agree'],
    'A new place to live gives a better start than the old neighbourhood.',
    'Новое место жительства — лучшее начало, чем прежний район.',
    'Yangi yashash joyi avvalgi mahallaga qaraganda yaxshiroq boshlanish beradi.',
  ),
  one(
    ['agree', 'agree'],
    'One support worker should stay with a family for at least two years.',
    'Один специалист по сопровождению должен оставаться с семьёй не менее двух лет.',
    'Oila bilan bitta ijtimoiy xodim kamida ikki yil birga boʻlishi kerak.',
  ),
  one(
    ['agree', 'disagree'],
    'Neighbours should be prepared by the community before a family moves in.',
    'До приезда семьи община должна подготовить соседей.',
    'Oila koʻchib kelishidan oldin mahalla qoʻshnilarni tayyorlashi kerak.',
  ),
  one(
    [null, 'pass'],
    'Religious counselling should be offered only when somebody asks for it.',
    'Беседу с религиозным консультантом следует предлагать только тогда, когда человек сам об этом просит.',
    'Diniy maslahat faqat inson oʻzi soʻraganda taklif qilinishi kerak.',
  ),
  one(
    ['disagree', 'disagree'],
    'Teachers should be told where a child has been.',
    'Учителям следует сообщать, где был ребёнок.',
    'Oʻqituvchilarga bola qayerda boʻlganini aytish kerak.',
  ),
];

/** The poll that is open: whoever signs in can vote. */
export const WORK: readonly DemoStatement[] = [
  one(
    ['agree', 'agree'],
    'A course is worth little without an employer who has promised places.',
    'Курсы мало что дают, если нет работодателя, обещавшего места.',
    'Ish joyi vaʼda qilgan ish beruvchi boʻlmasa, kursdan foyda kam.',
  ),
  one(
    ['agree', 'disagree'],
    'Working from home suits mothers of small children best.',
    'Матерям маленьких детей лучше всего подходит работа на дому.',
    'Yosh bolali onalarga uyda ishlash eng qulay.',
  ),
  one(
    ['disagree', 'agree'],
    'Childcare should be paid for before any training is.',
    'Сначала нужно оплачивать присмотр за детьми, а уже потом обучение.',
    'Avval bolalarga qarash xarajati, keyin esa oʻqitish xarajati toʻlanishi kerak.',
  ),
  one(
    ['agree', 'pass'],
    'A small grant for one’s own business should come only after a year of support.',
    'Небольшой грант на своё дело следует давать только после года сопровождения.',
    'Oʻz ishini ochish uchun kichik grant faqat bir yillik hamrohlikdan keyin berilishi kerak.',
  ),
  one(
    ['agree', 'agree'],
    'Certificates from abroad should be recognised within three months.',
    'Документы об образовании из других стран следует признавать в течение трёх месяцев.',
    'Boshqa davlatlarda olingan taʼlim hujjatlari uch oy ichida tan olinishi kerak.',
  ),
  one(
    [null, null],
    'Employers should never learn that somebody has returned.',
    'Работодатель никогда не должен узнавать, что человек вернулся.',
    'Ish beruvchi insonning qaytib kelganini hech qachon bilmasligi kerak.',
  ),
];
