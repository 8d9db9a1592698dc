import type { Locale } from '#domain/account/account.ts';
import type { Letter } from '../mail/outbox.ts';

interface Words {
  readonly subject: string;
  readonly text: (link: string, until: string) => string;
  readonly reminder: string;
}

/** No programme, no person and no need: a mailbox is read by others too, and so is a subject. */
const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: 'A request',
    text: (link, until) =>
      `There is a request for your service.\n\nOpen this address to read and to answer it:\n${link}\n\nYou will be asked for a code, which we tell you another way. The address works until ${until} (UTC). If you expected no such message, delete it.`,
    reminder:
      'A request to your service waits for an answer. Please use the address and the code that you were given. If you no longer have them, ask whoever sent them.',
  },
  ru: {
    subject: 'Запрос',
    text: (link, until) =>
      `Для вашей службы есть запрос.\n\nОткройте этот адрес, чтобы прочитать его и ответить:\n${link}\n\nПонадобится код, который мы сообщим другим путём. Адрес действует до ${until} (UTC). Если вы не ждали такого письма, удалите его.`,
    reminder:
      'Запрос к вашей службе ждёт ответа. Откройте адрес, который вам прислали, и введите код. Если их больше нет, спросите того, кто их прислал.',
  },
  uz: {
    subject: 'Soʻrov',
    text: (link, until) =>
      `Sizning xizmatingizga soʻrov bor.\n\nUni oʻqish va javob berish uchun ushbu manzilni oching:\n${link}\n\nKod soʻraladi, uni biz boshqa yoʻl bilan aytamiz. Manzil ${until} gacha (UTC) ishlaydi. Agar bunday xatni kutmagan boʻlsangiz, uni oʻchirib tashlang.`,
    reminder:
      'Xizmatingizga yuborilgan soʻrov javob kutmoqda. Sizga berilgan manzil va koddan foydalaning. Ular qolmagan boʻlsa, yuborgan odamdan soʻrang.',
  },
};

/** The secret stands after `#`, so that no server log ever sees it. */
export function linkAddress(url: string, secret: string): string {
  return `${url}/request#${secret}`;
}

/** The letter that brings the link to a service. The code is never in it. */
export function linkLetter(to: string, locale: Locale, address: string, expiresAt: string): Letter {
  const words = WORDS[locale];
  const until = expiresAt.slice(0, 16).replace('T', ' ');
  return { to, subject: words.subject, text: words.text(address, until) };
}

/** One reminder. The link is not in it: only its hash is kept. */
export function reminderLetter(to: string, locale: Locale): Letter {
  const { subject, reminder } = WORDS[locale];
  return { to, subject, text: reminder };
}
