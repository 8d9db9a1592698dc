const WIDTH = 48;
const ROWS = 3;
const cells = new Float64Array(WIDTH * ROWS);

const VOWELS = 'aeiou';
/** Pairs of sounds that writers of the region exchange; each costs half an edit. */
const NEAR = 'bp pb dt td gk kg vf fv sz zs kh hk jz zj gh hg bv vb sx xs qx xq'.split(' ');

/**
 * How alike two folded words are, 0 to 1: 1 less the cheapest edits over the longer length. A vowel for
 * a vowel costs .35, a vowel or h too many .5, near sounds and a swap of neighbours .6, any other edit 1.
 * Words longer than 47 letters are compared by their first 47.
 */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const a = left.slice(0, WIDTH - 1);
  const b = right.slice(0, WIDTH - 1);
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 0;
  return Math.max(0, 1 - cost(a, b) / longer);
}

/**
 * Whether two folded words are at least so alike. Where many consonants of one have none to go with in the other, it is
 * said without counting edits: each of those costs .6 or more.
 */
export function isAlike(left: string, right: string, least: number): boolean {
  const a = left.slice(0, WIDTH - 1);
  const b = right.slice(0, WIDTH - 1);
  const longer = Math.max(a.length, b.length);
  if (longer > 0 && 1 - (0.6 * consonantsApart(a, b)) / longer < least) return false;
  return likeness(a, b) >= least;
}

const apart = new Int8Array(128);

/** How many consonants, other than h, the one word has that the other has not. */
function consonantsApart(a: string, b: string): number {
  apart.fill(0);
  count(a, 1);
  count(b, -1);
  let [more, less] = [0, 0];
  for (const left of apart) {
    if (left > 0) more += left;
    else less -= left;
  }
  return Math.max(more, less);
}

function count(word: string, by: 1 | -1): void {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code < CODES && loss(code) === 1) apart[code] = (apart[code] ?? 0) + by;
  }
}

function cost(a: string, b: string): number {
  cells[0] = 0;
  for (let at = 1; at <= b.length; at += 1) {
    cells[at] = cell(0, at - 1) + loss(b.charCodeAt(at - 1));
  }
  for (let down = 1; down <= a.length; down += 1) {
    const row = (down % ROWS) * WIDTH;
    const above = ((down + 2) % ROWS) * WIDTH;
    const twoAbove = ((down + 1) % ROWS) * WIDTH;
    const letter = a.charCodeAt(down - 1);
    const lost = loss(letter);
    cells[row] = cell(above, 0) + lost;
    for (let at = 1; at <= b.length; at += 1) {
      const other = b.charCodeAt(at - 1);
      let best = cell(above, at - 1) + exchange(letter, other);
      best = Math.min(best, cell(above, at) + lost, cell(row, at - 1) + loss(other));
      const swapped = down > 1 && at > 1 && letter === b.charCodeAt(at - 2);
      if (swapped && other === a.charCodeAt(down - 2) && letter !== other) {
        best = Math.min(best, cell(twoAbove, at - 2) + 0.6);
      }
      cells[row + at] = best;
    }
  }
  return cell((a.length % ROWS) * WIDTH, b.length);
}

function cell(row: number, at: number): number {
  return cells[row + at] ?? 0;
}

/** Codes below this have their costs in tables: millions of letters are compared for one list. */
const CODES = 128;
const LOSSES = new Float64Array(CODES).fill(1);
const EXCHANGES = new Float64Array(CODES * CODES).fill(1);
for (const letter of 'aeiouh') LOSSES[letter.charCodeAt(0)] = 0.5;
for (const one of VOWELS) for (const other of VOWELS) setExchange(one, other, 0.35);
for (const [one = '', other = ''] of NEAR) setExchange(one, other, 0.6);
for (let code = 0; code < CODES; code += 1) EXCHANGES[code * CODES + code] = 0;

function setExchange(one: string, other: string, cost: number): void {
  EXCHANGES[one.charCodeAt(0) * CODES + other.charCodeAt(0)] = cost;
}

function loss(code: number): number {
  return LOSSES[code] ?? 1;
}

function exchange(code: number, other: number): number {
  if (code === other) return 0;
  return code < CODES && other < CODES ? (EXCHANGES[code * CODES + other] ?? 1) : 1;
}
