import type { KinshipKind } from '#domain/people/household.ts';
import { fold, wordTable } from './fold.ts';

/**
 * What a row says about its place in the family: head, a tie to the head, or `without_parents` (lists
 * say "orphan"; here it is a fact about care and never a label on a person).
 */
export type Relation = KinshipKind | 'head' | 'without_parents';

export interface ReadRelation {
  readonly relation: Relation;
  /** What the word itself tells about sex: мать, ota, сын. */
  readonly sex?: 'female' | 'male';
}

const FEMALE = wordTable<Relation>({
  head: '',
  without_parents: '',
  parent: 'mother|mom|mum|мать|мама|мать ребенка|мать детей|ona|onasi|она|онаси|ойи',
  step_parent: 'stepmother|мачеха|oʻgay ona|ўгай она',
  foster_parent: 'foster mother|приемная мать|tutingan ona|тутинган она',
  child: 'daughter|дочь|доч|дочка|qizi|qiz|қизи|қиз|кизи|девочка',
  step_child: 'stepdaughter|падчерица|oʻgay qiz|ўгай қиз',
  foster_child: 'foster daughter|приемная дочь|удочеренная|asrandi qiz|асранди қиз',
  spouse: 'wife|жена|супруга|вдова|xotini|rafiqasi|turmush oʻrtogʻi|хотини|рафиқаси',
  sibling: 'sister|сестра|opasi|singlisi|opa|singil|опаси|синглиси|опа|сингил',
  half_sibling: 'half sister|half-sister|сводная сестра|единоутробная сестра|единокровная сестра',
  grandparent: 'grandmother|grandma|бабушка|баба|buvisi|buvi|momo|бувиси|буви|момо|катта она',
  grandchild: 'granddaughter|внучка|nevara qiz|невара қиз',
  aunt_or_uncle: 'aunt|тетя|тётя|тетка|тётка|xolasi|ammasi|xola|amma|холаси|аммаси|хола|амма',
  niece_or_nephew: 'niece|племянница|jiyan qiz|жиян қиз',
  cousin: 'двоюродная сестра',
  parent_in_law: 'mother-in-law|mother in law|свекровь|теща|тёща|qaynona|қайнона',
  child_in_law: 'daughter-in-law|daughter in law|невестка|сноха|kelin|kelini|келин|келини',
  sibling_in_law: 'sister-in-law|sister in law|золовка|свояченица',
  other_relative: 'родственница',
  not_related: '',
});

const MALE = wordTable<Relation>({
  head: '',
  without_parents: '',
  parent: 'father|dad|отец|папа|ota|otasi|dada|ота|отаси|дада',
  step_parent: 'stepfather|отчим|oʻgay ota|ўгай ота',
  foster_parent: 'foster father|приемный отец|tutingan ota',
  child: 'son|сын|oʻgʻli|oʻgʻil|ўғли|ўғил|угли|мальчик',
  step_child: 'stepson|пасынок|oʻgay oʻgʻil|ўгай ўғил',
  foster_child: 'foster son|приемный сын|усыновленный|asrandi oʻgʻil',
  spouse: 'husband|муж|супруг|eri|эри',
  sibling: 'brother|брат|akasi|ukasi|aka|uka|акаси|укаси|ака|ука',
  half_sibling: 'half brother|half-brother|сводный брат|единоутробный брат|единокровный брат',
  grandparent: 'grandfather|grandpa|дедушка|дед|bobosi|bobo|бобоси|бобо|buva',
  grandchild: 'grandson|внук|nevara oʻgʻil',
  aunt_or_uncle: 'uncle|дядя|amakisi|togʻasi|amaki|togʻa|амакиси|тоғаси|амаки|тоға',
  niece_or_nephew: 'nephew|племянник|jiyan oʻgʻil',
  cousin: 'двоюродный брат',
  parent_in_law: 'father-in-law|father in law|свекор|свёкор|тесть|qaynota|қайнота',
  child_in_law: 'son-in-law|son in law|зять|kuyov|kuyovi|куёв|куёви',
  sibling_in_law: 'brother-in-law|brother in law|деверь|шурин|qayni|қайни',
  other_relative: 'родственник',
  not_related: '',
});

const EITHER = wordTable<Relation>({
  head: 'head|head of household|head of family|household head|self|глава|глава семьи|глава домохозяйства|сам|сама|oila boshligʻi|oila boshi|boshliq|оила бошлиғи|оила боши',
  without_parents:
    'orphan|full orphan|unaccompanied|separated|separated child|without parents|without parental care|no parents|сирота|круглый сирота|круглая сирота|без родителей|без попечения|без попечения родителей|без сопровождения|один|одна|' +
    'yetim|chin yetim|ota-onasiz|qaramogʻsiz|ota-ona qaramogʻisiz qolgan|етим|чин етим|ота-онасиз',
  parent: 'parent|родитель|ota-ona|ота-она',
  step_parent: 'step-parent|step parent|stepparent',
  foster_parent: 'foster parent|приемный родитель|caregiver|опекун|vasiy|васий',
  child:
    'child|baby|infant|ребенок|ребёнок|дитя|младенец|дети|bola|bolasi|farzand|farzandi|бола|боласи|фарзанд|фарзанди',
  step_child: 'step-child|step child|stepchild',
  foster_child:
    'foster child|adopted child|ward|приемный ребенок|подопечный|подопечная|asrandi|асранди',
  spouse: 'spouse|супруги|er-xotin|turmush oʻrtogʻi|турмуш ўртоғи',
  sibling: 'sibling|aka-uka|opa-singil|ака-ука|опа-сингил',
  half_sibling: 'half sibling|half-sibling',
  grandparent: 'grandparent',
  grandchild: 'grandchild|внуки|nevara|nevarasi|невара|невараси',
  aunt_or_uncle: 'aunt or uncle',
  niece_or_nephew: 'niece or nephew|jiyan|jiyani|жиян|жияни',
  cousin: 'cousin|amakivachcha|xolavachcha|togʻavachcha|ammavachcha|амакивачча|холавачча',
  parent_in_law: 'parent in law',
  child_in_law: 'child in law',
  sibling_in_law: 'in-law|in law',
  other_relative:
    'relative|other relative|kin|родня|другой родственник|иной родственник|qarindosh|qarindoshi|қариндош|қариндоши',
  not_related:
    'not related|non-relative|unrelated|no relation|не родственник|посторонний|не родня|qarindosh emas|begona|қариндош эмас|бегона',
});

/** The relation that a cell names; `undefined` where the word is not one of ours. */
export function readRelation(text: string): ReadRelation | undefined {
  const word = fold(text);
  if (word === '') return undefined;
  const female = FEMALE.get(word);
  if (female) return { relation: female, sex: 'female' };
  const male = MALE.get(word);
  if (male) return { relation: male, sex: 'male' };
  const either = EITHER.get(word);
  return either ? { relation: either } : undefined;
}
