import { formIn, letterNumber } from '#domain/exchange/invitation/invitation.ts';
import type { Letterhead, PrintedLetter } from '#domain/exchange/invitation/invitation-sheet.ts';
import { paragraphsOf } from '#domain/exchange/news/news.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { longDay } from '../page/long-day.ts';
import { speakerFor } from '../page/page.ts';
import { type InvitationRow, localeOf, replyUrl } from './invitation-rows.ts';

/** A letter in the language of the print, with whatever that language lacks told beside it. */
export function printedLetter(
  row: InvitationRow,
  head: Letterhead,
  lang: string,
  { url, now, timeZone }: { url: string; now: Date; timeZone: string },
): PrintedLetter {
  const i18n = speakerFor(localeOf(lang));
  const body = inLanguage(row.body, lang);
  const institution = inLanguage(head.institution, lang);
  const place = inLanguage(head.place, lang);
  const addressed = formIn(row.address, lang, row.body.source);
  const signed = formIn(head.signatory, lang, row.body.source);
  const { series, running } = row;
  const form = addressed?.form;
  return {
    lang,
    head: institution.text,
    contact: head.contact,
    number:
      series === null || running === null
        ? i18n._('The number is given when the letter goes out')
        : i18n._('No. {number}', { number: letterNumber(series, running) }),
    place_and_day: `${place.text}, ${longDay(lang, row.sent_at ?? now, timeZone)}`,
    addressee: [form?.institution, form?.title, form?.name].filter(
      (line): line is string => typeof line === 'string',
    ),
    salutation: form?.salutation ?? '',
    paragraphs: paragraphsOf(body.text),
    answer:
      row.sent_at === null
        ? i18n._('The address for your answer is given when the letter goes out')
        : row.reply_by === null
          ? i18n._('Please answer here: {address}', { address: replyUrl(url, row) })
          : i18n._('Please answer by {day}, here: {address}', {
              day: longDay(lang, row.reply_by),
              address: replyUrl(url, row),
            }),
    signed: signed === null ? [] : [signed.form.title, signed.form.name],
    missing: [
      ...(addressed?.lang === lang ? [] : (['address'] as const)),
      ...(body.fallback ? (['body'] as const) : []),
      ...(signed?.lang === lang ? [] : (['signatory'] as const)),
      ...(institution.fallback ? (['institution'] as const) : []),
    ],
  };
}

/** The letter as plain text, for the mail that goes beside the post. */
export function letterAsText(letter: PrintedLetter): string {
  const {
    head,
    contact,
    number,
    place_and_day,
    addressee,
    salutation,
    paragraphs,
    answer,
    signed,
  } = letter;
  return [
    `${head}\n${contact}`,
    `${number}\n${place_and_day}`,
    addressee.join('\n'),
    salutation,
    ...paragraphs,
    answer,
    signed.join('\n'),
  ].join('\n\n');
}
