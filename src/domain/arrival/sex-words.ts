import type { SEXES } from '#domain/people/person.ts';
import { fold, wordTable } from './fold.ts';

const SEX_WORDS = wordTable<(typeof SEXES)[number]>({
  female:
    'f|female|woman|girl|fem|ж|жен|женский|женщина|девочка|девушка|жен пол|дев|ayol|ayollar|qiz|qiz bola|xotin|аёл|киз|қиз|қиз бола|хотин|2',
  male: 'm|male|man|boy|м|муж|мужской|мужчина|мальчик|юноша|муж пол|мал|erkak|oʻgʻil|oʻgʻil bola|эркак|ўғил|ўғил бола|угил|1',
  other: 'other|x|другой|другое|boshqa|бошқа|9',
  unknown: 'unknown|u|0|неизвестно|не указан',
});

/** The sex that a cell names; `undefined` where the word is not one of ours. 0, 1, 2, 9 are ISO 5218. */
export function readSex(text: string): (typeof SEXES)[number] | undefined {
  return SEX_WORDS.get(fold(text));
}
