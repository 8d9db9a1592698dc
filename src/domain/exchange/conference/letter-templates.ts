import type { Letter } from './letter.ts';
import type { Decision } from './proposal.ts';

type Templates = Readonly<Record<Decision, Letter>>;

const EN: Templates = {
  accept: {
    subject: 'Your proposal is accepted: {title}',
    body: 'Dear {name},\n\nthank you for your proposal “{title}” ({number}) to {edition}. We are glad to accept it.\n\nPlease confirm that you will come:\n{link}\n\nWhat the reviewers would like you to know:\n{remarks}\n\nThe organisers',
  },
  wait: {
    subject: 'Your proposal is on the waiting list: {title}',
    body: 'Dear {name},\n\nthank you for your proposal “{title}” ({number}) to {edition}. The programme is full for now; your proposal stands on the waiting list, and we write to you as soon as a place is free.\n\nWhat the reviewers would like you to know:\n{remarks}\n\n{link}\n\nThe organisers',
  },
  decline: {
    subject: 'Your proposal to {edition}',
    body: 'Dear {name},\n\nthank you for your proposal “{title}” ({number}) to {edition}. We could not find a place for it this time. You are welcome to take part and to offer it again.\n\nWhat the reviewers would like you to know:\n{remarks}\n\n{link}\n\nThe organisers',
  },
};

const RU: Templates = {
  accept: {
    subject: 'Ваша заявка принята: {title}',
    body: 'Здравствуйте, {name}!\n\nСпасибо за заявку «{title}» ({number}) на {edition}. Мы рады её принять.\n\nПожалуйста, подтвердите участие:\n{link}\n\nЧто рецензенты хотели бы вам передать:\n{remarks}\n\nОрганизаторы',
  },
  wait: {
    subject: 'Ваша заявка в листе ожидания: {title}',
    body: 'Здравствуйте, {name}!\n\nСпасибо за заявку «{title}» ({number}) на {edition}. Программа пока заполнена; ваша заявка стоит в листе ожидания, и мы напишем, как только появится место.\n\nЧто рецензенты хотели бы вам передать:\n{remarks}\n\n{link}\n\nОрганизаторы',
  },
  decline: {
    subject: 'Ваша заявка на {edition}',
    body: 'Здравствуйте, {name}!\n\nСпасибо за заявку «{title}» ({number}) на {edition}. В этот раз мы не нашли для неё места. Будем рады вашему участию и новой заявке в следующий раз.\n\nЧто рецензенты хотели бы вам передать:\n{remarks}\n\n{link}\n\nОрганизаторы',
  },
};

const UZ: Templates = {
  accept: {
    subject: 'Taklifingiz qabul qilindi: {title}',
    body: 'Hurmatli {name},\n\n{edition} uchun yuborgan “{title}” ({number}) taklifingiz uchun rahmat. Uni mamnuniyat bilan qabul qildik.\n\nIltimos, ishtirok etishingizni tasdiqlang:\n{link}\n\nTaqrizchilar sizga aytmoqchi boʻlgan gaplar:\n{remarks}\n\nTashkilotchilar',
  },
  wait: {
    subject: 'Taklifingiz kutish roʻyxatida: {title}',
    body: 'Hurmatli {name},\n\n{edition} uchun yuborgan “{title}” ({number}) taklifingiz uchun rahmat. Dastur hozircha toʻla; taklifingiz kutish roʻyxatida turibdi, joy boʻshashi bilan sizga yozamiz.\n\nTaqrizchilar sizga aytmoqchi boʻlgan gaplar:\n{remarks}\n\n{link}\n\nTashkilotchilar',
  },
  decline: {
    subject: '{edition} uchun taklifingiz',
    body: 'Hurmatli {name},\n\n{edition} uchun yuborgan “{title}” ({number}) taklifingiz uchun rahmat. Bu safar unga joy topa olmadik. Ishtirok etishingizdan va keyingi safar yana taklif yuborishingizdan xursand boʻlamiz.\n\nTaqrizchilar sizga aytmoqchi boʻlgan gaplar:\n{remarks}\n\n{link}\n\nTashkilotchilar',
  },
};

const BY_LANGUAGE: Readonly<Record<string, Templates>> = { en: EN, ru: RU, uz: UZ };

/** The letter to begin with, in the language of the proposal; in English where there is none in it. */
export function letterTemplate(decision: Decision, language: string): Letter {
  return (BY_LANGUAGE[language.split('-')[0] ?? ''] ?? EN)[decision];
}
