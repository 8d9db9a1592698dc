import type { Locale } from '#domain/account/account.ts';
import type { Letter } from '../../mail/outbox.ts';

interface Words {
  readonly subject: string;
  readonly ready: (link: string, until: string) => string;
  readonly known: (link: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    subject: 'Your account at the exchange',
    ready: (link, until) =>
      `An account has been prepared for you.\n\nOpen this address to choose a password:\n${link}\n\nIt works once, until ${until} (UTC). If you expected no such message, delete it.`,
    known: (link) =>
      `Somebody, perhaps you, asked for an account with this address. There is one already: sign in here.\n${link}\n\nIf you have forgotten the password, ask for a new link there. If it was not you, nothing needs to be done.`,
  },
  ru: {
    subject: 'Ваша учётная запись на площадке обмена опытом',
    ready: (link, until) =>
      `Для вас подготовлена учётная запись.\n\nОткройте этот адрес, чтобы выбрать пароль:\n${link}\n\nОн действует один раз, до ${until} (UTC). Если вы не ждали такого письма, удалите его.`,
    known: (link) =>
      `Кто-то, возможно вы, попросил учётную запись с этим адресом. Она уже есть: войдите здесь.\n${link}\n\nЕсли вы забыли пароль, запросите там новую ссылку. Если это были не вы, делать ничего не нужно.`,
  },
  uz: {
    subject: 'Tajriba almashish maydonidagi hisobingiz',
    ready: (link, until) =>
      `Siz uchun hisob tayyorlandi.\n\nParol tanlash uchun ushbu manzilni oching:\n${link}\n\nU bir marta, ${until} gacha (UTC) ishlaydi. Agar bunday xatni kutmagan boʻlsangiz, uni oʻchirib tashlang.`,
    known: (link) =>
      `Kimdir, ehtimol siz, shu manzil bilan hisob soʻradi. Hisob allaqachon bor: shu yerda kiring.\n${link}\n\nParolni unutgan boʻlsangiz, oʻsha yerda yangi havola soʻrang. Agar bu siz boʻlmasangiz, hech narsa qilish shart emas.`,
  },
};

/** Brings the link; its secret stands after `#`, so that no server log ever sees it. */
export function accountLetter(to: string, locale: Locale, link: string, until: string): Letter {
  const { subject, ready } = WORDS[locale];
  return { to, subject, text: ready(link, until.slice(0, 16).replace('T', ' ')) };
}

/** To an address that has an account: whoever asked learns nothing on the screen. */
export function knownLetter(to: string, locale: Locale, link: string): Letter {
  const { subject, known } = WORDS[locale];
  return { to, subject, text: known(link) };
}
