import type { Locale } from '#domain/account/account.ts';
import type { Letter } from '../../mail/outbox.ts';
import { longDay } from '../page/long-day.ts';

interface Told {
  readonly to: string;
  readonly locale: Locale;
  readonly kind: 'review_due' | 'review_overdue';
  readonly number: number;
  readonly edition: string;
  readonly of_day: string;
  readonly link: string;
}

interface Words {
  readonly subject: string;
  readonly review_due: (which: string, day: string) => string;
  readonly review_overdue: (which: string, day: string) => string;
  readonly how: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: 'A recommendation asks for a report',
    review_due: (which, day) => `A report on recommendation ${which} is expected by ${day}.`,
    review_overdue: (which, day) => `A report on recommendation ${which} was expected by ${day}.`,
    how: 'Two sentences are enough: what was done, and what comes next. Report here:',
  },
  ru: {
    subject: 'По рекомендации ждут отчёта',
    review_due: (which, day) => `Отчёт по рекомендации ${which} ожидается до ${day}.`,
    review_overdue: (which, day) => `Отчёт по рекомендации ${which} ожидался до ${day}.`,
    how: 'Достаточно двух предложений: что сделано и что будет дальше. Отчитаться можно здесь:',
  },
  uz: {
    subject: 'Tavsiya boʻyicha hisobot kutilmoqda',
    review_due: (which, day) => `${which} tavsiyasi boʻyicha hisobot ${day} gacha kutilmoqda.`,
    review_overdue: (which, day) =>
      `${which} tavsiyasi boʻyicha hisobot ${day} gacha kutilgan edi.`,
    how: 'Ikki jumla yetarli: nima qilindi va keyin nima boʻladi. Hisobotni shu yerda yozing:',
  },
};

/** The letter to an owner, or to an organiser where nothing was said in time. */
export function reminderLetter({ to, locale, kind, number, edition, of_day, link }: Told): Letter {
  const words = WORDS[locale];
  const day = longDay(locale, of_day);
  const text = words[kind](`${edition} / ${number}`, day);
  return { to, subject: words.subject, text: `${text}\n\n${words.how}\n${link}` };
}
