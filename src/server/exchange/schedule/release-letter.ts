import type { Locale } from '#domain/account/account.ts';
import type { Letter } from '../../mail/outbox.ts';

const WORDS: Readonly<Record<Locale, readonly [subject: string, text: (link: string) => string]>> =
  {
    en: [
      'The programme of the conference has changed',
      (link) =>
        `A new version of the programme is out, and something in it concerns you: a session in which you appear is new, has moved, has changed or is cancelled.\n\nLook at it here:\n${link}\n\nIf a time does not suit you, say so in your workspace under “My times”.`,
    ],
    ru: [
      'Программа конференции изменилась',
      (link) =>
        `Вышла новая версия программы, и кое-что в ней касается вас: сессия, в которой вы участвуете, появилась, перенесена, изменена или отменена.\n\nПосмотрите здесь:\n${link}\n\nЕсли время вам не подходит, скажите об этом в своём рабочем разделе «Моё время».`,
    ],
    uz: [
      'Anjuman dasturi oʻzgardi',
      (link) =>
        `Dasturning yangi versiyasi chiqdi va undagi biror narsa sizga taalluqli: siz qatnashadigan sessiya yangi, koʻchirilgan, oʻzgargan yoki bekor qilingan.\n\nShu yerda koʻring:\n${link}\n\nAgar vaqt sizga toʻgʻri kelmasa, ish boʻlimingizdagi “Mening vaqtim” sahifasida ayting.`,
    ],
  };

/** Says that the programme changed for whoever appears in it; nothing of a session stands in it. */
export function releaseLetter(to: string, locale: Locale, link: string): Letter {
  const [subject, text] = WORDS[locale];
  return { to, subject, text: text(link) };
}
