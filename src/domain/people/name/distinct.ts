/**
 * Names that are spelled nearly alike and yet are two names: Hasan and Husan are the usual names of
 * twin boys. Each line holds one root, each group between bars is one name in its folded spellings
 * (`latin.ts`; the forms without vowels come from Arabic script). A group names every common spelling,
 * so that Muhammad and Mohammed stay one.
 */
const ROOTS = [
  'hasan gasan asan hsn|husan husanbai|husain husein husin gusein hsin',
  'muhamad muhamed mahamad mahamed mahamet muhamet magamed mhmd|mahmud mahmut mhmud|ahmad ahmed ahmat ahmet ahmd|hamid hamit hmid|hamad hamd',
  'karim kerim krim|karam keram krm|ikram akram ikrm akrm',
  'salim selim slim|salam slam|sulaiman suleiman slaiman|islam aslam islm aslm',
  'jamil jemil jmil|jamal jemal jmal',
  'kamil kemil kaml|kamal kemal kmal|akmal ikmal akml',
  'umar amar amr|amir emir|imran',
  'rashid rshid rashd|arshad arshd',
  'nasir nasr|nusrat nusret|mansur mnsur',
  'said saiid sid|asad asd|saad sad|suud suad',
  'latif ltif|lutfi lutfu',
  'sharif shrif|ashraf ashrf',
  'alim|alam|ulima',
  'zarina|zarifa',
  'madina|malina|malika',
  'gulnara gulnar|gulnaza gulnaz|gulnura gulnur',
  'dilnaza dilnaz|dilnura dilnur|dilnava',
  'aigul|aijan|aidai|aida',
].map((root) => root.split('|').map((group) => group.split(' ')));

const NAMES: ReadonlyMap<string, string> = new Map(
  ROOTS.flatMap((groups, root) =>
    groups.flatMap((group, at) => group.map((text) => [text, `${root}.${at}`] as const)),
  ),
);

/** True where the two folded words are known to be two names of one root. */
export function areDistinct(left: string, right: string): boolean {
  const one = NAMES.get(left);
  const other = NAMES.get(right);
  if (one === undefined || other === undefined || one === other) return false;
  return one.split('.')[0] === other.split('.')[0];
}
