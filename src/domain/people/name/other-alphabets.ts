/**
 * Neighbouring alphabets, letter by letter: Georgian, Armenian, Greek, Hebrew. Returnees' papers from
 * the Caucasus or Israel carry them now and then; anything not listed is matched as it is written.
 */
export const OTHER_ALPHABETS: Readonly<Record<string, string>> = {
  ...pairs(
    'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
    'a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch ts dz ts ch h j h',
  ),
  ...pairs(
    'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
    'a b g d e z e i t zh i l h ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev',
  ),
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n ks o p r s s t i f h ps o'),
  ...pairs(
    'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
    'a b g d h v z h t y k k l m m n n s a p p ts ts k r sh t',
  ),
};

function pairs(letters: string, latin: string): Record<string, string> {
  const values = latin.split(' ');
  return Object.fromEntries(Array.from(letters, (letter, at) => [letter, values[at] ?? '']));
}
