import type { Locale } from '#domain/account/account.ts';
import type { Letter } from './outbox.ts';

interface Words {
  readonly subject: string;
  readonly text: (link: string, until: string) => string;
}

/** Neither the programme nor its subject is named: a mailbox is read by others too. */
const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: 'Your account',
    text: (link, until) =>
      `An account has been prepared for you.\n\nOpen this address to choose a user name and a password:\n${link}\n\nIt works once, until ${until} (UTC). If you expected no such message, delete it.`,
  },
  ru: {
    subject: 'Ваша учётная запись',
    text: (link, until) =>
      `Для вас подготовлена учётная запись.\n\nОткройте этот адрес, чтобы выбрать имя пользователя и пароль:\n${link}\n\nОн действует один раз, до ${until} (UTC). Если вы не ждали такого письма, удалите его.`,
  },
  uz: {
    subject: 'Sizning hisobingiz',
    text: (link, until) =>
      `Siz uchun hisob tayyorlandi.\n\nFoydalanuvchi nomi va parolni tanlash uchun ushbu manzilni oching:\n${link}\n\nU bir marta, ${until} gacha (UTC) ishlaydi. Agar bunday xatni kutmagan boʻlsangiz, uni oʻchirib tashlang.`,
  },
};

/** The letter that brings the link. The secret stands after `#`, so that no server log ever sees it. */
export function invitationLetter(
  to: string,
  locale: Locale,
  url: string,
  secret: string,
  expiresAt: string,
): Letter {
  const words = WORDS[locale];
  const until = expiresAt.slice(0, 16).replace('T', ' ');
  return { to, subject: words.subject, text: words.text(`${url}/invitation#${secret}`, until) };
}
